import { expect, it } from 'vitest';
import type { OpenCopies } from '../../ports/open-copies.ts';
import { createOpdCodes } from '../registry/opd-codes.ts';
import { createSakipScores } from './sakip-scores.ts';

const row = (number: string, year: number, scores: Readonly<Record<string, number | null>> = {}) => ({
  ...{ number, year, planning: 20, measurement: 20, reporting: 10, internalEvaluation: 20 },
  ...{ total: 70, predicate: 'B' },
  ...scores,
});
const copiesOf = (records: readonly object[] | undefined): OpenCopies => ({
  list: async (stream) => {
    expect(stream).toBe('bag-organisasi/esakip/SakipResult');
    return records && { records: records as Record<string, unknown>[], asOfMs: 7 };
  },
});
const codes = createOpdCodes();

it('stand under the OPD that had the number in that year', async () => {
  const copies = copiesOf([row('41', 2023), row('12', 2024), row('41', 2024), row('999', 2024), row('12', 2020)]);
  const scores = await createSakipScores(copies, codes).listScores([2023, 2024]);
  expect(scores?.map(({ opd, year }) => [opd, year])).toEqual([
    ['diskominfo', 2023],
    ['diskominfo', 2024],
  ]);
});

it('have the reported total beside the sum of the components', async () => {
  const copies = copiesOf([row('14', 2025, { total: 72.5 }), row('8', 2025, { reporting: null }), row('14', 2020)]);
  const scores = await createSakipScores(copies, codes).listScores([2020, 2025]);
  // 20 + 20 + 10 + 20 = 70, and 70 itself is B.
  expect(scores?.[0]).toEqual({
    opd: 'dlh',
    year: 2025,
    reported: { total: 72.5, predicate: 'B' },
    recomputed: { total: 70, predicate: 'B', difference: -2.5, missing: [], isDefault: true },
    asOfMs: 7,
  });
  expect(scores?.[1]?.recomputed).toMatchObject({ total: undefined, missing: ['nilai Pelaporan Kinerja'] });
  expect(scores?.[2]?.recomputed).toMatchObject({
    total: undefined,
    missing: ['bobot evaluasi untuk tahun itu tidak diketahui'],
  });
});

it('are not known while nothing has been copied', async () => {
  expect(await createSakipScores(copiesOf(undefined), codes).listScores([2025])).toBeUndefined();
});
