import { answerJson, findText, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import type { Bill, FindTaxObject, TaxObject } from './records.ts';

/** The invented merchant code of the simulated host-to-host service. */
export const BPPRD_MERCHANT = 'DEMO-HUB-JAMBI';

/** The PBB inquiry that banks use: always HTTP 200, booleans as text, "already paid" called an error. */
export function createBpprd(findTaxObject: FindTaxObject): LegacySystem {
  return {
    name: 'bpprd',
    routes: [
      {
        operation: 'inquiry',
        method: 'POST',
        path: '/pbb/inquiry',
        answer: (call) => answerInquiry(call, findTaxObject),
      },
    ],
    unknownOperation: () => systemError('', 'Layanan tidak dikenal'),
    quotaExhausted: () => answerJson({ Message: 'Too Many Requests' }, 429, { 'retry-after': '60' }),
  };
}

function answerInquiry(call: SystemCall, findTaxObject: FindTaxObject): SystemAnswer {
  const nop = findText(call, 'Nop') ?? '';
  const year = readYear(call.body.MasaPajak);
  if (call.body.Merchant !== BPPRD_MERCHANT) return systemError(nop, 'Merchant tidak terdaftar');
  if (year === undefined || !findText(call, 'DateTime')) return systemError(nop, 'Parameter tidak lengkap');

  const object = findTaxObject(nop);
  if (!object) return answer({ nop, code: '10', text: 'Data tidak ditemukan' });

  const owed = object.bills.filter((bill) => !bill.paid && bill.year <= year);
  if (owed.length > 0) return answer({ nop, object, bills: owed, code: '00', text: 'Sukses' });
  const asked = object.bills.filter((bill) => bill.year === year);
  return answer({ nop, object, bills: asked, code: '13', text: 'Tagihan sudah dibayar' });
}

/** The tax year comes as text from most banks and as a number from some. */
function readYear(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{4}$/.test(text) ? Number(text) : undefined;
}

function systemError(nop: string, text: string): SystemAnswer {
  return answer({ nop, code: '99', text });
}

interface Outcome {
  readonly nop: string;
  readonly object?: TaxObject;
  readonly bills?: readonly Bill[];
  readonly code: '00' | '10' | '13' | '99';
  readonly text: string;
}

function answer({ nop, object, bills = [], code, text }: Outcome): SystemAnswer {
  return answerJson({
    Nop: nop,
    Nama: object?.owner ?? '',
    Kelurahan: object?.kelurahan ?? '',
    Tagihan: bills.map(({ year, principal, penalty }) => ({
      Tahun: String(year),
      Pokok: principal,
      Denda: penalty,
      Total: principal + penalty,
    })),
    Status: { IsError: code === '00' ? 'False' : 'True', ResponseCode: code, ErrorDesc: text },
  });
}
