import { type GraphQLObjectType, getNamedType, isEnumType } from 'graphql';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { FieldScope } from '../compile/compile-field.ts';
import { compileText } from '../figures/compile-facts.ts';
import { suggest } from '../problem.ts';
import { compileDay, type ReadDay } from './compile-day.ts';
import { type ApplicationStatus, type ApplicationView, applicationStatuses } from './compiled-stream.ts';
import type { ApplicationSpec } from './sync-spec.ts';

type Record_ = Readonly<Record<string, unknown>>;
export type ViewApplication = (record: Record_, number: string) => ApplicationView;

export interface ApplicationScope {
  readonly fields: FieldScope;
  readonly type: GraphQLObjectType;
  /** Fields that a row fills; inner ones behind a dot. */
  readonly filled: ReadonlySet<string>;
  readonly services: ServiceRules | undefined;
  /** `dpmptsp` and `dpmptsp/perizinan`. */
  readonly opd: string;
  readonly system: string;
}

/** Compiles how a record stands in the one list of applications; undefined when it has a mistake, which is reported. */
export function compileApplication(scope: ApplicationScope, spec: ApplicationSpec): ViewApplication | undefined {
  const { type, filled, services, system } = scope;
  const { report } = scope.fields;
  const at = ['sync', type.name, 'application'];
  const readField = (key: string, name: string): ((record: Record_) => unknown) | undefined => {
    if (filled.has(name)) return (record) => record[name];
    report.add([...at, key], `${type.name} has no field "${name}" that a row fills`, suggest(name, [...filled]));
    return undefined;
  };
  const constant = /^=\s*(.+)$/.exec(spec.service)?.[1];
  const service = constant === undefined ? readField('service', spec.service) : () => constant;
  const status = compileStatus(report, type, at, spec.status, readField);
  const readDay = (key: DayKey, name: string) => compileDay(report, type, [...at, key], readField(key, name), name);
  const submittedOn = spec.submittedOn === undefined ? NO_DAY : readDay('submittedOn', spec.submittedOn);
  const dueOn = spec.dueOn === undefined ? undefined : compileDue(spec.dueOn, readDay);
  const doneOn = spec.doneOn === undefined ? NO_DAY : readDay('doneOn', spec.doneOn);
  const charged = spec.charged === undefined ? NOTHING : readField('charged', spec.charged);
  const called = spec.called === undefined ? service : readField('called', spec.called);
  const opd = spec.opd === undefined ? () => scope.opd : compileText(scope, spec.opd, [...at, 'opd']);
  const isWhole = service && status && submittedOn && doneOn && charged && called && opd;
  if (!isWhole || (spec.dueOn !== undefined && !dueOn)) return undefined;
  return (record, number) => {
    const name = textOf(service(record)) ?? '';
    const rule = services?.find(system, textOf(called(record)) ?? name);
    const from = submittedOn(record);
    const paid = charged(record);
    return {
      kind: spec.kind ?? 'application',
      number,
      service: name,
      serviceCode: rule?.code ?? name,
      opd: opd(record) ?? '',
      status: status(record),
      submittedOn: from,
      dueOn: dueOn ? dueOn(record) : from === undefined ? undefined : rule?.dueOn(from),
      doneOn: doneOn(record),
      charged: typeof paid === 'number' ? paid : undefined,
      officialFee: from === undefined ? undefined : rule?.officialFee(from),
    };
  };
}

const NO_DAY: ReadDay = () => undefined;
const NOTHING = (): undefined => undefined;
type DayKey = 'submittedOn' | 'dueOn' | 'doneOn';
type ReadField = (key: string, name: string) => ((record: Record_) => unknown) | undefined;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `status | ISSUED = DONE, NEW = SUBMITTED`: values that are not named keep their name. */
function compileStatus(
  report: FieldScope['report'],
  type: GraphQLObjectType,
  at: readonly string[],
  expression: string,
  readField: ReadField,
) {
  const [name = '', table = ''] = expression.split('|').map((part) => part.trim());
  const read = readField('status', name);
  const named = type.getFields()[name];
  const enumType = named && getNamedType(named.type);
  if (!read) return undefined;
  if (!enumType || !isEnumType(enumType)) {
    report.add([...at, 'status'], `${type.name}.${name} is no enum, so its values cannot be told`);
    return undefined;
  }
  const values = enumType.getValues().map((value) => value.name);
  const pairs = table.split(',').flatMap((pair) => {
    const [from = '', to = ''] = pair.split('=').map((part) => part.trim());
    return from === '' ? [] : [[from, to] as const];
  });
  const unknown = pairs.filter(([from]) => !values.includes(from));
  for (const [from] of unknown)
    report.add([...at, 'status'], `${type.name}.${name} is never ${from}`, suggest(from, values));
  const said = new Map(pairs);
  const statuses = new Map<unknown, ApplicationStatus>();
  for (const value of values) {
    const wanted = said.get(value) ?? value;
    const status = applicationStatuses.find((one) => one === wanted);
    if (status) statuses.set(value, status);
    else if (said.has(value))
      report.add([...at, 'status'], `"${wanted}" is no status of applications`, suggest(wanted, applicationStatuses));
    else
      report.add(
        [...at, 'status'],
        `nothing says which status of applications ${value} is`,
        `write: ${name} | ${value} = <one of ${applicationStatuses.join(', ')}>`,
      );
  }
  if (unknown.length > 0 || statuses.size < values.length) return undefined;
  return (record: Record_): ApplicationStatus => statuses.get(read(record)) ?? 'SUBMITTED';
}

/** `dueOn` of the record, or so many days behind another of its days. */
function compileDue(
  expression: string,
  readDay: (key: 'dueOn', name: string) => ReadDay | undefined,
): ReadDay | undefined {
  const [, field = expression, days] = /^(\w+)\s*\+\s*(\d+)d$/.exec(expression) ?? [];
  const read = readDay('dueOn', field);
  if (!read || days === undefined) return read;
  return (record) => {
    const day = read(record);
    return day === undefined ? undefined : addDays(day, Number(days));
  };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
