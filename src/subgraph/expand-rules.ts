import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type NamedTypeNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { HubError } from '../base/hub-error.ts';
import { type AccessRule, isPolicy, policies } from '../identity/index.ts';

/** The rules of every guarded field: type → field → all rules that must hold. */
export type FieldRules = ReadonlyMap<string, ReadonlyMap<string, readonly AccessRule[]>>;

type Definition = TypeDefinitionNode | TypeExtensionNode;
interface TypeRules {
  readonly rules: AccessRule[];
  isPersonal: boolean;
  readonly interfaces: Set<string>;
}

/**
 * Expands the access rules of an SDL onto concrete fields: those on the field, on its type and that type's extensions,
 * on the interfaces the type implements and on their fields, and on the type that the field returns. mercurius-auth by
 * itself enforces a type's rule only in `_entities`, and none on interfaces, scalars and extensions.
 * @throws HubError CONFIG_INVALID for a field marked personal that no policy guards, or an unknown policy.
 */
export function expandRules(subgraph: string, document: DocumentNode): FieldRules {
  const definitions = document.definitions.filter(isTypeNode);
  const types = gatherTypes(subgraph, definitions);
  const problems: string[] = [];
  const expanded = new Map<string, Map<string, readonly AccessRule[]>>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const typeName = definition.name.value;
    for (const field of definition.fields ?? []) {
      const { rules, isPersonal } = expandField(subgraph, types, definitions, typeName, field);
      if (isPersonal && !rules.some((rule) => rule.kind === 'policy')) problems.push(`${typeName}.${field.name.value}`);
      if (rules.length > 0) ensure(expanded, typeName, () => new Map()).set(field.name.value, rules);
    }
  }
  if (problems.length > 0) {
    throw new HubError(
      'CONFIG_INVALID',
      `${subgraph}: marked personal but guarded by no policy: ${problems.join(', ')}`,
      {
        fix: 'Put @policy(policies: [["owner"]]) on the field or its type.',
      },
    );
  }
  return expanded;
}

function expandField(
  subgraph: string,
  types: ReadonlyMap<string, TypeRules>,
  definitions: readonly Definition[],
  typeName: string,
  field: FieldDefinitionNode,
): { rules: AccessRule[]; isPersonal: boolean } {
  const sources = [...implementedNames(types, typeName)].flatMap((name) => [
    types.get(name),
    ...sameField(definitions, name, field.name.value).map((node) => readDirectives(subgraph, node.directives)),
  ]);
  const all = [...sources, types.get(namedType(field.type).name.value)].filter((one) => one !== undefined);
  return { rules: distinct(all.flatMap((one) => one.rules)), isPersonal: all.some((one) => one.isPersonal) };
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

function gatherTypes(subgraph: string, definitions: readonly Definition[]): Map<string, TypeRules> {
  const types = new Map<string, TypeRules>();
  for (const definition of definitions) {
    const type = ensure(types, definition.name.value, () => ({
      rules: [],
      isPersonal: false,
      interfaces: new Set<string>(),
    }));
    const { rules, isPersonal } = readDirectives(subgraph, definition.directives);
    type.rules.push(...rules);
    type.isPersonal ||= isPersonal;
    if ('interfaces' in definition) for (const one of definition.interfaces ?? []) type.interfaces.add(one.name.value);
  }
  return types;
}

function readDirectives(subgraph: string, directives: readonly ConstDirectiveNode[] = []) {
  const rules: AccessRule[] = [];
  let isPersonal = false;
  for (const directive of directives) {
    // A directive may be written with its namespace when it is not imported.
    const name = directive.name.value.replace(/^federation__/, '');
    const argument = (wanted: string): unknown => {
      const node = directive.arguments?.find((one) => one.name.value === wanted);
      return node && valueFromASTUntyped(node.value);
    };
    if (name === 'authenticated') rules.push({ kind: 'authenticated' });
    if (name === 'requiresScopes') rules.push({ kind: 'scopes', anyOf: argument('scopes') as string[][] });
    if (name === 'policy')
      rules.push({ kind: 'policy', anyOf: checkPolicies(subgraph, argument('policies') as string[][]) });
    if (name === 'tag' && argument('name') === 'personal') isPersonal = true;
  }
  return { rules, isPersonal };
}

function checkPolicies(subgraph: string, anyOf: string[][]): string[][] {
  const unknown = anyOf.flat().find((name) => !isPolicy(name));
  if (unknown === undefined) return anyOf;
  throw new HubError('CONFIG_INVALID', `${subgraph}: there is no policy "${unknown}"; known: ${policies.join(', ')}`);
}

/** The same rule may reach a field from its type and from itself; it need not be asked twice. */
function distinct(rules: readonly AccessRule[]): AccessRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function isTypeNode(node: DocumentNode['definitions'][number]): node is Definition {
  return 'name' in node && (node.kind.endsWith('TypeDefinition') || node.kind.endsWith('TypeExtension'));
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);
}

function ensure<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const created = create();
  map.set(key, created);
  return created;
}
