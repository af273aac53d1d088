import { type DatedEntry, isInForce, readDatedEntries } from '../dated-entry.ts';
import type { AlertSeverity, CityMetric } from '../generated/resolver-types.ts';
import { metrics } from './metrics.ts';
import type { CitySnapshot } from './read-snapshot.ts';

/** When a figure is a reason to look. */
export interface AlertRule extends DatedEntry {
  readonly metric: CityMetric;
  readonly above?: number;
  readonly below?: number;
  /** Share of the records behind it. */
  readonly shareAbove?: number;
  /** Share by which it is worse than at the end of last month. */
  readonly worseBy?: number;
  /** Records that must stand behind it. */
  readonly atLeast: number;
  readonly severity: AlertSeverity;
  readonly message: string;
}

/** A figure that somebody should look at. */
export interface Alert {
  readonly severity: AlertSeverity;
  readonly metric: CityMetric;
  readonly opd: string;
  readonly message: string;
  readonly value: number;
  readonly comparedWith: number;
}

const number = { type: 'number' };
const needed = {
  metric: { enum: Object.keys(metrics) },
  atLeast: { type: 'integer', minimum: 1 },
  severity: { enum: ['SERIOUS', 'WARNING'] },
  message: { type: 'string', pattern: '^\\{name\\}: ' },
};

/** Every threshold, each with the time in which it holds. */
export const alertRules = readDatedEntries<AlertRule>(new URL('alert-rules.yaml', import.meta.url), needed, {
  above: number,
  below: number,
  shareAbove: number,
  worseBy: number,
});

export interface AlertScope {
  readonly now: CitySnapshot;
  /** As the city stood at the end of last month. */
  readonly before: CitySnapshot;
  readonly opds: readonly { readonly code: string; readonly name: string }[];
  readonly rules?: readonly AlertRule[];
}

/** Lists what somebody should look at, the most serious first. */
export function listAlerts({ now, before, opds, rules = alertRules }: AlertScope): readonly Alert[] {
  const inForce = rules.filter((rule) => isInForce(rule, now.day));
  const alerts = inForce.flatMap((rule) =>
    opds.flatMap(({ code, name }) => {
      const { value, count } = now.figure(rule.metric, code);
      if (value === undefined || count < rule.atLeast) return [];
      const comparedWith = compare(rule, value, count, before.figure(rule.metric, code).value);
      if (comparedWith === undefined) return [];
      const { severity, metric } = rule;
      const message = fill(rule.message, { name, value: write(metric, value), before: write(metric, comparedWith) });
      return [{ severity, metric, opd: code, message, value, comparedWith }];
    }),
  );
  const rank = ({ severity }: Alert) => (severity === 'SERIOUS' ? 0 : 1);
  return alerts.sort((one, other) => rank(one) - rank(other));
}

/** What it is worse than; undefined where it is not. */
function compare(rule: AlertRule, value: number, count: number, before: number | undefined): number | undefined {
  if (rule.shareAbove !== undefined) return value / count > rule.shareAbove ? count : undefined;
  if (rule.above !== undefined) return value > rule.above ? rule.above : undefined;
  if (rule.below !== undefined) return value < rule.below ? rule.below : undefined;
  if (rule.worseBy === undefined || before === undefined || before === 0) return undefined;
  const change = metrics[rule.metric].worse === 'lower' ? before - value : value - before;
  return change / before > rule.worseBy ? before : undefined;
}

const SHARES: ReadonlySet<CityMetric> = new Set(['SLA_COMPLIANCE', 'DIGITAL_SHARE', 'REPORTING_RATE']);

function write(metric: CityMetric, value: number): string {
  const format = new Intl.NumberFormat('id-ID', { maximumFractionDigits: SHARES.has(metric) ? 1 : 2 });
  return SHARES.has(metric) ? `${format.format(value * 100)} %` : format.format(value);
}

function fill(message: string, words: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
