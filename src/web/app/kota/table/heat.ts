import { type Figures, MEASURES, type Measure } from '../measures/measures.ts';

/** How strongly a cell is shaded: 0 as it should be, 4 furthest from it; undefined where nothing is known. */
export type Heat = 0 | 1 | 2 | 3 | 4;

const GRADES: Readonly<Record<string, Heat>> = { AA: 0, A: 0, BB: 1, B: 2, CC: 3, C: 3, D: 4 };
// Of IKM's four grades B is "baik" and the second best.
const IKM_GRADES: Readonly<Record<string, Heat>> = { A: 0, B: 1, C: 3, D: 4 };

/** Shades a figure: letters by their order, shares by how far they are from the whole, counts beside the largest of the OPDs. Days are not
 * shaded: five may be too many for one service and few for another. */
export function shade(measure: Measure, of: Figures, largest: number): Heat | undefined {
  const value = measure.read(of);
  if (value === null) return undefined;
  const grade = measure.grade?.(of);
  if (grade) return (measure.metric === 'IKM' ? IKM_GRADES : GRADES)[grade] ?? 0;
  if (measure.form === 'share') return shadeShare(value);
  if (measure.form === 'days' || value <= 0 || largest <= 0) return 0;
  return Math.max(1, Math.ceil((value / largest) * 4)) as Heat;
}

/** The largest of each figure among the OPDs, by metric. */
export function listLargest(opds: readonly Figures[]): ReadonlyMap<string, number> {
  return new Map(MEASURES.map((one) => [one.metric, Math.max(0, ...opds.map((of) => one.read(of) ?? 0))]));
}

function shadeShare(value: number): Heat {
  if (value >= 0.95) return 0;
  if (value >= 0.9) return 1;
  if (value >= 0.75) return 2;
  return value >= 0.5 ? 3 : 4;
}
