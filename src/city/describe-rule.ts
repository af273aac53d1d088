import type { DatedEntry } from './dated-entry.ts';
import type { RuleSource } from './generated/resolver-types.ts';

/** Where a rule stands, as the graph shows it. */
export function describeRule(rule: DatedEntry | undefined): RuleSource | null {
  return rule ? { source: rule.source, from: rule.from, isDefault: rule.isDefault } : null;
}
