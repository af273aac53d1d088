import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readFieldNames } from './field-names.ts';
import { readInterfaceObjects } from './interface-objects.ts';
import { printPlanned } from './print-planned.ts';
import { assignResponseKeys } from './response-keys.ts';
import { fragmentsOf, specialise } from './specialise.ts';
import { assignVariableNames } from './variable-names.ts';

const schema = buildSchema(`
  type Query { media: Media node: Node book(id: ID): Book }
  interface Node { id: ID }
  interface Media implements Node { id: ID stars: Int }
  type Book implements Media & Node { id: ID stars: Int pages: Int }
  type Film implements Media & Node { id: ID stars: Int minutes: Int }
`);
const supergraph = `
  interface Media @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
    id: ID stars: Int pages: Int @join__field(graph: A, requires: "size { of(unit: 1) plain }")
  }
  type Book { of(unit: Int): Int }
`;

function printed(text: string): string {
  const document = parse(text, { noLocation: true });
  const found = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const special = specialise(found, fragmentsOf(document), {});
  const names = readFieldNames(supergraph);
  const plan = printPlanned(special.operation, {
    schema,
    interfaceObjects: readInterfaceObjects(supergraph),
    fragments: special.fragments,
    keys: assignResponseKeys(special, names),
    variables: assignVariableNames(found),
  });
  return plan.replace(/\s+/g, ' ');
}

describe('what the planner is asked', () => {
  it('is the same question where it gets that right', () => {
    expect(printed('query Q($x: ID) { book(id: $x) { pages ...F } } fragment F on Book { stars }')).toBe(
      'query Q($x: ID) { book(id: $x) { pages ...F } } fragment F on Book { stars }',
    );
  });

  it('names an object of which nothing is left, and no fragment of which nothing is left', () => {
    expect(printed('{ book { pages @skip(if: true) ...F } } fragment F on Book { id @skip(if: true) }')).toBe(
      '{ book { __typename } }',
    );
  });

  it("has no alias that is another field's name, no alias for a type's name and no variable of the planner's", () => {
    expect(printed('query ($representations: ID) { book(id: $representations) { id: pages t: __typename } }')).toBe(
      'query ($v0: ID) { book(id: $v0) { _h0: pages __typename } }',
    );
  });

  it('asks an interface that is an object elsewhere for its own fields first, with what tells its types apart', () => {
    expect(
      printed('{ media { ... on Book { stars pages } ...F } } fragment F on Node { id ... on Film { minutes } }'),
    ).toContain('{ media { stars ... on Book { pages } id ... on Film { minutes } __typename id } }');
  });

  it('leaves any other interface as it is', () => {
    expect(printed('{ node { ... on Book { id } ... on Media { stars } } }')).toBe(
      '{ node { ... on Book { id } ... on Media { stars __typename id } } }'.replace(' __typename id', ''),
    );
  });
});

describe('the names in a supergraph', () => {
  it('are those of all fields, and apart those that are required with arguments', () => {
    const { all, requiredWithArguments } = readFieldNames(supergraph);
    expect([[...all], [...requiredWithArguments]]).toEqual([['id', 'stars', 'pages', 'of'], ['of']]);
  });
});
