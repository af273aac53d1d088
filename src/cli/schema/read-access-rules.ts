import {
  type ConstDirectiveNode,
  type DefinitionNode,
  Kind,
  parse,
  type TypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

/** An access rule as a supergraph states it: any of these groups lets a caller in, who must have all of the group. */
export interface StatedRule {
  readonly directive: 'authenticated' | 'requiresScopes' | 'policy' | 'tag';
  readonly anyOf: readonly (readonly string[])[];
}

/** A type or a field, by its coordinate (`Citizen`, `Citizen.name`). */
export interface Place {
  readonly rules: readonly StatedRule[];
  /** Coordinates of a type's own fields; none for a field, a scalar, an enum or a union. */
  readonly fields: readonly string[];
  /** Coordinates of the places whose rules guard this field, itself first; none for a type. */
  readonly guards: readonly string[];
}

/** Reads where a supergraph states access rules, and which of them guard each field. */
export function readAccessRules(supergraphSdl: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (!isTypeDefinition(definition)) continue;
    const type = definition.name.value;
    const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []).map(({ name }) => name.value) : [];
    const fields = 'fields' in definition ? (definition.fields ?? []) : [];
    const named = fields.map((field) => ({ field, coordinate: `${type}.${field.name.value}` }));
    places.set(type, {
      rules: readRules(definition.directives),
      fields: named.map(({ coordinate }) => coordinate),
      guards: [],
    });
    for (const { field, coordinate } of named) {
      const inherited = interfaces.flatMap((one) => [`${one}.${field.name.value}`, one]);
      const guards = [coordinate, type, ...inherited, nameOf(field.type)];
      places.set(coordinate, { rules: readRules(field.directives), fields: [], guards });
    }
  }
  return places;
}

function readRules(directives: readonly ConstDirectiveNode[] = []): StatedRule[] {
  return directives.flatMap((directive): StatedRule[] => {
    const name = directive.name.value;
    if (name === 'authenticated') return [{ directive: name, anyOf: [[]] }];
    if (name === 'requiresScopes') return [{ directive: name, anyOf: readGroups(directive, 'scopes') }];
    if (name === 'policy') return [{ directive: name, anyOf: readGroups(directive, 'policies') }];
    const isPersonal = name === 'tag' && readArgument(directive, 'name') === 'personal';
    return isPersonal ? [{ directive: 'tag', anyOf: [['personal']] }] : [];
  });
}

function readGroups(directive: ConstDirectiveNode, name: string): string[][] {
  // A list of one may be written without its brackets.
  const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  return toList(readArgument(directive, name)).map((group) => toList(group).map(String));
}

function readArgument(directive: ConstDirectiveNode, wanted: string): unknown {
  const argument = directive.arguments?.find(({ name }) => name.value === wanted);
  return argument && valueFromASTUntyped(argument.value);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function isTypeDefinition(node: DefinitionNode): node is TypeDefinitionNode {
  return node.kind.endsWith('TypeDefinition');
}
