import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { expect, it } from 'vitest';
import { compileIdentity } from './identity.ts';
import { compileRepresentation } from './representations.ts';

const field = (name: string, alias?: string): RequiresSelection => ({ kind: 'Field', name, ...(alias && { alias }) });
const on = (typeCondition: string, ...selections: RequiresSelection[]): RequiresSelection => ({
  kind: 'InlineFragment',
  typeCondition,
  selections: [field('__typename'), ...selections],
});

const objects = [
  { __typename: 'Book', id: '1', no: 1 },
  { __typename: 'Book', id: 1, no: 1 },
  { __typename: 'Book', id: '1', no: '1' },
  { __typename: 'Book', id: '1', no: '1', other: 5 },
  { __typename: 'Book', id: '11', no: '' },
  { __typename: 'Book', id: '1', no: '1:1' },
  { __typename: 'Book', id: '', no: true },
  { __typename: 'Book', id: '#true;', no: '' },
];

it.each([
  ['one field', [on('Book', field('id'))]],
  ['several fields', [on('Book', field('id'), field('no'))]],
  ['a field under the alias of the plan', [on('Book', field('no', 'id'))]],
])('of %s is the same exactly where the representation is', (_what, requires) => {
  const identity = compileIdentity(requires);
  const represent = compileRepresentation(requires, () => false);
  for (const one of objects)
    for (const other of objects) {
      const isSame = JSON.stringify(represent(one)) === JSON.stringify(represent(other));
      const isSameKey = identity?.keyOf(one) === identity?.keyOf(other);
      expect([one, other, isSameKey && identity?.isSame(one, other)]).toEqual([one, other, isSame]);
    }
});

it.each([
  ['of another type, such as one behind an interface', { __typename: 'Film', id: '1' }],
  ['without the field', { __typename: 'Book' }],
  ['whose field is null', { __typename: 'Book', id: null }],
  ['whose field is an object', { __typename: 'Book', id: { a: 1 } }],
])('leaves an object %s to its representation', (_what, object) => {
  expect(compileIdentity([on('Book', field('id'))])?.keyOf(object)).toBeUndefined();
});

it.each<[string, RequiresSelection[]]>([
  ['of several types', [on('Book', field('id')), on('Film', field('id'))]],
  ['with fields inside fields', [on('Book', { kind: 'Field', name: 'part', selections: [field('id')] })]],
  ['of a type alone', [on('Book')]],
  ['outside a fragment', [field('id')]],
])('is not made of a requirement %s', (_what, requires) => {
  expect(compileIdentity(requires)).toBeUndefined();
});
