import { type DocumentNode, type FieldDefinitionNode, Kind, type NamedTypeNode, type TypeNode } from 'graphql';
import { HubError } from '../base/hub-error.ts';
import { type AccessRule, createRulePlace, type Policy, type RulePlace } from '../identity/index.ts';
import type { AccessMark } from './access-trail.ts';
import type { Guard } from './enforce.ts';
import { type Definition, readRules, type TypeRules } from './read-rules.ts';

/** Where the rules of a subgraph are enforced. */
export interface ExpandedRules {
  /** Type → field → rules that must hold, for the object that has the field, before the field is resolved. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, Guard>>;
  /** Type → rules that must hold for each object of that type when it enters an answer. */
  readonly entries: ReadonlyMap<string, Guard>;
}

/**
 * Expands the access rules of an SDL to where they are enforced, so that no way to a value passes by its rule.
 *
 * mercurius-auth by itself enforces a type's rule only in `_entities`, and none on interfaces, scalars and extensions.
 * Here every rule that can reach a field (its own, its type's, an extension's, an interface's, its scalar's) is put on
 * that concrete field. One case is enforced once per object instead of once per field, because the guard of a field
 * costs a promise: a type that only ever enters an answer through a field of exactly that type (no interface, no union,
 * no entity, no root) is checked there, with the owner of the object itself.
 * @throws HubError CONFIG_INVALID for a field marked personal that no policy guards, or an unknown policy.
 */
export function expandRules(subgraph: string, document: DocumentNode): ExpandedRules {
  const { definitions, types, readField } = readRules(subgraph, document);
  const place = createRulePlace(subgraph);
  const markOf = createMarks(place, types);
  const entries = findEntryRules(types, place, markOf);
  const fields = new Map<string, Map<string, Guard>>();
  const open: string[] = [];
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const typeName = definition.name.value;
    for (const field of definition.fields ?? []) {
      const scope = { types, definitions, readField, entries, markOf };
      const own = expandField(scope, typeName, field);
      if (own.isPersonal && !own.isGuarded) open.push(`${typeName}.${field.name.value}`);
      // Without a rule of its own it is passed with its record, which is noted unless the record is not personal as such.
      if (own.rules.length === 0 && (!own.mark || entries.get(typeName)?.mark)) continue;
      const ofType = fields.get(typeName) ?? new Map<string, Guard>();
      const { rules, mark, refusedMark } = own;
      fields.set(typeName, ofType.set(field.name.value, { rules, place, mark, refusedMark }));
    }
  }
  if (open.length === 0) return { fields, entries };
  throw new HubError('CONFIG_INVALID', `${subgraph}: marked personal but guarded by no policy: ${open.join(', ')}`, {
    fix: 'Put @policy(policies: [["owner"], ["case"]]) on the field or its type; a role alone guards nothing personal.',
  });
}

type MarkOf = (typeName: string, fieldName?: string) => AccessMark;

/** Makes each class once: a record that is personal as a whole is one, and so is any other personal field. */
function createMarks({ opd }: RulePlace, types: ReadonlyMap<string, TypeRules>): MarkOf {
  const marks = new Map<string, AccessMark>();
  return (typeName, fieldName) => {
    const isWhole = fieldName === undefined || (types.get(typeName)?.isPersonal ?? false);
    const field = isWhole ? typeName : `${typeName}.${fieldName}`;
    const mark = marks.get(field) ?? { opd, field };
    marks.set(field, mark);
    return mark;
  };
}

function findEntryRules(types: ReadonlyMap<string, TypeRules>, place: RulePlace, markOf: MarkOf): Map<string, Guard> {
  const entries = new Map<string, Guard>();
  for (const [name, type] of types) {
    if (!type.isObject || type.isReachedAbstractly || type.rules.length === 0) continue;
    const mark = type.isPersonal ? markOf(name) : undefined;
    entries.set(name, { rules: distinct(type.rules), place, mark, about: type.about });
  }
  return entries;
}

interface Scope {
  readonly types: ReadonlyMap<string, TypeRules>;
  readonly definitions: readonly Definition[];
  readField(field: FieldDefinitionNode): Pick<TypeRules, 'rules' | 'isPersonal'>;
  readonly entries: ReadonlyMap<string, Guard>;
  readonly markOf: MarkOf;
}

function expandField(scope: Scope, typeName: string, field: FieldDefinitionNode) {
  const { types, definitions, readField, entries, markOf } = scope;
  const family = [...implementedNames(types, typeName)];
  const onField = family.flatMap((name) => sameField(definitions, name, field.name.value).map(readField));
  const onTypes = family.flatMap((name) => types.get(name) ?? []);
  const returned = types.get(namedType(field.type).name.value);
  const atEntry = [entries.get(typeName), entries.get(namedType(field.type).name.value)].flatMap(
    (guard) => guard?.rules ?? [],
  );
  const onEach = [
    ...onField,
    ...(entries.has(typeName) ? [] : onTypes),
    ...(returned && !entries.has(namedType(field.type).name.value) ? [returned] : []),
  ];
  const rules = distinct(onEach.flatMap((one) => one.rules));
  const isPersonal = [...onField, ...onTypes, ...(returned ? [returned] : [])].some((one) => one.isPersonal);
  const own = isPersonal && !isCitizenKey(typeName, field) ? markOf(typeName, field.name.value) : undefined;
  // Whoever passes is noted with the records themselves, if there are any; whoever does not never comes to them.
  const ofRecords = entries.get(namedType(field.type).name.value)?.mark;
  return {
    rules,
    mark: ofRecords ? undefined : own,
    refusedMark: ofRecords ?? own,
    isPersonal,
    isGuarded: [...rules, ...atEntry].some(isAboutPerson),
  };
}

/**
 * Whether whoever passes the rule has to do with the person himself; an office alone is no reason, but for the one that pays
 * him, whose lists name each person to the access log.
 */
const PERSONAL_POLICIES: ReadonlySet<string> = new Set<Policy>(['owner', 'case', 'treasurer']);

function isAboutPerson(rule: AccessRule): boolean {
  return rule.kind === 'policy' && rule.anyOf.every((all) => all.some((name) => PERSONAL_POLICIES.has(name)));
}

/** The number by which a citizen is asked for: whoever gets it has sent it, in his token or in his question. */
function isCitizenKey(typeName: string, field: FieldDefinitionNode): boolean {
  return typeName === 'Citizen' && field.name.value === 'nik';
}

/** The type itself and every interface that it or its extensions implement, inherited ones too. */
function implementedNames(
  types: ReadonlyMap<string, TypeRules>,
  typeName: string,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(typeName)) return seen;
  seen.add(typeName);
  for (const name of types.get(typeName)?.interfaces ?? []) implementedNames(types, name, seen);
  return seen;
}

function sameField(definitions: readonly Definition[], typeName: string, fieldName: string): FieldDefinitionNode[] {
  return definitions.flatMap((definition) => {
    if (definition.name.value !== typeName || !('fields' in definition)) return [];
    const fields = (definition.fields ?? []).filter((field) => field.kind === Kind.FIELD_DEFINITION);
    return fields.filter((field) => field.name.value === fieldName);
  });
}

/** The same rule may reach a field from its type and from itself; it need not be asked twice. */
function distinct(rules: readonly AccessRule[]): AccessRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);
}
