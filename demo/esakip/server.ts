import {
  answerJson,
  type LegacySystem,
  type SystemAnswer,
  type SystemCall,
  type SystemRoute,
} from '../legacy-system.ts';
import { AGENCIES, type Agency } from './agencies.ts';
import { isDocumentKind, listDocuments } from './documents.ts';
import { writeEvaluation } from './evaluations.ts';
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
        answerRows(call, (agency, year) => listIndicators(agency, year, seed)),
      ),
      guarded('evaluasi', '/api/evaluasi', (call) =>
        answerRows(call, (agency, year) => [writeEvaluation(agency, year, seed)].filter((row) => row !== undefined)),
      ),
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

function answerAsked({ query }: SystemCall, tell: (agencies: readonly Agency[], year: number) => object): SystemAnswer {
  const year = query.get('tahun') ?? '';
  if (!/^\d{4}$/.test(year)) return answerJson({ message: 'Parameter tahun wajib diisi' }, 422);
  const asked = query.get('opd') ?? '';
  const agencies = asked === '' ? AGENCIES : AGENCIES.filter(({ id }) => String(id) === asked);
  return answerJson({ message: 'Data berhasil diambil', data: tell(agencies, Number(year)) });
}
