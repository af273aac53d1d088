import { type GraphQLObjectType, getNamedType, isEnumType } from 'graphql';
import type { FieldScope } from '../compile/compile-field.ts';
import { suggest } from '../problem.ts';
import { type ApplicationStatus, type ApplicationView, applicationStatuses } from './compiled-stream.ts';
import type { ApplicationSpec } from './sync-spec.ts';

type Record_ = Readonly<Record<string, unknown>>;
export type ViewApplication = (record: Record_, number: string) => ApplicationView;

/** Compiles how a record stands in the one list of applications; undefined when it has a mistake, which is reported. */
export function compileApplication(
  { report }: FieldScope,
  type: GraphQLObjectType,
  filled: ReadonlySet<string>,
  spec: ApplicationSpec,
): ViewApplication | undefined {
  const at = ['sync', type.name, 'application'];
  const readField = (key: string, name: string): ((record: Record_) => unknown) | undefined => {
    if (filled.has(name)) return (record) => record[name];
    report.add([...at, key], `${type.name} has no field "${name}" that a row fills`, suggest(name, [...filled]));
    return undefined;
  };
  const constant = /^=\s*(.+)$/.exec(spec.service)?.[1];
  const service = constant === undefined ? readField('service', spec.service) : () => constant;
  const status = compileStatus(report, type, at, spec.status, readField);
  const submittedOn = spec.submittedOn === undefined ? () => undefined : readField('submittedOn', spec.submittedOn);
  const dueOn = spec.dueOn === undefined ? () => undefined : compileDue(spec.dueOn, readField);
  if (!service || !status || !submittedOn || !dueOn) return undefined;
  return (record, number) => ({
    number,
    service: textOf(service(record)) ?? '',
    status: status(record),
    submittedOn: textOf(submittedOn(record)),
    dueOn: textOf(dueOn(record)),
  });
}

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
  const pairs = table.split(',').flatMap((pair) => {
    const [from = '', to = ''] = pair.split('=').map((part) => part.trim());
    return from === '' ? [] : [[from, to] as const];
  });
  const said = new Map(pairs);
  const statuses = new Map<unknown, ApplicationStatus>();
  for (const { name: value } of enumType.getValues()) {
    const wanted = said.get(value) ?? value;
    const status = applicationStatuses.find((one) => one === wanted);
    if (status) statuses.set(value, status);
    else report.add([...at, 'status'], `${value} is no status of applications`, suggest(wanted, applicationStatuses));
  }
  return (record: Record_): ApplicationStatus => statuses.get(read(record)) ?? 'SUBMITTED';
}

/** `dueOn` of the record, or so many days behind another of its days. */
function compileDue(expression: string, readField: ReadField) {
  const [, field = expression, days] = /^(\w+)\s*\+\s*(\d+)d$/.exec(expression) ?? [];
  const read = readField('dueOn', field);
  if (!read || days === undefined) return read;
  return (record: Record_) => {
    const day = textOf(read(record));
    if (day === undefined) return undefined;
    return new Date(Date.parse(day.slice(0, 10)) + Number(days) * 86_400_000).toISOString().slice(0, 10);
  };
}
