import { answerJson, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import type { Business, FindBusiness } from './records.ts';

/** The invented key of the simulated service. */
export const OSS_USER_KEY = 'kunci-oss-simulasi';

/** The inquiry of a business number at OSS: one call, its result code inside the answer. */
export function createOss(findBusiness: FindBusiness): LegacySystem {
  return {
    name: 'oss',
    routes: [
      {
        operation: 'inqueryNIB',
        method: 'POST',
        path: '/api/inqueryNIB',
        answer: (call) => answerInquiry(call, findBusiness),
      },
    ],
    unknownOperation: () => answerJson({ message: 'no Route matched with those values' }, 404),
    quotaExhausted: () => answerJson({ message: 'API rate limit exceeded' }, 429, { 'retry-after': '60' }),
  };
}

function answerInquiry(call: SystemCall, findBusiness: FindBusiness): SystemAnswer {
  if (call.headers.user_key !== OSS_USER_KEY) return answer(401, 'user_key tidak terdaftar');
  const nib = readNib(call.body.INQUERYNIB);
  if (!nib) return answer(400, 'Parameter nib harus 13 angka');
  const business = findBusiness(nib);
  return business ? answer(200, 'sukses', business) : answer(404, 'Data NIB tidak ditemukan');
}

function readNib(inquiry: unknown): string | undefined {
  if (typeof inquiry !== 'object' || inquiry === null || !('nib' in inquiry)) return undefined;
  return typeof inquiry.nib === 'string' && /^\d{13}$/.test(inquiry.nib) ? inquiry.nib : undefined;
}

function answer(kode: number, keterangan: string, dataNIB?: Business): SystemAnswer {
  return answerJson({ responinqueryNIB: { kode, keterangan, ...(dataNIB && { dataNIB }) } });
}
