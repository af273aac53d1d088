import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode, visit } from 'graphql';

/** The interfaces that some subgraph knows only as an object (`@interfaceObject`), each with a key of it. */
export type InterfaceObjects = ReadonlyMap<string, SelectionSetNode>;

/** Reads them from a supergraph SDL: a key that such a subgraph shares with one that knows the interface's types. */
export function readInterfaceObjects(supergraphSdl: string): InterfaceObjects {
  const found = new Map<string, SelectionSetNode>();
  visit(parse(supergraphSdl, { noLocation: true }), {
    InterfaceTypeDefinition: ({ name, directives }) => {
      const joins = (directives ?? []).filter((directive) => directive.name.value === 'join__type').map(readJoin);
      const real = new Set(joins.filter((join) => !join.isInterfaceObject).map((join) => join.key));
      const shared = joins.find((join) => join.isInterfaceObject && join.key && real.has(join.key));
      if (shared?.key) found.set(name.value, parseKey(shared.key));
    },
  });
  return found;
}

function readJoin(directive: ConstDirectiveNode): { key: string | undefined; isInterfaceObject: boolean } {
  const given = new Map(directive.arguments?.map(({ name, value }) => [name.value, value]));
  const key = given.get('key');
  const flag = given.get('isInterfaceObject');
  return {
    key: key?.kind === Kind.STRING ? key.value : undefined,
    isInterfaceObject: flag?.kind === Kind.BOOLEAN && flag.value,
  };
}

function parseKey(key: string): SelectionSetNode {
  const [operation] = parse(`{ __typename ${key} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`The supergraph has the key "${key}"`);
  return operation.selectionSet;
}
