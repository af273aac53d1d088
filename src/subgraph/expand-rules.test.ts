import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { expandRules } from './expand-rules.ts';

const rulesOf = (sdl: string) => expandRules('opd', parse(sdl));
const kinds = (sdl: string, type: string, field: string) =>
  (rulesOf(sdl).get(type)?.get(field) ?? []).map(({ kind }) => kind);
const OWNER = '@policy(policies: [["owner"]])';

// What mercurius-auth by itself does not enforce; each was a way around a guard.
describe('a rule reaches every field that shows what it guards:', () => {
  it.each([
    ['on the field', `type A { x: Int ${OWNER} }`, 'x'],
    ['on the type', `type A ${OWNER} { x: Int }`, 'x'],
    ['on an extension of the type', `type A { x: Int } extend type A ${OWNER} { y: Int }`, 'x'],
    ['on a field of an extension', `type A { x: Int } extend type A { y: Int ${OWNER} }`, 'y'],
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
    ['on the type it returns', `type B ${OWNER} { y: Int } type A { x: B }`, 'x'],
    ['written with its namespace', `type A { x: Int @federation__policy(policies: [["owner"]]) }`, 'x'],
  ])('%s', (_name, sdl, field) => {
    expect(kinds(sdl, 'A', field)).toEqual(['policy']);
  });

  it('all rules of a field hold together, each once', () => {
    const sdl = `type A @authenticated ${OWNER} { x: Int ${OWNER} @requiresScopes(scopes: [["citizen"]]) }`;
    expect(kinds(sdl, 'A', 'x').sort()).toEqual(['authenticated', 'policy', 'scopes']);
  });

  it('a field without any rule is open', () => {
    expect(rulesOf('type A { x: Int }').size).toBe(0);
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
