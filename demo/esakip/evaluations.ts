import { type Agency, isKept } from './agencies.ts';
import { commaFixed, roundTo2 } from './decimal-comma.ts';
import { COMPONENTS, listAnswers, listSignedAnswers, scoreComponent } from './lke.ts';

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
  const answers = listSignedAnswers(key, year, seed);
  const values = COMPONENTS.map(([name, weight]) => scoreComponent(name, weight, answers));
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

/** A row of the recapitulation: an agency's result of a year, without the agency's name. */
interface RecapRow {
  readonly opd_id: number;
  readonly tahun: string;
  readonly nilai_perencanaan: string;
  readonly nilai_pengukuran: string;
  readonly nilai_pelaporan: string;
  readonly nilai_evaluasi: string;
  readonly total: string;
  readonly predikat: string;
}

/** Writes an agency's line of the recapitulation of a year, or nothing when it was not evaluated. */
export function writeRecap(agency: Agency, year: number, seed: number): RecapRow | undefined {
  const evaluated = isKept(agency, year) ? inventValues(agency.key, year, seed) : undefined;
  if (!evaluated) return undefined;
  const [planning = 0, measuring = 0, reporting = 0, evaluating = 0] = evaluated.values;
  return {
    opd_id: agency.id,
    tahun: String(year),
    nilai_perencanaan: commaFixed(planning),
    nilai_pengukuran: commaFixed(measuring),
    nilai_pelaporan: commaFixed(reporting),
    nilai_evaluasi: commaFixed(evaluating),
    total: commaFixed(evaluated.total),
    predikat: decideGrade(evaluated.total).grade,
  };
}

/** Lists the worksheet (LKE) behind an agency's evaluation of a year, as it stands today. */
export function listWorksheet(agency: Agency, year: number, seed: number): readonly object[] {
  if (!isKept(agency, year) || year > LAST_EVALUATED) return [];
  return listAnswers(agency.key, year, seed).map(({ component, part, criterion, kind, answer }, index) => ({
    id: agency.id * 100_000 + (year % 100) * 1_000 + index + 1,
    opd_id: agency.id,
    tahun: String(year),
    komponen: component,
    subkomponen: part,
    kriteria: criterion,
    jenis: kind,
    nilai_usulan: kind === 'YT' ? 'Y' : 'A',
    nilai_penetapan: answer,
    bukti_dukung: null,
  }));
}
