import { describe, expect, it } from 'vitest';
import { composeSupergraph } from './compose.ts';
import { orderSubgraphs } from './plan/order-subgraphs.ts';
import { buildPublicSchema } from './public-schema.ts';
import { readSubtypes } from './subtypes.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6",
  import: ["@key", "@external", "@requires", "@interfaceObject", "@inaccessible"])
`;
const media = `${link} type Query { media: [Media] } interface Media @key(fields: "id") { id: ID! title: String }
  type Book implements Media @key(fields: "id") { id: ID! title: String }`;
const blurbs = `${link} type Media @key(fields: "id") @interfaceObject { id: ID! title: String @external
  blurb: String @requires(fields: "title") }`;

describe('composing', () => {
  it('names the subgraph, the fault and the remedy of what does not compose', () => {
    const sdl = `${link} type Query { a: Missing }`;
    expect(() => composeSupergraph([{ name: 'a', sdl }])).toThrow(/The subgraphs do not compose:\n {2}- .*Missing/);
    expect(() => composeSupergraph([{ name: 'a', sdl: 'type Query {' }])).toThrow(/^a: Syntax Error.* at line 1/);
  });

  it('marks what an @interfaceObject only declares, which the composition forgets, and marks nothing twice', () => {
    const sdl = composeSupergraph([
      { name: 'media', sdl: media },
      { name: 'blurbs', sdl: blurbs },
    ]);
    const field = /interface Media [^{]*\{[^}]*?title: String ([^\n]*)/.exec(sdl)?.[1];
    expect(field).toBe('@join__field(graph: BLURBS, external: true) @join__field(graph: MEDIA)');
  });
});

describe('the planner', () => {
  it('sees subgraphs that know an interface as an object last, and their own names come back', () => {
    const sdl = composeSupergraph([
      { name: 'blurbs', sdl: blurbs },
      { name: 'media', sdl: media },
    ]);
    const { supergraphSdl, restoreNames } = orderSubgraphs(sdl);
    expect([...supergraphSdl.matchAll(/join__graph\(name: "([^"]+)"/g)].map(([, name]) => name)).toEqual([
      '2 blurbs',
      '1 media',
    ]);
    const fetch = (serviceName: string) => ({ kind: 'Fetch', serviceName, operation: '{ a }' }) as const;
    expect(
      restoreNames({
        kind: 'QueryPlan',
        node: {
          kind: 'Sequence',
          nodes: [fetch('2 blurbs'), { kind: 'Condition', condition: 'x', ifClause: fetch('1 media') }],
        },
      }).node,
    ).toMatchObject({ nodes: [{ serviceName: 'blurbs' }, { ifClause: { serviceName: 'media' } }] });
  });

  it('sees any other supergraph as it is', () => {
    const sdl = composeSupergraph([{ name: 'media', sdl: media }]);
    expect(orderSubgraphs(sdl).supergraphSdl).toBe(sdl);
  });
});

describe('the public schema', () => {
  const sdl = composeSupergraph([
    {
      name: 'a',
      sdl: `${link} type Query { any: Any } union Any = Open | Shut interface Base @inaccessible { x: Int }
        type Open implements Base { x: Int } type Shut @inaccessible { y: Int }`,
    },
  ]);

  it('has nothing that is inaccessible, not even as a member or an interface of what is not', () => {
    const schema = buildPublicSchema(sdl);
    expect([schema.getType('Shut'), schema.getType('Base')]).toEqual([undefined, undefined]);
    expect(schema.getType('Any')?.toConfig()).toMatchObject({ types: [{ name: 'Open' }] });
  });

  it('hides nothing from plans', () => {
    const isSubtype = readSubtypes(sdl);
    expect([isSubtype('Open', 'Base'), isSubtype('Shut', 'Any'), isSubtype('Open', 'Open')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
