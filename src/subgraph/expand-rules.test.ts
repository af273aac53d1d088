import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { expandRules } from './expand-rules.ts';

const rulesOf = (sdl: string) => expandRules('opd', parse(sdl));
const onField = (sdl: string, type: string, field: string) =>
  (rulesOf(sdl).fields.get(type)?.get(field)?.rules ?? []).map(({ kind }) => kind);
const atEntry = (sdl: string, type: string) => (rulesOf(sdl).entries.get(type)?.rules ?? []).map(({ kind }) => kind);
const OWNER = '@policy(policies: [["owner"]])';

// What mercurius-auth by itself does not enforce; each was a way around a guard.
describe('a rule is put on every concrete field that shows what it guards:', () => {
  it.each([
    ['on the field', `type A { x: Int ${OWNER} }`, 'x'],
    ['on the type of an entity', `type A @key(fields: "id") ${OWNER} { id: ID! x: Int }`, 'x'],
    [
      'on an extension of an entity',
      `type A @key(fields: "id") { id: ID! x: Int } extend type A ${OWNER} { y: Int }`,
      'x',
    ],
    ['on a field of an extension', `type A { x: Int } extend type A { y: Int ${OWNER} }`, 'y'],
    ['on the type of a member of a union', `type A ${OWNER} { x: Int } type B { y: Int } union U = A | B`, 'x'],
    [
      'on the type of a member that an extension adds',
      `type A ${OWNER} { x: Int } type B { y: Int } union U = B extend union U = A`,
      'x',
    ],
    ['on the type of an implementation', `interface I { x: Int } type A implements I ${OWNER} { x: Int }`, 'x'],
    ['on a root type', `type Query ${OWNER} { x: Int }`, 'x', 'Query'],
    ['on an interface', `interface I ${OWNER} { x: Int } type A implements I { x: Int }`, 'x'],
    ['on a field of an interface', `interface I { x: Int ${OWNER} } type A implements I { x: Int }`, 'x'],
    [
      'on an interface of an interface',
      `interface J ${OWNER} { x: Int } interface I implements J { x: Int } type A implements I { x: Int }`,
      'x',
    ],
    [
      'on an interface that an extension adds',
      `interface I ${OWNER} { x: Int } type A { x: Int } extend type A implements I`,
      'x',
    ],
    ['on the scalar it returns', `scalar S ${OWNER} type A { x: [S!]! }`, 'x'],
    ['on the entity it returns', `type B @key(fields: "id") ${OWNER} { id: ID! } type A { x: B }`, 'x'],
    ['written with its namespace', `type A { x: Int @federation__policy(policies: [["owner"]]) }`, 'x'],
  ])('%s', (_name, sdl, field, type = 'A') => {
    expect(onField(sdl, type, field)).toEqual(['policy']);
  });

  it('all rules of a field hold together, each once', () => {
    const sdl = `type A @key(fields: "id") @authenticated ${OWNER} { id: ID! x: Int ${OWNER} @requiresScopes(scopes: [["citizen"]]) }`;
    expect(onField(sdl, 'A', 'x').sort()).toEqual(['authenticated', 'policy', 'scopes']);
  });

  it('a personal field leaves a trace where its type’s rule is checked elsewhere and the type itself is not personal', () => {
    const { fields, entries } = rulesOf(`type Query { a: A } type A ${OWNER} { x: Int @tag(name: "personal") y: Int }`);
    expect(entries.get('A')?.mark).toBeUndefined();
    expect([...(fields.get('A')?.keys() ?? [])]).toEqual(['x']);
    expect(fields.get('A')?.get('x')).toMatchObject({ rules: [], mark: { opd: 'opd', field: 'A.x' } });
  });

  it('a field without any rule is open', () => {
    expect(rulesOf('type A { x: Int }').fields.size).toBe(0);
  });
});

describe('a type that is only reached by fields of exactly that type', () => {
  it('may have a key for others, but none that is resolvable here', () => {
    const stub = `type A @key(fields: "id", resolvable: false) ${OWNER} { id: ID! x: Int }`;
    expect([atEntry(stub, 'A'), onField(stub, 'A', 'x')]).toEqual([['policy'], []]);
    const both = `type A @key(fields: "id", resolvable: false) @key(fields: "x") ${OWNER} { id: ID! x: Int }`;
    expect([atEntry(both, 'A'), onField(both, 'A', 'x')]).toEqual([[], ['policy']]);
    const said = `type A @key(fields: "id", resolvable: true) ${OWNER} { id: ID! x: Int }`;
    expect([atEntry(said, 'A'), onField(said, 'A', 'x')]).toEqual([[], ['policy']]);
  });

  it('is guarded where its objects enter an answer', () => {
    const sdl = `type A ${OWNER} @authenticated { x: Int }`;
    expect(atEntry(sdl, 'A').sort()).toEqual(['authenticated', 'policy']);
    expect(onField(sdl, 'A', 'x')).toEqual([]);
  });

  it('keeps the rules that only one of its fields has', () => {
    expect(onField(`type A ${OWNER} { x: Int @requiresScopes(scopes: [["admin"]]) y: Int }`, 'A', 'x')).toEqual([
      'scopes',
    ]);
  });

  it('counts rules that an extension adds', () => {
    expect(atEntry(`type A { x: Int } extend type A ${OWNER} { y: Int }`, 'A')).toEqual(['policy']);
  });

  it.each([
    ['an entity', `type A @key(fields: "id") ${OWNER} { id: ID! }`],
    ['an entity by extension', `type A ${OWNER} { id: ID! } extend type A @key(fields: "id")`],
    ['a member of a union', `type A ${OWNER} { x: Int } union U = A`],
    ['an implementation', `interface I { x: Int } type A implements I ${OWNER} { x: Int }`],
    ['an implementation by extension', `interface I { x: Int } type A ${OWNER} { x: Int } extend type A implements I`],
  ])('%s is no such type', (_name, sdl) => {
    expect(atEntry(sdl, 'A')).toEqual([]);
  });
});

describe('personal data without a guard is refused at start:', () => {
  it.each([
    ['on the field', 'type A { x: Int @tag(name: "personal") }'],
    ['on the type', 'type A @tag(name: "personal") { x: Int }'],
    ['on an interface', 'interface I @tag(name: "personal") { x: Int } type A implements I { x: Int }'],
    ['on a field of an interface', 'interface I { x: Int @tag(name: "personal") } type A implements I { x: Int }'],
    ['on the scalar it returns', 'scalar NIK @tag(name: "personal") type A { x: NIK! }'],
    ['in an extension', 'type A { y: Int } extend type A { x: Int @tag(name: "personal") }'],
    ['when only a log-in is asked for', 'type A { x: Int @tag(name: "personal") @authenticated }'],
  ])('%s', (_name, sdl) => {
    expect(() => rulesOf(sdl)).toThrow(/opd: marked personal but guarded by no policy: A\.x/);
  });

  it('a tag of another name is none of its business', () => {
    expect(() => rulesOf('type A { x: Int @tag(name: "public") }')).not.toThrow();
  });

  it('a policy that does not exist guards nothing, so it is refused', () => {
    expect(() => rulesOf('type A { x: Int @policy(policies: [["ownr"]]) }')).toThrow(/no policy "ownr"; known: owner/);
  });
});
