import type { Random } from '../random.ts';
import { roundTo2 } from './decimal-comma.ts';
import type { Formula, IndicatorPlan } from './indicator-catalogue.ts';

const COUNTED: ReadonlySet<string> = new Set([
  'anak',
  'dokumen',
  'keluarga',
  'kegiatan',
  'kendaraan',
  'layanan',
  'orang',
  'perangkat daerah',
  'titik',
  'unit',
]);
/** Between which percents of a target the figures of a quarter lie. */
const REACHED: Readonly<Record<Formula, readonly [least: number, most: number]>> = {
  '1': [84, 112],
  '2': [95, 104],
  '3': [90, 106],
};

/** What adds up is spread over the quarters; what is a level is approached, and reached in the last. */
export function splitTarget({ formula, unit }: IndicatorPlan, annual: number): readonly number[] {
  if (formula === '1') {
    const quarter = COUNTED.has(unit) ? Math.floor(annual / 4) : roundTo2(annual / 4);
    return [quarter, quarter, quarter, roundTo2(annual - 3 * quarter)];
  }
  const shares = formula === '2' ? [0.94, 0.96, 0.98, 1] : [1.06, 1.04, 1.02, 1];
  return shares.map((share) => writable(annual * share, unit));
}

/** Invents what was reached of a quarter's target. */
export function inventReal({ formula, unit }: IndicatorPlan, target: number, random: Random): number {
  const [least, most] = REACHED[formula];
  return writable((target * random.whole(least, most)) / 100, unit);
}

/** Whole where things are counted, and no more than everything where a share is told. */
function writable(value: number, unit: string): number {
  if (COUNTED.has(unit)) return Math.round(value);
  return roundTo2(unit === 'persen' ? Math.min(value, 100) : value);
}
