import { answerJson, findText, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import { answerChanges } from './changes.ts';
import { readComplaint } from './new-complaint.ts';
import type { ComplaintDesk } from './records.ts';
import { answerAnswer, answerForward, answerHistory, answerReply } from './steps.ts';

/** The invented key of the simulated complaint system. */
export const SIKESAL_API_KEY = 'kunci-demo-bukan-rahasia';

/** What is done with a complaint, and what was. */
const STEPS = [
  ['riwayat', '/api/laporan/riwayat', answerHistory],
  ['teruskan', '/api/laporan/teruskan', answerForward],
  ['jawab', '/api/laporan/jawab', answerAnswer],
  ['balas', '/api/laporan/balas', answerReply],
] as const;

/** The complaint system: plain REST with a key in a header, and the only one that uses HTTP statuses honestly. */
export function createSikesal(desk: ComplaintDesk): LegacySystem {
  return {
    name: 'sikesal',
    routes: [
      {
        operation: 'cari',
        method: 'POST',
        path: '/api/laporan/cari',
        answer: guarded((call) => answerSearch(call, desk)),
      },
      { operation: 'kirim', method: 'POST', path: '/api/laporan', answer: guarded((call) => answerFile(call, desk)) },
      {
        operation: 'foto',
        method: 'POST',
        path: '/api/laporan/foto',
        answer: guarded((call) =>
          answerJson({ success: true, data: desk.listPhotosOf(findText(call, 'nomor') ?? '') }),
        ),
      },
      ...STEPS.map(([operation, path, answer]) => ({
        operation,
        method: 'POST' as const,
        path,
        answer: guarded((call) => answer(call, desk)),
      })),
      {
        operation: 'perubahan',
        method: 'GET',
        path: '/api/laporan',
        answer: guarded((call) => answerChanges(call, desk)),
      },
    ],
    unknownOperation: () => answerJson({ success: false, message: 'Endpoint tidak ditemukan' }, 404),
    quotaExhausted: () => answerJson({ success: false, message: 'Too Many Attempts.' }, 429, { 'retry-after': '60' }),
    records: desk.records,
  };
}

function guarded(answer: (call: SystemCall) => SystemAnswer): (call: SystemCall) => SystemAnswer {
  return (call) =>
    call.headers['x-api-key'] === SIKESAL_API_KEY
      ? answer(call)
      : answerJson({ success: false, message: 'API key tidak valid' }, 401);
}

function answerSearch(call: SystemCall, desk: ComplaintDesk): SystemAnswer {
  const nik = findText(call, 'nik');
  if (!nik || !/^\d{16}$/.test(nik)) return answerJson({ success: false, message: 'NIK harus 16 digit' }, 422);
  const data = desk.listOf(nik);
  return answerJson({ success: true, total: data.length, data });
}

function answerFile(call: SystemCall, desk: ComplaintDesk): SystemAnswer {
  const draft = readComplaint(call);
  if ('mistakes' in draft) {
    return answerJson({ success: false, message: 'Data tidak valid', errors: draft.mistakes }, 422);
  }
  const { id, status, tgl_lapor } = desk.file(draft);
  return answerJson({ success: true, message: 'Laporan diterima', nomor: id, data: { id, status, tgl_lapor } }, 201);
}
