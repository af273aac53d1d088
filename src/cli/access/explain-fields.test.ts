import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { explainFields } from './explain-fields.ts';
import { type ImaginedOptions, imagineCaller } from './imagined-caller.ts';

const SCHEMA = buildSchema(`
  type Query { me: Citizen }
  type Citizen { nik: ID permits: [Permit] bookings: [Booking] }
  type Permit { id: ID }
  type Booking { code: ID }`);
const guard = (...anyOf: string[][]) => `@policy(policies: ${JSON.stringify(anyOf)})`;
const SUBGRAPHS = [
  {
    name: 'city',
    sdl: `type Query { me: Citizen @authenticated } type Citizen @key(fields: "nik") { nik: ID ${guard(['owner'], ['case'])} }`,
  },
  {
    name: 'dpmptsp',
    sdl: `type Citizen @key(fields: "nik") { nik: ID ${guard(['owner'], ['case'])} permits: [Permit] }
      type Permit ${guard(['owner'], ['case'])} { id: ID }`,
  },
  {
    name: 'rsud',
    sdl: `type Citizen @key(fields: "nik") { nik: ID ${guard(['owner'])} bookings: [Booking] }
      type Booking ${guard(['owner', 'high'])} { code: ID }`,
  },
];

const explain = (as: string, more: Partial<ImaginedOptions> = {}) => {
  const options = { as, acr: 'substantial', scopes: ['citizen'], under: undefined, ofAnother: false, ...more };
  const query = parse('{ me { nik permits { id } bookings { code } } }');
  return explainFields(SCHEMA, SUBGRAPHS, query, imagineCaller(options)).map(
    ({ field, subgraph, decision }) => `${field} ${subgraph} ${decision}`,
  );
};

describe('access explain', () => {
  it('tells of each field which subgraph decides and what, and what is not reached', () => {
    expect(explain('citizen')).toEqual([
      'me city allowed',
      'nik city allowed',
      'permits dpmptsp allowed',
      'id dpmptsp allowed',
      'bookings rsud unsure',
      'code rsud notReached',
    ]);
  });

  it.each<[string, string, Partial<ImaginedOptions>, string]>([
    ['a citizen who asks for another', 'citizen', { ofAnother: true }, 'permits dpmptsp forbidden'],
    ['an officer with a case', 'officer:dpmptsp', { under: 'case' }, 'permits dpmptsp allowed'],
    ['an officer with a case of another OPD', 'officer:rsud', { under: 'case' }, 'permits dpmptsp forbidden'],
    ['the mayor’s office', 'mayor', {}, 'permits dpmptsp forbidden'],
    ['the mayor’s office behind broken glass', 'mayor', { under: 'break-glass' }, 'permits dpmptsp allowed'],
    ['an application without scopes', 'citizen', { scopes: [] }, 'permits dpmptsp forbidden'],
    ['a very sure log-in', 'citizen', { acr: 'high' }, 'bookings rsud allowed'],
  ])('of %s', (_who, as, more, expected) => {
    expect(explain(as, more)).toContain(expected);
  });

  it.each(['mayo', 'officer', ''])('refuses to imagine %j', (as) => {
    expect(() => explain(as)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
