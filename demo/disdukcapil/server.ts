import { answerJson, findText, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import type { DukcapilRecord, FindDukcapilRecord } from './records.ts';
import { readThreshold, verify } from './verification.ts';

/** The invented account of the simulated web service. */
export const DUKCAPIL_ACCOUNT = {
  userId: 'DEMO1571DISKOMINFO',
  password: 'bukan-sandi-sungguhan',
  // An address that RFC 5737 reserves for documentation.
  ipUser: '192.0.2.10',
} as const;

/** The Dukcapil web service: a record by NIK, or a comparison with what the caller knows; every refusal hidden in an HTTP 200. */
export function createDisdukcapil(findRecord: FindDukcapilRecord): LegacySystem {
  return {
    name: 'disdukcapil',
    routes: [
      {
        operation: 'call_nik',
        method: 'POST',
        path: /^\/dukcapil\/get_json\/[^/]+\/[^/]+\/call_nik$/i,
        answer: (call) => answerRecord(call, 'nik', findRecord, (record) => record),
      },
      {
        operation: 'call_verify_by_elemen',
        method: 'POST',
        path: /^\/dukcapil\/get_json\/[^/]+\/[^/]+\/call_verify_by_elemen$/i,
        answer: (call) =>
          answerRecord(call, 'NIK', findRecord, (record) =>
            verify(record, { ...call.body, NIK: record.NIK }, readThreshold(call.body.TRESHOLD)),
          ),
      },
    ],
    unknownOperation: () => answerJson({ error: 'Not Found', status: 404 }, 404),
    quotaExhausted: () => refusal('05', 'Kuota Akses Hari ini telah Habis'),
  };
}

function answerRecord(
  call: SystemCall,
  key: 'nik' | 'NIK',
  findRecord: FindDukcapilRecord,
  show: (record: DukcapilRecord) => DukcapilRecord,
): SystemAnswer {
  if (call.body.user_id !== DUKCAPIL_ACCOUNT.userId || call.body.password !== DUKCAPIL_ACCOUNT.password) {
    return refusal('08', 'Login Gagal');
  }
  if (call.body.ip_user !== DUKCAPIL_ACCOUNT.ipUser) return refusal('08', 'IP Address Tidak Sesuai');
  const nik = findText(call, key);
  const record = nik === undefined ? undefined : findRecord(nik);
  return record
    ? page(show(record))
    : refusal('13', 'Data Tidak Ditemukan, NIK tidak terdapat di database Kependudukan');
}

function refusal(code: string, text: string): SystemAnswer {
  return page({ RESPONSE_CODE: code, RESPONSE: text });
}

/** The envelope is the page object of the service's Java framework; only `content` means anything. */
function page(element: DukcapilRecord): SystemAnswer {
  return answerJson({
    content: [element],
    lastPage: true,
    numberOfElements: 1,
    sort: null,
    totalElements: 1,
    firstPage: true,
    number: 0,
    size: 1,
  });
}
