import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { FieldScope } from '../compile/compile-field.ts';
import { compileApplication } from './compile-application.ts';
import type { ApplicationSpec } from './sync-spec.ts';

const schema = buildSchema(`
  scalar Date scalar DateTime
  enum Status { NEW VERIFIED ISSUED WITHDRAWN }
  type Query { permit: Permit }
  type Permit { id: ID! service: String status: Status submittedOn: Date reportedOn: DateTime issuedBy: Date! }`);
const type = schema.getType('Permit') as GraphQLObjectType;
const filled = new Set(Object.keys(type.getFields()));
const STATUS = 'status | NEW = SUBMITTED, ISSUED = DONE, WITHDRAWN = CANCELLED';

function compile(spec: Partial<ApplicationSpec>) {
  const said: (string | undefined)[] = [];
  const report = {
    problems: [],
    add: (_at: unknown, ...words: (string | undefined)[]) => said.push(words.join(' — ')),
  };
  const scope = { report } as unknown as FieldScope;
  const view = compileApplication(scope, type, filled, { service: 'service', status: STATUS, ...spec });
  return { view, said };
}
const viewOf = (spec: Partial<ApplicationSpec>, record: Readonly<Record<string, unknown>>) =>
  compile(spec).view?.({ service: 'Izin', status: 'NEW', ...record }, '7');

describe('how a record stands in the list of applications', () => {
  it.each([
    ['NEW', 'SUBMITTED'],
    ['VERIFIED', 'VERIFIED'],
    ['ISSUED', 'DONE'],
    ['WITHDRAWN', 'CANCELLED'],
    // What the code table does not know of is not finished.
    [null, 'SUBMITTED'],
  ])('its status %s is %s', (status, listed) => expect(viewOf({}, { status })?.status).toBe(listed));

  it.each([
    ['a field', 'service', 'Izin'],
    ['a text for all', '= Pengaduan SiKesal', 'Pengaduan SiKesal'],
  ])('its service is %s', (_what, service, name) => expect(viewOf({ service }, {})?.service).toBe(name));

  it.each([
    ['a day', 'submittedOn', { submittedOn: '2026-02-28' }, '2026-02-28'],
    [
      'an instant in the night, by Jakarta’s day',
      'reportedOn',
      { reportedOn: '2026-11-24T05:30:00+07:00' },
      '2026-11-24',
    ],
    ['an instant of another zone', 'reportedOn', { reportedOn: '2026-11-23T22:30:00Z' }, '2026-11-24'],
    ['nothing', 'submittedOn', { submittedOn: null }, undefined],
    ['no field', undefined, {}, undefined],
  ])('was handed in on %s', (_what, submittedOn, record, day) =>
    expect(viewOf({ ...(submittedOn && { submittedOn }) }, record)?.submittedOn).toBe(day),
  );

  it.each([
    ['a field of its own', 'issuedBy', { issuedBy: '2026-03-01' }, '2026-03-01'],
    ['days behind another', 'submittedOn + 14d', { submittedOn: '2026-02-20' }, '2026-03-06'],
    ['days behind an instant in the night', 'reportedOn+1d', { reportedOn: '2026-12-31T01:00:00+07:00' }, '2027-01-01'],
    ['days behind nothing', 'submittedOn + 14d', { submittedOn: null }, undefined],
  ])('is due on %s', (_what, dueOn, record, day) => expect(viewOf({ dueOn }, record)?.dueOn).toBe(day));

  it('keeps its number', () => expect(viewOf({}, {})?.number).toBe('7'));

  it.each<[Partial<ApplicationSpec>, string]>([
    [{ service: 'servise' }, 'did you mean service?'],
    [{ status: 'sttus' }, 'did you mean status?'],
    [{ status: 'id' }, 'is no enum'],
    [{ status: 'status' }, 'nothing says which status of applications NEW is'],
    [{ status: `${STATUS}, VERIFED = DONE` }, 'never VERIFED — did you mean VERIFIED?'],
    [{ status: `${STATUS}, VERIFIED = VERIFIE` }, '"VERIFIE" is no status of applications — did you mean VERIFIED?'],
    [{ submittedOn: 'service' }, 'is no Date and no DateTime'],
    [{ dueOn: 'service + 3d' }, 'is no Date and no DateTime'],
  ])('is refused for %j', (spec, message) => {
    const { view, said } = compile(spec);
    expect(view).toBeUndefined();
    expect(said.join('\n')).toContain(message);
  });
});
