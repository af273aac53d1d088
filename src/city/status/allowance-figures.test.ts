import { describe, expect, it } from 'vitest';
import type { AllowanceSum } from '../../ports/allowances.ts';
import { createAllowanceFigures } from './allowance-figures.ts';
import { describeBasis, describeStatus } from './describe-status.ts';
import { readSnapshot } from './read-snapshot.ts';

const NONE = { employees: 0, paid: 0, computed: 0, discrepancy: 0, discrepancyCount: 0, incompleteCount: 0 };
// Nine employees were paid 41,350,000. Eight of them could be computed: 37,211,400, which is 1,138,600 less than those
// eight were paid; the ninth was paid 3,000,000.
const PUPR = {
  ...{ opd: 'pupr', employees: 9, paid: 41_350_000, computed: 37_211_400 },
  ...{ discrepancy: -1_138_600, discrepancyCount: 7, incompleteCount: 1 },
};
const DINKES = { ...NONE, opd: 'dinkes', employees: 2, paid: 8_000_000, computed: 8_000_000 };

function figuresOf(...sums: readonly AllowanceSum[]) {
  const rule = { name: 'TPP', version: '1', source: 'uji', isDefault: true };
  const october = { rule, computedAtMs: 0, sums };
  return createAllowanceFigures({
    sumByOpd: async (month) => (month === '2026-10' ? october : undefined),
    sumByMonth: async () => sums.map((one) => ({ ...one, month: '2026-10' })),
  });
}

describe('sums of allowances', () => {
  it('hold what compares like with like: computed less paid of those of whom both are known', async () => {
    const { flow } = await figuresOf(PUPR).readDay('2026-11-24');
    expect(flow).toContainEqual({ opd: 'pupr', name: 'discrepancy', amount: -1_138_600 });
  });

  it('say for how many employees something is missing, and of whom nothing is', async () => {
    const { describe: provenanceOf } = await figuresOf(PUPR, DINKES).readDay('2026-11-24');
    expect(provenanceOf('pupr')).toMatchObject({
      missing: [],
      partlyMissing: ['TPP 1 dari 9 pegawai belum terhitung, karena ada data yang kurang.'],
    });
    expect(provenanceOf('dinkes').partlyMissing ?? []).toEqual([]);
    expect(provenanceOf('*').partlyMissing).toEqual([
      'TPP 1 dari 11 pegawai belum terhitung, karena ada data yang kurang.',
    ]);
  });

  it('stay in the city’s status, whose basis then says that they are not complete', async () => {
    const snapshot = await readSnapshot([figuresOf(PUPR, DINKES)], '2026-11-24');
    const status = describeStatus(snapshot, [], 'pupr');
    expect(status.tpp).toEqual({
      ...{ paid: 41_350_000, computed: 37_211_400, discrepancy: -1_138_600 },
      ...{ discrepancyCount: 7, incompleteCount: 1 },
    });
    expect(describeBasis(status, 'TPP_COMPUTED')).toMatchObject({
      count: 8,
      isComplete: false,
      missing: ['TPP 1 dari 9 pegawai belum terhitung, karena ada data yang kurang.'],
    });
    expect(describeStatus(snapshot, [], '*').tpp).toMatchObject({
      discrepancy: -1_138_600,
      incompleteCount: 1,
    });
  });

  it('of an OPD without employees, and of a city that was never computed, say so', async () => {
    const { describe: provenanceOf } = await figuresOf(DINKES).readDay('2026-11-24');
    expect(provenanceOf('dlh').missing).toEqual(['Tidak ada pegawai OPD ini dalam data kepegawaian.']);
    expect((await figuresOf(DINKES).readDay('2026-06-30')).describe('dinkes').missing).toEqual([
      'TPP belum pernah dihitung hub.',
    ]);
  });
});
