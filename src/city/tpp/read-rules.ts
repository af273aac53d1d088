import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { readYamlList } from '../../base/read-yaml-list.ts';
import type { AllowanceRule } from './allowance-rule.ts';
import { type ComputeAllowance, compileAllowance } from './compute-allowance.ts';
import { ruleSchema } from './rule-schema.ts';

/** The rule of one month, compiled. */
export interface MonthRule {
  readonly name: string;
  readonly version: string;
  /** Whether it, or anything that is added to it, stands in for a regulation that is not known. */
  readonly isDefault: boolean;
  readonly source: string;
  /** Whether tax and insurance are part of it, so that its amount is what is paid out. */
  readonly isNet: boolean;
  /** The last day of the month after on which an approval is in time; undefined where the rule has none. */
  readonly approvedBefore: number | undefined;
  readonly compute: ComputeAllowance;
}

/** Finds the rule that holds in a month (`YYYY-MM`); undefined where none is known. */
export type FindMonthRule = (month: string) => MonthRule | undefined;

/**
 * Reads the rules of a folder (`*.yaml`).
 * @throws HubError CONFIG_INVALID for mistakes, for shares that are not the whole ceiling, and for two rules at one time.
 */
export function readAllowanceRules(folder: string): readonly AllowanceRule[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const rules = files.sort().flatMap((name) => {
    const file = join(folder, name);
    return readYamlList<AllowanceRule>(file, { setting: 'The rules of the allowance (TPP)', entry: ruleSchema });
  });
  for (const rule of rules) checkRule(rule);
  const bases = rules.filter(({ shares }) => shares).sort((one, other) => (one.from < other.from ? -1 : 1));
  for (const [index, { name, until }] of bases.slice(0, -1).entries()) {
    const next = bases[index + 1];
    if (next && (until === undefined || until >= next.from))
      throw new HubError('CONFIG_INVALID', `The rules “${name}” and “${next.name}” hold at the same time`, {
        fix: 'End the earlier one: until.',
      });
  }
  return rules;
}

function checkRule({ name, shares, event, from, until }: AllowanceRule): void {
  const refuse = (problem: string) => {
    throw new HubError('CONFIG_INVALID', `The rule “${name}” of the allowance (TPP) ${problem}`);
  };
  if (!shares === !event) refuse('has either shares or an event');
  const whole = Object.values(shares ?? {}).reduce((sum, { percent }) => sum + Math.round(percent * 100), 0);
  if (shares && whole !== 10_000) refuse(`has shares of ${whole / 100} % together, not 100`);
  if (until !== undefined && until < from) refuse('ends before it begins');
  if (event && (event.on.slice(0, 7) < from || event.on.slice(0, 7) > (until ?? from)))
    refuse('has an event outside its months');
}

/** Creates the finder; each month's rule is compiled once. */
export function createRuleFinder(rules: readonly AllowanceRule[]): FindMonthRule {
  const known = new Map<string, MonthRule | undefined>();
  return (month) => {
    if (!known.has(month)) known.set(month, compileMonth(rules, month));
    return known.get(month);
  };
}

function compileMonth(rules: readonly AllowanceRule[], month: string): MonthRule | undefined {
  const inForce = rules.filter(({ from, until }) => from <= month && month <= (until ?? '9999-12'));
  const base = inForce.find(({ shares }) => shares);
  if (!base) return undefined;
  const additions = inForce.filter(({ event }) => event?.on.startsWith(month));
  const all = [base, ...additions];
  return {
    name: all.map(({ name }) => name).join(' + '),
    version: all.map(({ version }) => version).join(' + '),
    isDefault: all.some(({ isDefault }) => isDefault),
    source: all.map(({ source }) => source).join('; '),
    isNet: base.tax !== undefined || base.insurance !== undefined,
    approvedBefore: base.shares?.minutes?.approvedBefore,
    compute: compileAllowance(base, additions),
  };
}
