import type { Format } from '../../format/format.ts';
import { compare, type Figures, getMeasure, type ShownMetric, writeFigure } from '../measures/measures.ts';
import { shortName } from '../measures/short-name.ts';

/** Sentences of the top line; filled in by the language that is chosen. */
export interface HeadlineTexts {
  overdue(overdue: string, open: string, where: string): string;
  complaints(overdue: string, open: string, where: string): string;
  onlyAt(opd: string): string;
  mostAt(opd: string, count: string): string;
  readonly nothingOverdue: string;
  readonly noApplicationOverdue: string;
  readonly noComplaintOverdue: string;
  readonly nothingKnown: string;
  worse(list: string, day: string): string;
  worseThing(what: string, before: string, now: string): string;
  nothingWorse(day: string): string;
}

interface News {
  readonly totals: Figures;
  readonly opds: readonly Figures[];
  readonly format: Format;
  readonly t: HeadlineTexts;
}

/** The one thing to know: what is overdue and where. */
export function writeHeadline({ totals, opds, format, t }: News): string {
  const { overdueApplications: late, openApplications: open, complaints } = totals;
  if (late !== null && open !== null && late > 0) {
    const where = writeWhere(late, opds, (of) => of.overdueApplications, format, t);
    return t.overdue(format.number(late), format.number(open), where);
  }
  if (complaints.overdue !== null && complaints.open !== null && complaints.overdue > 0) {
    const where = writeWhere(complaints.overdue, opds, (of) => of.complaints.overdue, format, t);
    return t.complaints(format.number(complaints.overdue), format.number(complaints.open), where);
  }
  if (late === null) return complaints.overdue === null ? t.nothingKnown : t.noComplaintOverdue;
  return complaints.overdue === null ? t.noApplicationOverdue : t.nothingOverdue;
}

function writeWhere(
  all: number,
  opds: readonly Figures[],
  read: (of: Figures) => number | null,
  format: Format,
  t: HeadlineTexts,
): string {
  const [first] = [...opds].sort((one, other) => (read(other) ?? 0) - (read(one) ?? 0));
  const count = first ? (read(first) ?? 0) : 0;
  // Of an officer's own OPD there is no where.
  if (!first || opds.length < 2 || count === 0) return '';
  const name = shortName(first.name, first.opd?.code);
  return count === all ? t.onlyAt(name) : t.mostAt(name, format.number(count));
}

const MAIN: readonly ShownMetric[] = [
  ...(['OVERDUE_APPLICATIONS', 'OVERDUE_COMPLAINTS', 'SLA_COMPLIANCE', 'OVERCHARGED'] as const),
  ...(['LEVY_REPORTS', 'IKM', 'SAKIP_SCORE', 'REPORTING_RATE', 'TPP_DISCREPANCIES'] as const),
];

export interface WorseNews {
  readonly now: Figures;
  readonly before: Figures | undefined;
  readonly day: string;
  readonly names: Readonly<Record<ShownMetric, string>>;
  readonly format: Format;
  readonly t: HeadlineTexts;
}

/** What got worse, most of it first three, as one sentence. */
export function writeWorse({ now, before, day, names, format, t }: WorseNews): string {
  const worse = MAIN.flatMap((metric) => {
    const measure = getMeasure(metric);
    const value = measure.read(now);
    const change = before && compare(measure, value, measure.read(before));
    if (value === null || change?.direction !== 'worse') return [];
    const name = names[metric];
    const what = /^[A-Z]{2}|IKM|SAKIP|e-/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
    const text = t.worseThing(what, writeFigure(measure, change.before, format), writeFigure(measure, value, format));
    return [{ text, share: Math.abs(change.by) / Math.max(Math.abs(change.before), 1) }];
  });
  if (worse.length === 0) return t.nothingWorse(format.date(day));
  const most = worse.sort((one, other) => other.share - one.share).slice(0, 3);
  return t.worse(most.map(({ text }) => text).join(', '), format.date(day));
}
