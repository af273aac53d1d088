import { type Place, readAccessRules, type StatedRule } from './read-access-rules.ts';
import type { SchemaChange } from './schema-change.ts';

type Places = ReadonlyMap<string, Place>;

/** A rule that something had and that holds for it no longer, or only in a form that lets more callers in. */
interface LostRule {
  readonly at: string;
  readonly rule: StatedRule;
  readonly instead: StatedRule | undefined;
}

/**
 * Lists how the access rules of what two supergraphs both have differ, which the public schema does not show. A rule
 * that moves between a type and its fields is no change as long as it still guards the same fields.
 */
export function compareAccessRules(beforeSdl: string, afterSdl: string): SchemaChange[] {
  const [before, after] = [readAccessRules(beforeSdl), readAccessRules(afterSdl)];
  const lost = listLostRules(before, after);
  const told = new Set(lost.map(keyOf));
  // What the old one lacks of the new one. That a value is personal refuses no caller anything.
  const gained = listLostRules(after, before).filter((one) => !told.has(keyOf(one)) && one.rule.directive !== 'tag');
  return [
    ...lost.map(({ at, rule, instead }) => tell(instead ? 'weakened' : 'removed', at, rule, instead)),
    ...gained.map(({ at, rule, instead }) =>
      instead ? tell('tightened', at, instead, rule) : tell('added', at, rule, undefined),
    ),
  ];
}

const keyOf = ({ at, rule }: LostRule): string => `${at} ${rule.directive}`;

function tell(verb: string, at: string, rule: StatedRule, now: StatedRule | undefined): SchemaChange {
  const groups = ({ anyOf }: StatedRule) => anyOf.map((group) => group.join(' and ')).join(' or ');
  const text = `access rule ${verb}: ${at} @${rule.directive} ${groups(rule)}`.trimEnd();
  return { level: 'dangerous', text: now ? `${text}, now ${groups(now)}` : text };
}

function listLostRules(before: Places, after: Places): LostRule[] {
  const lost: LostRule[] = [];
  for (const [at, { rules }] of before) {
    for (const rule of rules) lost.push(...findLosses({ before, after }, at, rule));
  }
  return [...new Map(lost.map((one) => [keyOf(one), one])).values()];
}

/** Where a rule that stood at one place was lost: there, or at some of the fields that it guarded from there. */
function findLosses({ before, after }: { before: Places; after: Places }, at: string, rule: StatedRule): LostRule[] {
  const place = after.get(at);
  const own = (before.get(at)?.fields ?? []).filter((field) => after.has(field));
  const isLost = (field: string) => !holds(rulesOf(after, field), rule);
  // A scalar's rule is also read by itself: which values may not stand in an address.
  const hasNoFields = place?.fields.length === 0 && place.guards.length === 0;
  if (place && !holds(place.rules, rule) && (hasNoFields || (own.length > 0 && own.every(isLost))))
    return [{ at, rule, instead: findSame(place.rules, rule) }];
  const guarded = [...before].filter(([field, { guards }]) => guards.includes(at) && after.has(field));
  return guarded
    .filter(([field]) => isLost(field))
    .map(([field]) => ({ at: field, rule, instead: findSame(rulesOf(after, field), rule) }));
}

function rulesOf(places: Places, field: string): StatedRule[] {
  return (places.get(field)?.guards ?? []).flatMap((guard) => places.get(guard)?.rules ?? []);
}

const findSame = (rules: readonly StatedRule[], { directive }: StatedRule) =>
  rules.find((rule) => rule.directive === directive);

/** Whether some rule lets in nobody whom the wanted one refuses: each of its groups holds a whole group of the other. */
function holds(rules: readonly StatedRule[], wanted: StatedRule): boolean {
  return rules.some(
    (rule) =>
      rule.directive === wanted.directive &&
      rule.anyOf.every((group) => wanted.anyOf.some((other) => other.every((name) => group.includes(name)))),
  );
}
