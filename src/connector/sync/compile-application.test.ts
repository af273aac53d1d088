import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { FieldScope } from '../compile/compile-field.ts';
import { compileApplication } from './compile-application.ts';
import type { ApplicationSpec } from './sync-spec.ts';

const schema = buildSchema(`
  scalar Date scalar DateTime
  enum Status { NEW VERIFIED ISSUED WITHDRAWN }
  type Query { permit: Permit }
  type Permit { id: ID! service: String status: Status submittedOn: Date reportedOn: DateTime issuedBy: Date! fee: Int kind: String office: Office }
  type Office { code: String }`);
const type = schema.getType('Permit') as GraphQLObjectType;
const filled = new Set([...Object.keys(type.getFields()).filter((name) => name !== 'office'), 'office.code']);
/** Ten days for permits of an office, and a tariff. */
const services: ServiceRules = {
  version: '1',
  find: (system, called) =>
    system === 'dpmptsp/perizinan' && called === 'Izin Praktik'
      ? {
          code: 'dpmptsp.izin-praktik',
          opd: 'dpmptsp',
          name: 'Izin praktik',
          dueOn: (day) => `${day.slice(0, 8)}28`,
          officialFee: () => 25_000,
        }
      : undefined,
  countWorkingDays: () => 0,
};
const STATUS = 'status | NEW = SUBMITTED, ISSUED = DONE, WITHDRAWN = CANCELLED';

function compile(spec: Partial<ApplicationSpec>) {
  const said: (string | undefined)[] = [];
  const report = {
    problems: [],
    add: (_at: unknown, ...words: (string | undefined)[]) => said.push(words.join(' — ')),
  };
  const scope = { report } as unknown as FieldScope;
  const place = { type, filled, services, opd: 'dpmptsp', system: 'dpmptsp/perizinan' };
  const view = compileApplication({ fields: scope, ...place }, { service: 'service', status: STATUS, ...spec });
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

  it('is due, named and priced by the catalogue where its system says nothing', () => {
    const spec: Partial<ApplicationSpec> = { submittedOn: 'submittedOn', charged: 'fee', doneOn: 'issuedBy' };
    const record = { service: 'Izin Praktik', submittedOn: '2026-02-02', fee: 75_000, issuedBy: '2026-02-20' };
    expect(viewOf(spec, record)).toMatchObject({
      kind: 'application',
      service: 'Izin Praktik',
      serviceCode: 'dpmptsp.izin-praktik',
      opd: 'dpmptsp',
      dueOn: '2026-02-28',
      doneOn: '2026-02-20',
      charged: 75_000,
      officialFee: 25_000,
    });
    // What the system says goes before the standard.
    expect(viewOf({ ...spec, dueOn: 'submittedOn + 3d' }, record)?.dueOn).toBe('2026-02-05');
    expect(viewOf(spec, { ...record, service: 'Izin lain' })).toMatchObject({
      serviceCode: 'Izin lain',
      dueOn: undefined,
      officialFee: undefined,
    });
    expect(viewOf({ ...spec, called: 'kind' }, { ...record, kind: 'x' })?.serviceCode).toBe('Izin Praktik');
  });

  it('counts for the agency that its row names, for none where it names none yet', () => {
    expect(viewOf({ opd: 'office.code', kind: 'complaint' }, { office: { code: 'dlh' } })).toMatchObject({
      opd: 'dlh',
      kind: 'complaint',
    });
    expect(viewOf({ opd: 'office.code' }, { office: null })?.opd).toBe('');
  });

  it('keeps its number', () => expect(viewOf({}, {})?.number).toBe('7'));

  it.each<[Partial<ApplicationSpec>, string]>([
    [{ service: 'servise' }, 'did you mean service?'],
    [{ status: 'sttus' }, 'did you mean status?'],
    [{ status: 'id' }, 'is no enum'],
    [{ status: 'status' }, 'nothing says which status of applications NEW is'],
    [{ status: `${STATUS}, VERIFED = DONE` }, 'never VERIFED — did you mean VERIFIED?'],
    [{ status: `${STATUS}, VERIFIED = VERIFIE` }, '"VERIFIE" is no status of applications — did you mean VERIFIED?'],
    [{ opd: 'ofice.code' }, 'did you mean office.code?'],
    [{ charged: 'fe' }, 'did you mean fee?'],
    [{ doneOn: 'fee' }, 'is no Date and no DateTime'],
    [{ submittedOn: 'service' }, 'is no Date and no DateTime'],
    [{ dueOn: 'service + 3d' }, 'is no Date and no DateTime'],
  ])('is refused for %j', (spec, message) => {
    const { view, said } = compile(spec);
    expect(view).toBeUndefined();
    expect(said.join('\n')).toContain(message);
  });
});
