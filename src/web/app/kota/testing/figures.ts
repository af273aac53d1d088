import type { Figures } from '../measures/measures.ts';

/** Figures of which nothing is known but what is given. */
export function figures(given: Partial<Figures>): Figures {
  return {
    ...{ name: 'Kota Jambi', opd: null, openApplications: null, overdueApplications: null, slaCompliance: null },
    ...{ medianDays: null, overcharged: null, digitalShare: null, levyReports: null },
    complaints: { open: null, overdue: null },
    ikm: { value: null, grade: null, answers: 0 },
    sakip: { score: null, predicate: null },
    ekinerja: { reportingRate: null },
    tpp: { discrepancyCount: null, incompleteCount: null },
    health: { answering: 0, asked: 0 },
    ...given,
  };
}
