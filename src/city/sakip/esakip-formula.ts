import { explain } from './achievement.ts';
import { type Calculation, calculated, incomplete, formatNumber as say } from './calculation.ts';
import type { Figure } from './read-figure.ts';

/** The three formulas of the application (wp-eval-sakip, `rumus_capaian_kinerja`; DOMAIN §1). */
export type EsakipFormula = 'CUMULATIVE' | 'LAST_VALUE' | 'DECREASING';

export interface QuarterFigures {
  readonly target: Figure;
  readonly real: Figure;
}

/** A quarter's achievement as the application computes it: R/T, and T/R where less is better. */
export function calculateQuarter(formula: EsakipFormula, { target, real }: QuarterFigures): Calculation {
  const isDecreasing = formula === 'DECREASING';
  const words = isDecreasing ? 'T ÷ R × 100' : 'R ÷ T × 100';
  const missing = [...explain('target', target), ...explain('realisasi', real)];
  if (missing.length > 0 || target.kind !== 'number' || real.kind !== 'number') return incomplete(words, ...missing);
  const [above, below] = isDecreasing ? [target.value, real.value] : [real.value, target.value];
  if (below === 0) return incomplete(words, zero(isDecreasing ? 'realisasi' : 'target'));
  return calculated((above / below) * 100, `${words} = ${say(above)} ÷ ${say(below)} × 100`);
}

/**
 * The year's achievement as the application computes it. Formula 3 is (T−R)/T here although its quarters are T/R, so that
 * whoever exactly meets the target has 0: the application's fault, which is shown and not mended.
 */
export function calculateYear(formula: EsakipFormula, quarters: readonly QuarterFigures[]): Calculation {
  return formula === 'CUMULATIVE' ? calculateSum(quarters) : calculateLast(formula, quarters);
}

const SUM = 'jumlah R triwulan yang dilaporkan ÷ jumlah T setahun × 100';

function calculateSum(quarters: readonly QuarterFigures[]): Calculation {
  const reported = quarters.filter(({ real }) => real.kind !== 'empty');
  const missing = [
    ...quarters.flatMap(({ target }, index) => explain(`target triwulan ${index + 1}`, target)),
    ...quarters.flatMap(({ real }, index) =>
      real.kind === 'empty' ? [] : explain(`realisasi triwulan ${index + 1}`, real),
    ),
    ...(reported.length === 0 ? ['realisasi belum diisi'] : []),
  ];
  if (missing.length > 0) return incomplete(SUM, ...missing);
  const target = sum(quarters.map((one) => one.target));
  const real = sum(reported.map((one) => one.real));
  if (target === 0) return incomplete(SUM, zero('jumlah target'));
  return calculated((real / target) * 100, `${SUM} = ${say(real)} ÷ ${say(target)} × 100`);
}

function calculateLast(formula: 'LAST_VALUE' | 'DECREASING', quarters: readonly QuarterFigures[]): Calculation {
  const words =
    formula === 'LAST_VALUE' ? 'R triwulan terakhir ÷ T setahun × 100' : '(T setahun − R terakhir) ÷ T × 100';
  const target = quarters.at(-1)?.target ?? EMPTY;
  const real = quarters.findLast((one) => one.real.kind !== 'empty')?.real ?? EMPTY;
  const missing = [...explain('target triwulan 4', target), ...explain('realisasi', real)];
  if (missing.length > 0 || target.kind !== 'number' || real.kind !== 'number') return incomplete(words, ...missing);
  const [t, r] = [target.value, real.value];
  if (t === 0) return incomplete(words, zero('target triwulan 4'));
  return formula === 'LAST_VALUE'
    ? calculated((r / t) * 100, `${words} = ${say(r)} ÷ ${say(t)} × 100`)
    : calculated(((t - r) / t) * 100, `${words} = (${say(t)} − ${say(r)}) ÷ ${say(t)} × 100`);
}

const EMPTY: Figure = { kind: 'empty' };

function zero(what: string): string {
  return `${what} adalah 0, sehingga tidak dapat dibagi`;
}

/** The sum of figures that are numbers. */
export function sum(figures: readonly Figure[]): number {
  return figures.reduce((total, figure) => total + (figure.kind === 'number' ? figure.value : 0), 0);
}
