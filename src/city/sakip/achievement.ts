import { type Calculation, calculated, incomplete, formatNumber as say } from './calculation.ts';
import type { Figure } from './read-figure.ts';

/** Whether more is better or less; a target that is a range has a formula of its own. */
export type Direction = 'positive' | 'negative';

/**
 * An indicator's achievement by the book: R/T; (2T−R)/T where less is better; for a range by its nearer bound, 100 inside
 * (PermenPANRB 8/2021, "Sistem Manajemen Kinerja" p. 110; DOMAIN §1).
 */
export function calculateAchievement(direction: Direction, target: Figure, real: Figure): Calculation {
  const formula = target.kind === 'range' ? RANGE : direction === 'positive' ? POSITIVE : NEGATIVE;
  const missing = [...explainTarget(target), ...explain('realisasi', real)];
  if (target.kind === 'range' && real.kind === 'number') return calculateRange(target.lower, target.upper, real.value);
  if (missing.length > 0 || target.kind !== 'number' || real.kind !== 'number') return incomplete(formula, ...missing);
  const [t, r] = [target.value, real.value];
  return direction === 'positive'
    ? calculated((r / t) * 100, `${POSITIVE} = ${say(r)} ÷ ${say(t)} × 100`)
    : calculated(((2 * t - r) / t) * 100, `${NEGATIVE} = (2 × ${say(t)} − ${say(r)}) ÷ ${say(t)} × 100`);
}

const POSITIVE = 'R ÷ T × 100';
const NEGATIVE = '(2T − R) ÷ T × 100';
const RANGE = 'R ÷ batas terdekat rentang target × 100';

function calculateRange(lower: number, upper: number, real: number): Calculation {
  const range = `${say(lower)}–${say(upper)}`;
  if (real >= lower && real <= upper) return calculated(100, `R = ${say(real)} di dalam rentang target ${range}: 100`);
  const [bound, name] = real > upper ? [upper, 'atas'] : [lower, 'bawah'];
  const formula = `R ÷ batas ${name} rentang target ${range} × 100`;
  if (bound === 0) return incomplete(formula, ZERO_BOUND);
  return calculated((real / bound) * 100, `${formula} = ${say(real)} ÷ ${say(bound)} × 100`);
}

const ZERO_BOUND = 'batas rentang target adalah 0, sehingga tidak dapat dibagi';

function explainTarget(target: Figure): string[] {
  if (target.kind === 'number' && target.value === 0) return ['target adalah 0, sehingga tidak dapat dibagi'];
  return target.kind === 'range' ? [] : explain('target', target);
}

/** What keeps a figure from being computed with; empty where nothing does. */
export function explain(what: string, figure: Figure): string[] {
  switch (figure.kind) {
    case 'number':
      return [];
    case 'empty':
      return [`${what} belum diisi`];
    case 'range':
      return [`${what} berupa rentang`];
    case 'text':
      return [`${what} bukan angka`];
  }
}
