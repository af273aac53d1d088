import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { SubgraphDefinition } from '../../federation/index.ts';
import { type AccessDecision, type AccessRule, decideAccess } from '../../identity/index.ts';
import { type ExpandedRules, expandRules, type Guard } from '../../subgraph/index.ts';
import type { ImaginedCaller } from './imagined-caller.ts';

/** What decides about one field of a query in one subgraph. */
export interface FieldExplanation {
  /** How deep it stands in the query, 0 at the root. */
  readonly depth: number;
  readonly field: string;
  readonly subgraph: string;
  /** The rules as the SDL writes them; empty for an open field. */
  readonly rules: readonly string[];
  /** `notReached`: the field above is refused. */
  readonly decision: AccessDecision | 'notReached';
}

interface KnownSubgraph {
  readonly name: string;
  readonly fields: ReadonlySet<string>;
  readonly rules: ExpandedRules;
}

/** Where the objects at one level of a query come from. */
interface Level {
  readonly subgraphs: readonly string[];
  readonly isReached: boolean;
}

/** Explains each field of a valid query, in its order, in the subgraph that is asked for it; usually its parent's. */
export function explainFields(
  schema: GraphQLSchema,
  subgraphs: readonly SubgraphDefinition[],
  document: DocumentNode,
  who: ImaginedCaller,
): FieldExplanation[] {
  const known = subgraphs.map(readSubgraph);
  const explained: FieldExplanation[] = [];
  const info = new TypeInfo(schema);
  const levels: Level[] = [{ subgraphs: [], isReached: true }];
  const enter = (node: FieldNode): void => {
    const above = levels.at(-1) as Level;
    const rows = explainField(known, info, node, above, who).map((row) => ({ ...row, depth: levels.length - 1 }));
    explained.push(...rows);
    const isReached = rows.some(({ decision }) => decision === 'allowed');
    levels.push({ subgraphs: rows.map(({ subgraph }) => subgraph), isReached: isReached || rows.length === 0 });
  };
  visit(document, visitWithTypeInfo(info, { Field: { enter, leave: () => void levels.pop() } }));
  return explained;
}

function explainField(
  known: readonly KnownSubgraph[],
  info: TypeInfo,
  { name: { value: field } }: FieldNode,
  above: Level,
  who: ImaginedCaller,
): Omit<FieldExplanation, 'depth'>[] {
  const [parent, type] = [info.getParentType(), info.getType()];
  if (!parent || !type || field.startsWith('__')) return [];
  const giving = known.filter(({ fields }) => fields.has(`${parent.name}.${field}`));
  const same = giving.filter(({ name }) => above.subgraphs.includes(name));
  return (same.length > 0 ? same : giving).map(({ name, rules }) => {
    const guards = [rules.fields.get(parent.name)?.get(field), rules.entries.get(getNamedType(type).name)];
    const { decision, ...why } = explain(
      guards.flatMap((guard) => guard ?? []),
      who,
    );
    return { field, subgraph: name, ...why, decision: above.isReached ? decision : ('notReached' as const) };
  });
}

function readSubgraph({ name, sdl }: SubgraphDefinition): KnownSubgraph {
  const document = parse(sdl);
  const fields = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const field of definition.fields ?? []) fields.add(`${definition.name.value}.${field.name.value}`);
  }
  return { name, fields, rules: expandRules(name, document) };
}

/** The first rule that does not hold decides, as it does when the query runs. */
function explain(guards: readonly Guard[], { mandate, subject }: ImaginedCaller) {
  const rules = guards.flatMap(({ rules: ofGuard, place }) => ofGuard.map((rule) => ({ rule, place })));
  const decisions = rules.map(({ rule, place }) => decideAccess(rule, mandate, subject, place));
  const decision: AccessDecision = decisions.find((one) => one !== 'allowed') ?? 'allowed';
  return { rules: [...new Set(rules.map(({ rule }) => writeRule(rule)))], decision };
}

function writeRule(rule: AccessRule): string {
  if (rule.kind === 'authenticated') return '@authenticated';
  const alternatives = rule.anyOf.map((all) => all.join(' and ')).join(', or ');
  return `${rule.kind === 'scopes' ? '@requiresScopes' : '@policy'} ${alternatives}`;
}
