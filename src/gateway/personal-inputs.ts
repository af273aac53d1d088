import { type ConstDirectiveNode, Kind, parse } from 'graphql';

/** The scalars of a supergraph that are tagged personal: their values may not travel in an address. */
export function findPersonalInputs(supergraphSdl: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION && definition.directives?.some(isPersonalTag))
      names.add(definition.name.value);
  }
  return names;
}

function isPersonalTag({ name, arguments: args = [] }: ConstDirectiveNode): boolean {
  return name.value === 'tag' && args.some(({ value }) => value.kind === Kind.STRING && value.value === 'personal');
}
