import { createRandom } from '../random.ts';
import { type Agency, isKept } from './agencies.ts';
import { commaFixed, roundTo2 } from './decimal-comma.ts';

/** What an evaluation says of one agency and year, as the application shows it: numbers are text. */
interface EvaluationRow {
  readonly opd_id: number;
  readonly opd_nama: string;
  readonly tahun: string;
  readonly komponen: readonly { readonly nama: string; readonly bobot: string; readonly nilai: string }[];
  readonly total: string;
  readonly predikat: string;
  readonly keterangan: string;
}

/** The weights of PermenPANRB 88/2021. */
const COMPONENTS: readonly (readonly [name: string, weight: number])[] = [
  ['Perencanaan Kinerja', 30],
  ['Pengukuran Kinerja', 30],
  ['Pelaporan Kinerja', 15],
  ['Evaluasi Akuntabilitas Kinerja Internal', 25],
];
/** A bound itself still belongs to the grade below. */
const GRADES: readonly (readonly [above: number, grade: string, meaning: string])[] = [
  [90, 'AA', 'Sangat Memuaskan'],
  [80, 'A', 'Memuaskan'],
  [70, 'BB', 'Sangat Baik'],
  [60, 'B', 'Baik'],
  [50, 'CC', 'Cukup'],
  [30, 'C', 'Kurang'],
];
/** A year is evaluated in the year after. */
const LAST_EVALUATED = 2025;

/** Returns the grade of a total. */
export function decideGrade(total: number): { readonly grade: string; readonly meaning: string } {
  const [, grade, meaning] = GRADES.find(([above]) => total > above) ?? [0, 'D', 'Sangat Kurang'];
  return { grade, meaning };
}

/** Invents the values of an agency's components, with their sum, or nothing for a year that was not evaluated yet. */
export function inventValues(key: string, year: number, seed: number) {
  if (year > LAST_EVALUATED) return undefined;
  // An agency keeps its level and gains a little each year.
  const level = 0.58 + createRandom(seed, 'evaluasi', key).next() * 0.2 + (year - 2022) * 0.018;
  const random = createRandom(seed, 'evaluasi', key, year);
  const values = COMPONENTS.map(([, weight]) =>
    roundTo2(weight * Math.min(0.97, level + (random.next() - 0.5) * 0.08)),
  );
  return { values, total: roundTo2(values.reduce((sum, value) => sum + value, 0)) };
}

/** Writes an agency's evaluation of a year, or nothing when there is none. */
export function writeEvaluation(agency: Agency, year: number, seed: number): EvaluationRow | undefined {
  const evaluated = isKept(agency, year) ? inventValues(agency.key, year, seed) : undefined;
  if (!evaluated) return undefined;
  const { grade, meaning } = decideGrade(evaluated.total);
  return {
    opd_id: agency.id,
    opd_nama: agency.name,
    tahun: String(year),
    komponen: COMPONENTS.map(([nama, weight], position) => ({
      nama,
      bobot: commaFixed(weight),
      nilai: commaFixed(evaluated.values[position] ?? 0),
    })),
    total: commaFixed(evaluated.total),
    predikat: grade,
    keterangan: meaning,
  };
}
