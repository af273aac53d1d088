import { type DocumentNode, type FieldDefinitionNode, Kind, type NamedTypeNode, type TypeNode } from 'graphql';
import { HubError } from '../base/hub-error.ts';
import type { AccessRule } from '../identity/index.ts';
import { type Definition, readRules, type TypeRules } from './read-rules.ts';

/** Where the rules of a subgraph are enforced. */
export interface ExpandedRules {
  /** Type → field → rules that must hold, for the object that has the field, before the field is resolved. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, readonly AccessRule[]>>;
  /** Type → rules that must hold for each object of that type when it enters an answer. */
  readonly entries: ReadonlyMap<string, readonly AccessRule[]>;
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
  const entries = findEntryRules(types);
  const fields = new Map<string, Map<string, readonly AccessRule[]>>();
  const open: string[] = [];
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const typeName = definition.name.value;
    for (const field of definition.fields ?? []) {
      const own = expandField({ types, definitions, readField, entries }, typeName, field);
      if (own.isPersonal && !own.isGuarded) open.push(`${typeName}.${field.name.value}`);
      if (own.rules.length === 0) continue;
      const ofType = fields.get(typeName) ?? new Map<string, readonly AccessRule[]>();
      fields.set(typeName, ofType.set(field.name.value, own.rules));
    }
  }
  if (open.length === 0) return { fields, entries };
  throw new HubError('CONFIG_INVALID', `${subgraph}: marked personal but guarded by no policy: ${open.join(', ')}`, {
    fix: 'Put @policy(policies: [["owner"]]) on the field or its type.',
  });
}

function findEntryRules(types: ReadonlyMap<string, TypeRules>): Map<string, readonly AccessRule[]> {
  const entries = new Map<string, readonly AccessRule[]>();
  for (const [name, type] of types) {
    if (type.isObject && !type.isReachedAbstractly && type.rules.length > 0) entries.set(name, distinct(type.rules));
  }
  return entries;
}

interface Scope {
  readonly types: ReadonlyMap<string, TypeRules>;
  readonly definitions: readonly Definition[];
  readField(field: FieldDefinitionNode): Pick<TypeRules, 'rules' | 'isPersonal'>;
  readonly entries: ReadonlyMap<string, readonly AccessRule[]>;
}

function expandField(scope: Scope, typeName: string, field: FieldDefinitionNode) {
  const { types, definitions, readField, entries } = scope;
  const family = [...implementedNames(types, typeName)];
  const onField = family.flatMap((name) => sameField(definitions, name, field.name.value).map(readField));
  const onTypes = family.flatMap((name) => types.get(name) ?? []);
  const returned = types.get(namedType(field.type).name.value);
  const atEntry = [entries.get(typeName), entries.get(namedType(field.type).name.value)].flatMap(
    (rules) => rules ?? [],
  );
  const onEach = [
    ...onField,
    ...(entries.has(typeName) ? [] : onTypes),
    ...(returned && !entries.has(namedType(field.type).name.value) ? [returned] : []),
  ];
  const rules = distinct(onEach.flatMap((one) => one.rules));
  return {
    rules,
    isPersonal: [...onField, ...onTypes, ...(returned ? [returned] : [])].some((one) => one.isPersonal),
    isGuarded: [...rules, ...atEntry].some((rule) => rule.kind === 'policy'),
  };
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
