import type { SubgraphModule } from '../subgraphs/subgraph-module.ts';

export const SUBGRAPHS = 100;
// What each subgraph defines: 50 types, so 5,000 in all.
const ENTITIES = 20;
const OBJECTS = 15;
const ENUMS = 5;
const INPUTS = 5;
const INTERFACES = 3;
const UNIONS = 2;
export const TYPES = SUBGRAPHS * (ENTITIES + OBJECTS + ENUMS + INPUTS + INTERFACES + UNIONS);
// Every entity links to the one of the same number in the next subgraph, and in one far off.
const FAR = 17;

/** A query that needs five subgraphs, each for what only the one before it knows. */
export const fiveSubgraphsQuery =
  '{ s00Entity00(id: "1") { name next { name next { name next { name next { name details { text0 } } } } } } }';

/** A supergraph's worth of subgraphs, the same every time. */
export function generateSubgraphs(): readonly SubgraphModule[] {
  return Array.from({ length: SUBGRAPHS }, (_, subgraph) => ({
    name: codeOf(subgraph),
    sdl: writeSdl(subgraph),
    query: Object.fromEntries(
      list(ENTITIES, (entity) => [
        `${codeOf(subgraph)}Entity${twoDigits(entity)}`,
        ({ id }: { id: string }) => createEntity(subgraph, nameOf(subgraph, 'Entity', entity), id),
      ]),
    ),
    findEntity: ({ __typename, id }) => createEntity(subgraph, String(__typename), String(id)),
  }));
}

/** An entity as a subgraph knows it: its own with everything, a foreign one with a remark. */
function createEntity(subgraph: number, typeName: string, id: string): object {
  const [, home = '', entity = ''] = /^S(\d+)Entity(\d+)$/.exec(typeName) ?? [];
  const linkTo = (offset: number) => ({
    __typename: nameOf((Number(home) + offset) % SUBGRAPHS, 'Entity', Number(entity)),
    id,
  });
  return {
    __typename: typeName,
    id,
    name: `${typeName} ${id}`,
    amount: subgraph,
    status: 'OPEN',
    details: { text0: `details of ${id}`, number0: 1 },
    next: () => linkTo(1),
    far: () => linkTo(FAR),
    [`${codeOf(subgraph)}Remark`]: `remark of ${subgraph}`,
  };
}

function writeSdl(subgraph: number): string {
  const own = (kind: string, index: number) => nameOf(subgraph, kind, index);
  const code = codeOf(subgraph);
  const entities = list(ENTITIES, (index) => {
    const [next, far] = [1, FAR].map((offset) => nameOf((subgraph + offset) % SUBGRAPHS, 'Entity', index));
    const details = own('Object', index % OBJECTS);
    return `type ${own('Entity', index)} implements ${own('Interface', index % INTERFACES)} @key(fields: "id") {
      id: ID! name: String amount: Int status: ${own('Enum', index % ENUMS)} details: ${details} next: ${next} far: ${far}
    }
    type ${next} @key(fields: "id") { id: ID! ${code}Remark: String }
    type ${far} @key(fields: "id", resolvable: false) { id: ID! }`;
  });
  const objects = list(OBJECTS, (index) => {
    const fields = list(6, (field) => `text${field}: String number${field}: Int`);
    return `type ${own('Object', index)} { ${fields.join(' ')} status: ${own('Enum', index % ENUMS)} }`;
  });
  const roots = list(ENTITIES, (index) => `${code}Entity${twoDigits(index)}(id: ID!): ${own('Entity', index)}`);
  const searches = list(
    UNIONS,
    (index) => `${code}Search${index}(by: ${own('Input', index)}): [${own('Union', index)}]`,
  );
  return [
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])',
    `type Query { ${[...roots, ...searches].join(' ')} }`,
    ...entities,
    ...objects,
    ...list(ENUMS, (index) => `enum ${own('Enum', index)} { OPEN WAITING CLOSED REFUSED }`),
    ...list(
      INPUTS,
      (index) => `input ${own('Input', index)} { text: String limit: Int status: ${own('Enum', index)} }`,
    ),
    ...list(INTERFACES, (index) => `interface ${own('Interface', index)} { id: ID! name: String }`),
    ...list(
      UNIONS,
      (index) => `union ${own('Union', index)} = ${own('Entity', index)} | ${own('Entity', index + UNIONS)}`,
    ),
  ].join('\n');
}

function list<Item>(length: number, make: (index: number) => Item): Item[] {
  return Array.from({ length }, (_, index) => make(index));
}

function nameOf(subgraph: number, kind: string, index: number): string {
  return `${codeOf(subgraph).toUpperCase()}${kind}${twoDigits(index)}`;
}

function codeOf(subgraph: number): string {
  return `s${twoDigits(subgraph)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
