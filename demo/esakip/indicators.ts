import { createRandom, type Random } from '../random.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import { decideQuarter, decideYear } from './achievement.ts';
import { type Agency, CITY, isKept } from './agencies.ts';
import { commaFixed, commaNumber, dottedRupiah, roundTo2 } from './decimal-comma.ts';
import { decideGrade, inventValues } from './evaluations.ts';
import { inventReal, splitTarget } from './figures.ts';
import { INDICATOR_PLANS, type IndicatorPlan } from './indicator-catalogue.ts';

type Quarter = 1 | 2 | 3 | 4;
type QuarterKey = `target_${Quarter}` | `realisasi_tw_${Quarter}` | `ket_tw_${Quarter}` | `capaian_tw_${Quarter}`;

/** A row of the table of action plans; every value but the numbers of row, agency and year is text. */
export type IndicatorRow = Readonly<Record<QuarterKey, string>> & {
  readonly id: number;
  readonly id_skpd: number;
  readonly nama_skpd: string;
  readonly tahun_anggaran: number;
  readonly indikator: string;
  readonly jenis: 'sasaran' | 'program' | 'kegiatan';
  /** Number of the indicator that it serves, of this agency or of the city; null at the top. */
  readonly induk_id: number | null;
  readonly satuan: string;
  readonly rumus_capaian_kinerja: string;
  /** The target where it is no number; the four others are then `0`. */
  readonly target_teks: string;
  readonly capaian: string;
  readonly rencana_pagu: string;
  readonly realisasi_pagu: string;
  /** `0` for a row that was struck out. */
  readonly active: '0' | '1';
};

const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];
const THIS_YEAR = Number(REFERENCE_DAY.slice(0, 4));
/** On the reference day the third quarter has just been reported. */
const QUARTERS_OF_THIS_YEAR = 3;
/** Its people type the year's figure by hand, from a sheet of their own. */
const REPORTS_BY_HAND = 'dishub';
const BY_HAND_ADDS = 7.5;
/** Agencies that began a year with a wrong target and struck the row out. */
const STRUCK_OUT = ['dinkes', 'bpprd', 'kota'];

/** Which of the city's indicators an agency's first one serves, by its place; the index of reform for all others. */
const SERVES: Readonly<Record<string, number>> = { dinkes: 0, disdik: 0, dinsos: 2, disnaker: 3, dpmptsp: 1, dlh: 7 };
const REFORM = 5;
/** Copied its plan from the year before without numbering the parents anew. */
const STALE_PARENT = 'satpolpp';

/** Lists an agency's indicators of a year, with those that were struck out. */
export function listIndicators(agency: Agency, year: number, seed: number): readonly IndicatorRow[] {
  if (!isKept(agency, year)) return [];
  const plans = (INDICATOR_PLANS[agency.key] ?? []).filter(({ until = year }) => year <= until);
  const rows = plans.map((plan, position) => writeRow({ agency, year, seed, plan, position }));
  const first = rows[0];
  const struck =
    first && STRUCK_OUT.includes(agency.key)
      ? [{ ...first, id: first.id + 90, target_4: '999', active: '0' as const }]
      : [];
  return agency === CITY || rows.length === 0
    ? [...rows, ...struck]
    : [...rows, writeTextRow(agency, year, seed), ...struck];
}

interface Draft {
  readonly agency: Agency;
  readonly year: number;
  readonly seed: number;
  readonly plan: IndicatorPlan;
  readonly position: number;
}

