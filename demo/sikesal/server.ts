import { answerJson, findText, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import type { ListComplaints } from './records.ts';

/** The invented key of the simulated complaint system. */
export const SIKESAL_API_KEY = 'kunci-demo-bukan-rahasia';

/** The complaint system: plain REST with a key in a header, and the only one that uses HTTP statuses honestly. */
export function createSikesal(listComplaints: ListComplaints): LegacySystem {
  return {
    name: 'sikesal',
    routes: [
      {
        operation: 'cari',
        method: 'POST',
        path: '/api/laporan/cari',
        answer: (call) => answerSearch(call, listComplaints),
      },
    ],
    unknownOperation: () => answerJson({ success: false, message: 'Endpoint tidak ditemukan' }, 404),
    quotaExhausted: () => answerJson({ success: false, message: 'Too Many Attempts.' }, 429, { 'retry-after': '60' }),
  };
}

function answerSearch(call: SystemCall, listComplaints: ListComplaints): SystemAnswer {
  if (call.headers['x-api-key'] !== SIKESAL_API_KEY) {
    return answerJson({ success: false, message: 'API key tidak valid' }, 401);
  }
  const nik = findText(call, 'nik');
  if (!nik || !/^\d{16}$/.test(nik)) return answerJson({ success: false, message: 'NIK harus 16 digit' }, 422);
  const data = listComplaints(nik);
  return answerJson({ success: true, total: data.length, data });
}
