import { type DefinitionNode, Kind, parse } from 'graphql';
import type { IsSubtype } from './execute/type-test.ts';

/**
 * Reads from a supergraph SDL which types are of which interfaces and unions. Types that are `@inaccessible` to clients
 * count: a plan may pass through them.
 */
export function readSubtypes(supergraphSdl: string): IsSubtype {
  const supertypes = new Map<string, Set<string>>();
  const add = (type: string, supertype: string): void => {
    const known = supertypes.get(type);
    if (known) known.add(supertype);
    else supertypes.set(type, new Set([supertype]));
  };
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) addSupertypes(definition, add);
  return (typeName, conditionName) => supertypes.get(typeName)?.has(conditionName) ?? false;
}

function addSupertypes(definition: DefinitionNode, add: (type: string, supertype: string) => void): void {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION)
    for (const member of definition.types ?? []) add(member.name.value, definition.name.value);
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
    for (const implemented of definition.interfaces ?? []) add(definition.name.value, implemented.name.value);
}
