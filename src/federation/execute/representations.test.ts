import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';
import { compileRepresentation } from './representations.ts';

const field = (name: string, selections?: RequiresSelection[], alias?: string): RequiresSelection => ({
  kind: 'Field',
  name,
  ...(selections && { selections }),
  ...(alias && { alias }),
});
const on = (typeCondition: string, ...selections: RequiresSelection[]): RequiresSelection => ({
  kind: 'InlineFragment',
  typeCondition,
  selections: [field('__typename'), ...selections],
});
const compile = (...requires: RequiresSelection[]) =>
  compileRepresentation(requires, (type, condition) => type === 'Book' && condition === 'Media');

describe('a representation', () => {
  it('has what is required of the object, and nothing else', () => {
    const represent = compile(on('Book', field('id')));
    expect(represent({ __typename: 'Book', id: 1, title: 'x' })).toEqual({ __typename: 'Book', id: 1 });
  });

  it('is made for the types of its fragments only, those of interfaces among them', () => {
    expect(compile(on('Film', field('id')))({ __typename: 'Book', id: 1 })).toBeUndefined();
    expect(compile(on('Media', field('id')))({ __typename: 'Book', id: 1 })).toEqual({ __typename: 'Book', id: 1 });
  });

  it('is not made of an object whose type is unknown', () => {
    expect(compile(on('Book', field('id')))({ id: 1 })).toBeUndefined();
  });

  it('takes a field from under the alias that the plan gave it', () => {
    const represent = compile(on('Book', field('name', undefined, 'other')));
    expect(represent({ __typename: 'Book', name: 'a', other: 'b' })).toEqual({ __typename: 'Book', name: 'b' });
  });

  it('copies what is required inside objects and lists of lists', () => {
    const represent = compile(on('Book', field('parts', [field('no')])));
    expect(represent({ __typename: 'Book', parts: [[{ no: 1, extra: 2 }, null], null] })).toEqual({
      __typename: 'Book',
      parts: [[{ no: 1 }, null], null],
    });
  });

  it('is not made when a field is missing, at any depth: null is a value, absence is not', () => {
    const represent = compile(on('Book', field('id'), field('parts', [field('no')])));
    expect(represent({ __typename: 'Book', id: 1 })).toBeUndefined();
    expect(represent({ __typename: 'Book', id: 1, parts: [{}] })).toBeUndefined();
    expect(represent({ __typename: 'Book', id: 1, parts: null })).toEqual({ __typename: 'Book', id: 1, parts: null });
  });

  it('is not made when everything in it is null', () => {
    expect(compile(on('Book', field('id')))({ __typename: 'Book', id: null })).toBeUndefined();
  });

  it('hands the object of a custom scalar on whole', () => {
    const value = { any: ['thing'] };
    expect(compile(on('Book', field('json')))({ __typename: 'Book', json: value })?.json).toBe(value);
  });
});
