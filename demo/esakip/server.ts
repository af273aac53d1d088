import {
  answerJson,
  type LegacySystem,
  type SystemAnswer,
  type SystemCall,
  type SystemRoute,
} from '../legacy-system.ts';
import { AGENCIES, type Agency, FIRST_YEAR, LAST_YEAR } from './agencies.ts';
import { isDocumentKind, listDocuments } from './documents.ts';
import { listWorksheet, writeEvaluation, writeRecap } from './evaluations.ts';
import { listIndicators } from './indicators.ts';

/** The invented key of the simulated application. */
export const ESAKIP_API_KEY = 'kunci-simulasi-esakip';

type Tell = (agency: Agency, year: number) => readonly object[];

/** The accountability application: answers filed under the agencies' names, text for numbers, and in good health quick. */
export function createEsakip(seed: number): LegacySystem {
  const guarded = (operation: string, path: SystemRoute['path'], answer: SystemRoute['answer']): SystemRoute => ({
    operation,
    method: 'GET',
    path,
    answer: (call) =>
      call.headers['x-api-key'] === ESAKIP_API_KEY ? answer(call) : answerJson({ message: 'Unauthorized' }, 401),
  });
  return {
    name: 'esakip',
    routes: [
      guarded('dokumen', /^\/api\/dokumen\/[^/]+$/, (call) => {
        const kind = call.path.slice('/api/dokumen/'.length);
        if (!isDocumentKind(kind)) return answerJson({ message: 'Jenis dokumen tidak dikenal' }, 404);
        return answerByName(call, (agency, year) => listDocuments(kind, agency, year, seed));
      }),
      guarded('indikator', '/api/indikator', (call) =>
        answerRows(call, (agency, year) =>
          listIndicators(agency, year, seed).filter(({ id }) => fits(call.query.get('id'), id)),
        ),
      ),
      guarded('evaluasi', '/api/evaluasi', (call) =>
        answerRows(call, (agency, year) => [writeEvaluation(agency, year, seed)].filter((row) => row !== undefined)),
      ),
      guarded('lke', '/api/evaluasi/lke', (call) =>
        answerRows(call, (agency, year) => listWorksheet(agency, year, seed)),
      ),
      guarded('rekap', '/api/evaluasi/rekap', () => answerRecap(seed)),
    ],
    unknownOperation: () => answerJson({ message: 'Not Found' }, 404),
    quotaExhausted: () => answerJson({ message: 'Too Many Attempts.' }, 429, { 'retry-after': '60' }),
  };
}

/** PHP writes a list without keys where it has nothing to file: `[]` instead of `{}`. */
function answerByName(call: SystemCall, tell: Tell): SystemAnswer {
  return answerAsked(call, (agencies, year) => {
    const filed = agencies
      .map((agency) => [agency.name, tell(agency, year)] as const)
      .filter(([, rows]) => rows.length > 0);
    return filed.length > 0 ? Object.fromEntries(filed) : [];
  });
}

function answerRows(call: SystemCall, tell: Tell): SystemAnswer {
  return answerAsked(call, (agencies, year) => agencies.flatMap((agency) => tell(agency, year)));
}

/** All agencies and years in one answer. */
function answerRecap(seed: number): SystemAnswer {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, age) => FIRST_YEAR + age);
  const rows = years.flatMap((year) => AGENCIES.flatMap((agency) => writeRecap(agency, year, seed) ?? []));
  return answerJson({ message: 'Data berhasil diambil', data: rows });
}

/** Whether a row is asked for by its number, or no number is asked for. */
function fits(asked: string | null, id: number): boolean {
  return asked === null || asked === '' || asked === String(id);
}

function answerAsked({ query }: SystemCall, tell: (agencies: readonly Agency[], year: number) => object): SystemAnswer {
  const year = query.get('tahun') ?? '';
  if (!/^\d{4}$/.test(year)) return answerJson({ message: 'Parameter tahun wajib diisi' }, 422);
  const asked = query.get('opd') ?? '';
  const agencies = asked === '' ? AGENCIES : AGENCIES.filter(({ id }) => String(id) === asked);
  return answerJson({ message: 'Data berhasil diambil', data: tell(agencies, Number(year)) });
}