function writeRow({ agency, year, seed, plan, position }: Draft): IndicatorRow {
  const random = createRandom(seed, 'renaksi', agency.key, year, position);
  const annual = roundTo2(plan.target + plan.step * (year - 2022));
  const targets = splitTarget(plan, annual);
  const reals = QUARTERS.map((quarter) =>
    year === THIS_YEAR && quarter > QUARTERS_OF_THIS_YEAR
      ? undefined
      : inventReal(plan, targets[quarter - 1] ?? 0, random),
  );
  const computed = decideYear(plan.formula, targets, reals) ?? 0;
  const reported = agency.key === REPORTS_BY_HAND ? computed + BY_HAND_ADDS : computed;
  return {
    ...headOf(agency, year, position),
    indikator: plan.name,
    ...placeOf(agency, year, position),
    satuan: plan.unit,
    rumus_capaian_kinerja: plan.formula,
    target_teks: '',
    ...writeQuarters((quarter) => {
      const [target, real] = [targets[quarter - 1] ?? 0, reals[quarter - 1]];
      return {
        target: commaNumber(target),
        real: real === undefined ? '' : commaNumber(real),
        achieved: real === undefined ? '' : commaFixed(decideQuarter(plan.formula, target, real)),
      };
    }),
    capaian: commaFixed(reported),
    ...writeBudget(year, random),
    active: '1',
  };
}

/** A promise that is no number: the grade that the agency's accountability is to get. */
function writeTextRow(agency: Agency, year: number, seed: number): IndicatorRow {
  const random = createRandom(seed, 'renaksi', agency.key, year, 'predikat');
  const wanted = year < 2024 ? 'B' : 'BB';
  const total = inventValues(agency.key, year, seed)?.total;
  const got = total === undefined ? '' : decideGrade(total).grade;
  return {
    ...headOf(agency, year, 80),
    indikator: 'Predikat SAKIP perangkat daerah',
    jenis: 'sasaran',
    induk_id: numberOf(CITY, year, REFORM),
    satuan: 'predikat',
    rumus_capaian_kinerja: '2',
    target_teks: wanted,
    ...writeQuarters((quarter) => ({ target: '0', real: quarter === 4 ? got : '', achieved: '' })),
    capaian: '',
    ...writeBudget(year, random),
    active: '1',
  };
}

function headOf(agency: Agency, year: number, position: number) {
  const { id, name } = agency;
  return { id: numberOf(agency, year, position), id_skpd: id, nama_skpd: name, tahun_anggaran: year };
}

function numberOf({ id }: Agency, year: number, position: number): number {
  return id * 100_000 + (year % 100) * 1_000 + position + 1;
}

/** An agency's first indicator serves one of the city, the next serves the first, the others serve the second. */
function placeOf(agency: Agency, year: number, position: number): Pick<IndicatorRow, 'jenis' | 'induk_id'> {
  if (agency === CITY) return { jenis: 'sasaran', induk_id: null };
  if (position === 0) return { jenis: 'sasaran', induk_id: numberOf(CITY, year, SERVES[agency.key] ?? REFORM) };
  // The number of last year's row was left standing.
  const parentYear = agency.key === STALE_PARENT ? year - 1 : year;
  return position === 1
    ? { jenis: 'program', induk_id: numberOf(agency, parentYear, 0) }
    : { jenis: 'kegiatan', induk_id: numberOf(agency, parentYear, 1) };
}

function writeQuarters(
  tell: (quarter: Quarter) => { target: string; real: string; achieved: string },
): Record<QuarterKey, string> {
  const [first, second, third, fourth] = [tell(1), tell(2), tell(3), tell(4)];
  return {
    target_1: first.target,
    target_2: second.target,
    target_3: third.target,
    target_4: fourth.target,
    realisasi_tw_1: first.real,
    realisasi_tw_2: second.real,
    realisasi_tw_3: third.real,
    realisasi_tw_4: fourth.real,
    ket_tw_1: first.real === '' ? '' : 'Sesuai jadwal',
    ket_tw_2: '',
    ket_tw_3: '',
    ket_tw_4: '',
    capaian_tw_1: first.achieved,
    capaian_tw_2: second.achieved,
    capaian_tw_3: third.achieved,
    capaian_tw_4: fourth.achieved,
  };
}

function writeBudget(year: number, random: Random): { rencana_pagu: string; realisasi_pagu: string } {
  const planned = random.whole(150, 9_000) * 1_000_000;
  const spent = (planned * random.whole(year === THIS_YEAR ? 55 : 88, year === THIS_YEAR ? 74 : 99)) / 100;
  return { rencana_pagu: dottedRupiah(planned), realisasi_pagu: dottedRupiah(spent) };
}
