import type { Format } from '../../format/format.ts';
import type { CityMetric, KotaBasesFragment, KotaFiguresFragment } from '../../generated/graphql.ts';

export type Figures = KotaFiguresFragment;
export type Bases = KotaBasesFragment;

/** One figure of the board: where it stands in an answer, which way is worse, and how it is written and shaded. */
export interface Measure {
  readonly metric: CityMetric;
  /** Its name in addresses. */
  readonly slug: string;
  readonly basis: keyof Bases;
  read(of: Figures): number | null;
  /** The letter that stands for it. */
  grade?(of: Figures): string | null;
  readonly worse: 'higher' | 'lower';
  readonly form: 'count' | 'share' | 'score' | 'days';
  /** A month of its trend is how it stood at the month's end, or what came about in it. */
  readonly over: 'stock' | 'flow';
}

/** The board's figures in the order of its table. */
export const MEASURES = [
  {
    ...{ metric: 'OVERDUE_APPLICATIONS', slug: 'lewat-batas', basis: 'applications' },
    ...{ worse: 'higher', form: 'count', over: 'stock', read: (of) => of.overdueApplications },
  },
  {
    ...{ metric: 'SLA_COMPLIANCE', slug: 'tepat-waktu', basis: 'applications' },
    ...{ worse: 'lower', form: 'share', over: 'flow', read: (of) => of.slaCompliance },
  },
  {
    ...{ metric: 'MEDIAN_DAYS', slug: 'lama', basis: 'applications' },
    ...{ worse: 'higher', form: 'days', over: 'flow', read: (of) => of.medianDays },
  },
  {
    ...{ metric: 'OVERCHARGED', slug: 'tagihan-lebih', basis: 'applications' },
    ...{ worse: 'higher', form: 'count', over: 'flow', read: (of) => of.overcharged },
  },
  {
    ...{ metric: 'OVERDUE_COMPLAINTS', slug: 'pengaduan', basis: 'complaintsBasis' },
    ...{ worse: 'higher', form: 'count', over: 'stock', read: (of) => of.complaints.overdue },
  },
  {
    ...{ metric: 'LEVY_REPORTS', slug: 'pungli', basis: 'levies' },
    ...{ worse: 'higher', form: 'count', over: 'flow', read: (of) => of.levyReports },
  },
  {
    ...{ metric: 'IKM', slug: 'kepuasan', basis: 'survey' },
    ...{ worse: 'lower', form: 'score', over: 'flow', read: (of) => of.ikm.value, grade: (of) => of.ikm.grade },
  },
  {
    ...{ metric: 'SAKIP_SCORE', slug: 'sakip', basis: 'sakipBasis' },
    ...{ worse: 'lower', form: 'score', over: 'flow', read: (of) => of.sakip.score, grade: (of) => of.sakip.predicate },
  },
  {
    ...{ metric: 'REPORTING_RATE', slug: 'laporan', basis: 'reports' },
    ...{ worse: 'lower', form: 'share', over: 'flow', read: (of) => of.ekinerja.reportingRate },
  },
  {
    ...{ metric: 'TPP_DISCREPANCIES', slug: 'tpp', basis: 'allowances' },
    ...{ worse: 'higher', form: 'count', over: 'flow', read: (of) => of.tpp.discrepancyCount },
  },
  {
    ...{ metric: 'DIGITAL_SHARE', slug: 'daring', basis: 'services' },
    ...{ worse: 'lower', form: 'share', over: 'stock', read: (of) => of.digitalShare },
  },
] as const satisfies readonly Measure[];

/** Figures that the board shows. */
export type ShownMetric = (typeof MEASURES)[number]['metric'];

/** A figure that the board shows. */
export type ShownMeasure = Measure & { readonly metric: ShownMetric };

/** @throws Error for a figure that the board does not show. */
export function getMeasure(metric: ShownMetric): Measure {
  const found = MEASURES.find((one) => one.metric === metric);
  if (!found) throw new Error(`The board does not show ${metric}`);
  return found;
}

export function findMeasure(slug: string | null): ShownMeasure | undefined {
  return MEASURES.find((one) => one.slug === slug);
}

/** Writes a figure with as many digits as it deserves. */
export function writeFigure({ form }: Pick<Measure, 'form'>, value: number, format: Format): string {
  if (form === 'share') return format.percent(value, value > 0.9 && value < 1 ? 1 : 0);
  if (form === 'score') return format.number(value, 2);
  return format.number(value, form === 'days' ? 1 : 0);
}

export type Direction = 'worse' | 'better' | 'same';

/** How a figure has gone, and whether that is good; undefined where one of the two is not known. */
export interface Change {
  readonly direction: Direction;
  readonly isUp: boolean;
  readonly before: number;
  readonly by: number;
}

/** So much it must move before anybody would speak of it. */
const LEAST: Readonly<Record<Measure['form'], number>> = { count: 1, share: 0.005, score: 0.1, days: 0.5 };

/** Compares a figure with how it was. */
export function compare(measure: Measure, now: number | null, before: number | null): Change | undefined {
  if (now === null || before === null) return undefined;
  const by = now - before;
  if (Math.abs(by) < LEAST[measure.form]) return { direction: 'same', isUp: false, before, by: 0 };
  const isUp = by > 0;
  return { direction: isUp === (measure.worse === 'higher') ? 'worse' : 'better', isUp, before, by };
}
