import type { Format } from '../../format/format.ts';
import { daysBetween } from '../address/days.ts';
import type { Bases } from '../measures/measures.ts';

export const BASES = [
  ...([
    'applications',
    'complaintsBasis',
    'levies',
    'survey',
    'sakipBasis',
    'reports',
    'allowances',
    'services',
  ] as const),
] satisfies readonly (keyof Bases)[];

/** The hub's own, which are never old. */
export const OWN: ReadonlySet<keyof Bases> = new Set<keyof Bases>(['levies', 'services']);

/** The kind of figure whose data is the oldest, and of when it is. */
export function findOldest(bases: Bases): { readonly kind: keyof Bases; readonly asOf: string } | undefined {
  const dated = BASES.flatMap((kind) => {
    const { asOf } = bases[kind];
    return asOf ? [{ kind, asOf }] : [];
  });
  return dated.sort((one, other) => Date.parse(one.asOf) - Date.parse(other.asOf))[0];
}

interface AgeTexts {
  days(count: string): string;
  hours(count: string): string;
  readonly minutes: string;
}

const HOUR_MS = 3_600_000;

/** How old something is, as people say it. */
export function writeAge(asOf: string, format: Format, t: AgeTexts, nowMs = Date.now()): string {
  const days = daysBetween(asOf, new Date(nowMs).toISOString());
  if (days >= 1) return t.days(format.number(days));
  const hours = Math.floor((nowMs - Date.parse(asOf)) / HOUR_MS);
  return hours >= 1 ? t.hours(format.number(hours)) : t.minutes;
}

/** An instant with its day; `08.08` alone could be one in August. */
export function writeMoment(instant: string, format: Format, atClock: (clock: string) => string): string {
  const moment = format.moment(instant);
  return moment.includes(' ') ? moment : atClock(moment);
}
