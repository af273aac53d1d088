import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  valueFromASTUntyped,
} from 'graphql';
import { HubError } from '../base/hub-error.ts';
import { type AccessRule, isPolicy, policies } from '../identity/index.ts';

export type Definition = TypeDefinitionNode | TypeExtensionNode;

/** What an SDL says of one type, its extensions included. */
export interface TypeRules {
  readonly rules: AccessRule[];
  isPersonal: boolean;
  readonly interfaces: Set<string>;
  isObject: boolean;
  /**
   * Which of its fields says whom a record is about that is somebody else's to see: `@tag(name: "about-nip")` stands on the
   * field that holds his number of that kind.
   */
  about: { readonly field: string; readonly kind: string } | undefined;
  /** Whether an object of it can enter an answer otherwise than through a field of exactly this type. */
  isReachedAbstractly: boolean;
}

export interface ReadRules {
  readonly definitions: readonly Definition[];
  readonly types: ReadonlyMap<string, TypeRules>;
  readField(field: FieldDefinitionNode): Pick<TypeRules, 'rules' | 'isPersonal'>;
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** Reads the access directives of an SDL. @throws HubError CONFIG_INVALID for an unknown policy. */
export function readRules(subgraph: string, document: DocumentNode): ReadRules {
  const definitions = document.definitions.filter(isTypeNode);
  const types = new Map<string, TypeRules>();
  for (const definition of definitions) gatherType(subgraph, types, definition);
  return { definitions, types, readField: (field) => readDirectives(subgraph, field.directives) };
}

function gatherType(subgraph: string, types: Map<string, TypeRules>, definition: Definition): void {
  const type = getType(types, definition.name.value);
  const { rules, isPersonal } = readDirectives(subgraph, definition.directives);
  type.rules.push(...rules);
  type.isPersonal ||= isPersonal;
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) type.isObject = true;
  type.about ??= findAbout(definition);
  // By a key that is not resolvable here nobody comes to it: its fields are another subgraph's.
  const isEntity = definition.directives?.some((one) => nameOf(one) === 'key' && !isUnresolvable(one)) ?? false;
  const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []) : [];
  for (const one of interfaces) type.interfaces.add(one.name.value);
  type.isReachedAbstractly ||= isEntity || interfaces.length > 0 || ROOTS.has(definition.name.value);
  if (definition.kind === Kind.UNION_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_EXTENSION) {
    for (const member of definition.types ?? []) getType(types, member.name.value).isReachedAbstractly = true;
  }
}

function isUnresolvable({ arguments: given = [] }: ConstDirectiveNode): boolean {
  const resolvable = given.find(({ name }) => name.value === 'resolvable');
  return resolvable !== undefined && valueFromASTUntyped(resolvable.value) === false;
}

const ABOUT = /^about-([a-z][a-z0-9-]*)$/;

function findAbout(definition: Definition): TypeRules['about'] {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return undefined;
  for (const { name, directives = [] } of definition.fields ?? []) {
    for (const directive of directives) {
      const tag = directive.arguments?.find((one) => one.name.value === 'name');
      const kind = tag && ABOUT.exec(String(valueFromASTUntyped(tag.value)))?.[1];
      if (nameOf(directive) === 'tag' && kind !== undefined) return { field: name.value, kind };
    }
  }
  return undefined;
}

function getType(types: Map<string, TypeRules>, name: string): TypeRules {
  let type = types.get(name);
  if (!type) {
    type = {
      rules: [],
      isPersonal: false,
      interfaces: new Set(),
      isObject: false,
      about: undefined,
      isReachedAbstractly: false,
    };
    types.set(name, type);
  }
  return type;
}

function readDirectives(subgraph: string, directives: readonly ConstDirectiveNode[] = []) {
  const rules: AccessRule[] = [];
  let isPersonal = false;
  for (const directive of directives) {
    const name = nameOf(directive);
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

// A directive may be written with its namespace when it is not imported.
function nameOf(directive: ConstDirectiveNode): string {
  return directive.name.value.replace(/^federation__/, '');
}

function checkPolicies(subgraph: string, anyOf: string[][]): string[][] {
  const unknown = anyOf.flat().find((name) => !isPolicy(name));
  if (unknown === undefined) return anyOf;
  throw new HubError('CONFIG_INVALID', `${subgraph}: there is no policy "${unknown}"; known: ${policies.join(', ')}`);
}

function isTypeNode(node: DocumentNode['definitions'][number]): node is Definition {
  return 'name' in node && (node.kind.endsWith('TypeDefinition') || node.kind.endsWith('TypeExtension'));
}
