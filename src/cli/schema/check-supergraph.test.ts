import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../federation/index.ts';
import { checkSupergraph } from './check-supergraph.ts';
import { reportCheck } from './report-check.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@tag", "@policy", "@authenticated", "@requiresScopes", "@inaccessible"])
`;
const BASE = `
  type Query { me: Citizen @authenticated  permits(year: Int, first: Int! = 10): [Permit!]  find(by: Wanted!): Permit }
  type Citizen { name: String @tag(name: "personal") @policy(policies: [["owner"]])  nik: NIK! @policy(policies: [["owner"]]) }
  type Permit @policy(policies: [["owner"]]) { id: ID!  fee: Int  status: Status }
  enum Status { OPEN CLOSED }
  scalar NIK @tag(name: "personal")
  input Wanted { id: ID  year: Int! = 2026 }
  union Thing = Permit
  interface Named { name: String }
`;
const OPERATIONS = [
  { name: 'permits', title: 'Permits', text: 'query Permits {\n  permits {\n    id\n    fee\n  }\n}' },
  { name: 'me', title: 'Me', text: 'query Me { me { name } }' },
];

const compose = (sdl: string) => composeSupergraph([{ name: 'a', sdl: LINK + sdl }]);

/** BASE with each left text replaced by its right one. */
function change(...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((sdl, [from, to]) => {
    if (!sdl.includes(from)) throw new Error(`The base holds no "${from}"`);
    return sdl.replace(from, to);
  }, BASE);
}

async function check(after: string, { allowBreaking = false, before = BASE, operations = OPERATIONS } = {}) {
  const checked = await checkSupergraph(compose(before), compose(after), operations);
  const { lines, exitCode } = reportCheck(checked, { allowBreaking });
  return { text: lines.join('\n'), lines, exitCode };
}

/** Each case: what was changed, under which heading, and the one line that tells it. */
const changes: readonly { name: string; before?: string; after: string; level: string; line: string }[] = [
  {
    name: 'a removed field that no operation asks for',
    after: change(['status: Status', '']),
    level: 'breaking',
    line: "Permit.status: Field 'status' was removed from object type 'Permit'",
  },
  {
    name: 'a removed field that was deprecated',
    before: change(['status: Status', 'status: Status @deprecated']),
    after: change(['status: Status', '']),
    level: 'breaking',
    line: "Permit.status: Field 'status' (deprecated) was removed from object type 'Permit'",
  },
  {
    name: 'another type of a field',
    after: change(['status: Status', 'status: String']),
    level: 'breaking',
    line: "Permit.status: Field 'Permit.status' changed type from 'Status' to 'String'",
  },
  {
    name: 'another type of a field that got a description at the same time',
    after: change(['status: Status', '"How far it is." status: String']),
    level: 'breaking',
    line: "Permit.status: Field 'Permit.status' changed type from 'Status' to 'String'",
  },
  {
    name: 'a field that may be null now',
    after: change(['id: ID!', 'id: ID']),
    level: 'breaking',
    line: "Permit.id: Field 'Permit.id' changed type from 'ID!' to 'ID'",
  },
  {
    name: 'a field that is never null now',
    after: change(['status: Status', 'status: Status!']),
    level: 'safe',
    line: "Permit.status: Field 'Permit.status' changed type from 'Status' to 'Status!'",
  },
  {
    name: 'a new argument that must be given',
    after: change(['year: Int,', 'year: Int, kind: String!,']),
    level: 'breaking',
    line: "Query.permits.kind: Argument 'kind: String!' added to field 'Query.permits'",
  },
  {
    name: 'a new argument that may be left out',
    after: change(['year: Int,', 'year: Int, kind: String,']),
    level: 'dangerous',
    line: "Query.permits.kind: Argument 'kind: String' added to field 'Query.permits'",
  },
  {
    name: 'an argument gone',
    after: change(['year: Int,', '']),
    level: 'breaking',
    line: "Query.permits.year: Argument 'year: Int' was removed from field 'Query.permits'",
  },
  {
    name: 'another default of an argument',
    after: change(['first: Int! = 10', 'first: Int! = 20']),
    level: 'dangerous',
    line: "Query.permits.first: Default value for argument 'first' on field 'Query.permits' changed from '10' to '20'",
  },
  {
    name: 'no default any more of an argument that must have a value',
    after: change(['first: Int! = 10', 'first: Int!']),
    level: 'breaking',
    line: 'Query.permits.first: Its default value was removed: it must be given now',
  },
  {
    name: 'no default any more of an input field that must have a value',
    after: change(['year: Int! = 2026', 'year: Int!']),
    level: 'breaking',
    line: 'Wanted.year: Its default value was removed: it must be given now',
  },
  {
    name: 'a new input field that must be given',
    after: change(['id: ID  year', 'id: ID  kind: String!  year']),
    level: 'breaking',
    line: "Wanted.kind: Input field 'kind' of type 'String!' was added to input object type 'Wanted'",
  },
  {
    name: 'a new value of an enum',
    after: change(['OPEN CLOSED', 'OPEN CLOSED REJECTED']),
    level: 'dangerous',
    line: "Status.REJECTED: Enum value 'REJECTED' was added to enum 'Status'",
  },
  {
    name: 'a value of an enum gone',
    after: change(['OPEN CLOSED', 'OPEN']),
    level: 'breaking',
    line: "Status.CLOSED: Enum value 'CLOSED' was removed from enum 'Status'",
  },
  {
    name: 'a new member of a union',
    after: change(['union Thing = Permit', 'union Thing = Permit | Citizen']),
    level: 'dangerous',
    line: "Thing: Member 'Citizen' was added to Union type 'Thing'",
  },
  {
    name: 'an interface gone',
    after: change(['interface Named { name: String }', '']),
    level: 'breaking',
    line: "Named: Type 'Named' was removed",
  },
  {
    name: 'a field that clients see no longer',
    after: change(['status: Status', 'status: Status @inaccessible']),
    level: 'breaking',
    line: "Permit.status: Field 'status' was removed from object type 'Permit'",
  },
  {
    name: 'a deprecated field',
    after: change(['status: Status', 'status: Status @deprecated(reason: "Ask for state.")']),
    level: 'safe',
    line: "Permit.status: Field 'Permit.status' is deprecated",
  },
];

describe('a change of the public schema', () => {
  it.each(changes)('$name is $level', async ({ before, after, level, line }) => {
    const { lines, exitCode } = await check(after, { ...(before && { before }) });
    const place = lines.indexOf(`  ${line}`);
    expect(lines).toContain(`  ${line}`);
    const heading = lines.slice(0, place).findLast((one) => /^\w+:$/.test(one));
    expect(heading).toBe(`${level}:`);
    expect(exitCode).toBe(level === 'breaking' ? 1 : 0);
  });

  it('that is deprecated is told once, with another reason or none, and never as dangerous', async () => {
    const [before, after] = ['Old.', 'Older.'].map((reason) =>
      change(
        ['status: Status', `status: Status @deprecated(reason: "${reason}")`],
        ['CLOSED', `CLOSED @deprecated(reason: "${reason}")`],
      ),
    );
    expect((await check(after ?? '', { before: before ?? '' })).lines).toEqual([
      'safe:',
      "  Permit.status: Deprecation reason on field 'Permit.status' has changed from 'Old.' to 'Older.'",
      "  Status.CLOSED: Enum value 'Status.CLOSED' deprecation reason changed from 'Old.' to 'Older.'",
      '2 operations fit.',
    ]);
  });

  it('that adds something is told without what that is made of', async () => {
    const { lines } = await check(`${BASE} type Extra { "Doc." a(b: Int): Int  more: More } enum More { X Y }
      extend type Query { "Doc." extra(c: Int): Extra @deprecated }`);
    expect(lines).toEqual([
      'safe:',
      "  Extra: Type 'Extra' was added",
      "  More: Type 'More' was added",
      "  Query.extra: Field 'extra' was added to object type 'Query'",
      '2 operations fit.',
    ]);
  });

  it('is one line, however long a description is', async () => {
    const { lines } = await check(change(['status: Status', `"""\n${'Words.\n'.repeat(100)}"""\nstatus: Status`]));
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^ {2}Permit\.status: .{1,200}…$/);
  });

  it('that is none is told in one line', async () => {
    expect(await check(BASE)).toMatchObject({
      text: 'The public schema is unchanged; 2 operations fit.',
      exitCode: 0,
    });
  });
});

const OWNER = '@policy(policies: [["owner"]])';
const rules: readonly { name: string; after: string; before?: string; told: readonly string[] }[] = [
  {
    name: 'a policy removed from a field',
    after: change([`@tag(name: "personal") ${OWNER}`, '@tag(name: "personal")']),
    told: ['access rule removed: Citizen.name @policy owner'],
  },
  {
    name: 'a field that is personal no longer',
    after: change([`@tag(name: "personal") ${OWNER}`, OWNER]),
    told: ['access rule removed: Citizen.name @tag personal'],
  },
  {
    name: 'a scalar that is personal no longer',
    after: change(['scalar NIK @tag(name: "personal")', 'scalar NIK']),
    told: ['access rule removed: NIK @tag personal'],
  },
  {
    name: 'a field that anybody may ask for',
    after: change(['Citizen @authenticated', 'Citizen']),
    told: ['access rule removed: Query.me @authenticated'],
  },
  {
    name: 'a policy removed from a type',
    after: change([`type Permit ${OWNER}`, 'type Permit']),
    told: ['access rule removed: Permit @policy owner'],
  },
  {
    name: 'a policy that others satisfy too',
    after: change([`type Permit ${OWNER}`, 'type Permit @policy(policies: [["owner"], ["staff", "audited"]])']),
    told: ['access rule weakened: Permit @policy owner, now owner or staff and audited'],
  },
  {
    name: 'another policy',
    after: change([`type Permit ${OWNER}`, 'type Permit @policy(policies: [["staff"]])']),
    told: ['access rule weakened: Permit @policy owner, now staff'],
  },
  {
    name: 'a policy of which one of two names is enough',
    before: change([`type Permit ${OWNER}`, 'type Permit @policy(policies: [["owner", "audited"]])']),
    after: BASE,
    told: ['access rule weakened: Permit @policy owner and audited, now owner'],
  },
  {
    name: 'a policy that fewer satisfy',
    before: BASE,
    after: change([`type Permit ${OWNER}`, 'type Permit @policy(policies: [["owner", "audited"]])']),
    told: ['access rule tightened: Permit @policy owner, now owner and audited'],
  },
  {
    name: 'a scope that is asked for now',
    after: change(['Citizen @authenticated', 'Citizen @authenticated @requiresScopes(scopes: [["citizen"]])']),
    told: ['access rule added: Query.me @requiresScopes citizen'],
  },
  {
    name: 'a rule moved from a type to some of its fields',
    after: change([`type Permit ${OWNER} { id: ID!  fee: Int`, `type Permit { id: ID! ${OWNER}  fee: Int ${OWNER}`]),
    told: [
      // That there are permits, and how many, is what the type's rule kept as well.
      'access rule removed: Query.permits @policy owner',
      'access rule removed: Query.find @policy owner',
      'access rule removed: Permit.status @policy owner',
    ],
  },
  {
    name: 'a rule moved from fields to their type',
    after: change(
      ['type Citizen {', `type Citizen ${OWNER} {`],
      [`@tag(name: "personal") ${OWNER}`, '@tag(name: "personal")'],
      [`nik: NIK! ${OWNER}`, 'nik: NIK!'],
    ),
    // Only the way to the citizen got a rule, and no field lost one.
    told: ['access rule added: Query.me @policy owner'],
  },
  {
    name: 'a field whose new type is not personal as its old one was',
    after: change(['nik: NIK!', 'nik: String!']),
    told: ['access rule removed: Citizen.nik @tag personal'],
  },
  {
    name: 'a field of an interface that is personal no longer, nor are those who had that from it',
    before: change(
      ['interface Named { name: String', 'interface Named { name: String @tag(name: "personal")'],
      ['type Citizen {', 'type Citizen implements Named {'],
      [`@tag(name: "personal") ${OWNER}`, OWNER],
    ),
    after: change(['type Citizen {', 'type Citizen implements Named {'], [`@tag(name: "personal") ${OWNER}`, OWNER]),
    told: ['access rule removed: Citizen.name @tag personal', 'access rule removed: Named.name @tag personal'],
  },
  {
    name: 'a type and a field gone, rules and all',
    before: `${BASE} type Extra ${OWNER} { a: Int }`,
    after: change([`nik: NIK! ${OWNER}`, '']),
    told: [],
  },
];

describe('a change of access rules, which the public schema does not show', () => {
  it.each(rules)('$name', async ({ after, before, told }) => {
    const { text, lines } = await check(after, { allowBreaking: true, ...(before && { before }) });
    expect(lines.filter((line) => line.includes('access rule')).map((line) => line.trim())).toEqual(told);
    if (told.length > 0) expect(text).toContain(`dangerous:\n`);
  });

  it('alone does not fail, and is not called no change', async () => {
    const { lines, exitCode } = await check(change(['Citizen @authenticated', 'Citizen']));
    expect({ lines, exitCode }).toEqual({
      lines: [
        'The public schema is unchanged.',
        'dangerous:',
        '  access rule removed: Query.me @authenticated',
        '2 operations fit.',
      ],
      exitCode: 0,
    });
  });
});

describe('an operation that no longer fits', () => {
  const withoutFee = change(['fee: Int', '']);

  it('is named with the line of its file and the reason, and how to go about it', async () => {
    const { lines, exitCode } = await check(withoutFee);
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'breaking:',
      "  Permit.fee: Field 'fee' was removed from object type 'Permit'",
      '1 of 2 operations no longer fit:',
      '  schema/operations/permits.graphql:5: Cannot query field "fee" on type "Permit".',
      expect.stringMatching(/@deprecated.*--allow-breaking/),
    ]);
  });

  it('fails also where breaking changes are allowed', async () => {
    const { lines, exitCode } = await check(withoutFee, { allowBreaking: true });
    expect([exitCode, lines.at(-1)]).toEqual([1, expect.stringContaining('permits.graphql:5')]);
  });

  it('fails also where nothing changed, as one that cannot be read does', async () => {
    const operations = [{ name: 'torn', title: 'Torn', text: 'query Torn {\n  me {' }];
    expect(await check(BASE, { operations })).toMatchObject({
      exitCode: 1,
      lines: [
        'The public schema is unchanged.',
        '1 of 1 operation no longer fit:',
        '  schema/operations/torn.graphql:3: Syntax Error: Expected Name, found <EOF>.',
      ],
    });
  });

  it('is the only thing that decides where breaking changes are allowed', async () => {
    expect(await check(change(['status: Status', '']), { allowBreaking: true })).toMatchObject({
      exitCode: 0,
      lines: ['breaking:', expect.stringContaining('Permit.status'), '2 operations fit.'],
    });
  });
});
