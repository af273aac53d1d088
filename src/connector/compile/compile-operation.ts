import type { Clock } from '../../base/clock.ts';
import { formatJakartaInstant, secondsToJakartaMidnight } from '../../base/jakarta-time.ts';
import { CallFailure, type FailureKind } from '../../outbound/index.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { suggest } from '../problem.ts';
import { type CacheSpec, createSharedReads } from '../run/shared-reads.ts';
import { translateFailure } from '../run/translate-failure.ts';
import type { CompiledRecord, MappedRecord } from './compile-record.ts';
import { compileCondition, type Test } from './condition.ts';
import type { OpenSource } from './open-sources.ts';
import { compilePath, type Read } from './path.ts';
import type { Report } from './report.ts';

/** What every operation has, beside the keys of its source's protocol. */
export interface OperationFileSpec {
  readonly source: string;
  readonly okWhen?: Readonly<Record<string, unknown>>;
  readonly cases?: readonly {
    readonly when: Readonly<Record<string, unknown>>;
    readonly is: Outcome;
    readonly until?: 'midnight';
  }[];
  readonly rows: string;
  readonly record: string;
  readonly cache?: CacheSpec;
  /** `owner`: rows of other people are left out; without it one of them is a fault of the system. */
  readonly keep?: 'owner';
}

type Outcome = 'empty' | FailureKind;

/** An operation of a legacy system: arguments in, records of the graph out. */
export interface CompiledOperation {
  readonly name: string;
  readonly parameters: ReadonlySet<string>;
  /** Those of them that stand in the address of the request. */
  readonly addressed: ReadonlySet<string>;
  readonly record: CompiledRecord;
  /** @throws HubError OPD_… */
  run(args: CallArguments, expectedOwner: string | undefined): Promise<readonly MappedRecord[]>;
}

export interface OperationScope {
  readonly report: Report;
  readonly opd: string;
  readonly system: string;
  readonly clock: Clock;
  readonly sources: ReadonlyMap<string, OpenSource>;
  readonly records: ReadonlyMap<string, CompiledRecord>;
  /** Whether the file has an entry of that name, even one with a mistake, which is reported already. */
  declares(section: 'sources' | 'records', name: string): boolean;
}

/** Compiles `operations.<name>`; undefined when it has a mistake, which is reported. */
export function compileOperation(
  scope: OperationScope,
  name: string,
  spec: OperationFileSpec,
): CompiledOperation | undefined {
  const { report, sources, records, declares } = scope;
  const at = ['operations', name];
  const open = sources.get(spec.source);
  if (!open && !declares('sources', spec.source))
    report.add([...at, 'source'], `there is no source "${spec.source}"`, suggest(spec.source, [...sources.keys()]));
  const record = records.get(spec.record);
  if (!record && !declares('records', spec.record))
    report.add([...at, 'record'], `there is no record "${spec.record}"`, suggest(spec.record, [...records.keys()]));
  const judge = compileJudge(report, at, spec, scope.clock);
  const rowsOf = compileRows(report, [...at, 'rows'], spec.rows);
  const mistakes = open?.protocol.checkOperation?.({ ...spec }, open.spec) ?? [];
  for (const { key, message, suggestion } of mistakes)
    report.add([...at, key], `operations.${name}.${key} ${message}`, suggestion);
  if (record && spec.keep === 'owner' && record.ownership !== 'mapped')
    report.add(
      [...at, 'keep'],
      `${spec.record} does not say whose a row is`,
      'write in its record: owner: <path> | nik',
    );
  if (!open || !record || !judge || !rowsOf || mistakes.length > 0) return undefined;
  const call = open.source.prepare({ name, spec: { ...spec }, isRead: true });
  const ask = createSharedReads(
    (args) => open.guard.pass(true, (deadlineMs) => call(args, deadlineMs)),
    scope.clock,
    spec.cache,
  );
  const rowsFor = spec.keep === 'owner' ? keepOwn(rowsOf, record) : rowsOf;
  const { opd, system } = scope;
  const { all, addressed } = open.protocol.listParameters({ ...spec }, open.spec);
  return {
    name,
    parameters: new Set(all),
    addressed: new Set(addressed),
    record,
    // Chained rather than awaited: this runs for every call, and each async function is a promise more.
    run: (args, expectedOwner) =>
      ask(args, expectedOwner)
        .then(({ answer, atMs }) => {
          if (judge(answer) === 'empty') return [];
          const source = { opd, system, mode: 'LIVE', asOf: formatJakartaInstant(atMs) } as const;
          return rowsFor(answer, expectedOwner).map((row) => record.map(row, answer, source, expectedOwner));
        })
        .catch((error: unknown) => {
          throw translateFailure(error, opd, system);
        }),
  };
}

type RowsOf = (answer: unknown) => readonly unknown[];

/** Leaves out what belongs to others, for systems that can only be asked for everybody's records. */
function keepOwn(rowsOf: RowsOf, record: CompiledRecord) {
  return (answer: unknown, owner: string | undefined): readonly unknown[] =>
    owner === undefined ? [] : rowsOf(answer).filter((row) => record.findOwner(row, answer) === owner);
}

type Judge = (answer: unknown) => 'ok' | 'empty';

/** Compiles `cases` and `okWhen`: the first case that fits decides, then okWhen must hold. */
function compileJudge(report: Report, at: readonly string[], spec: OperationFileSpec, clock: Clock): Judge | undefined {
  const cases = (spec.cases ?? []).flatMap((one, index) => {
    const test = compileTest(report, [...at, 'cases', String(index)], one.when);
    return test ? [{ test, is: one.is, until: one.until }] : [];
  });
  const isOk = spec.okWhen ? compileTest(report, [...at, 'okWhen'], spec.okWhen) : () => true;
  if (!isOk || cases.length < (spec.cases?.length ?? 0)) return undefined;
  return (answer) => {
    for (const { test, is, until } of cases) {
      if (!test(answer)) continue;
      if (is === 'empty') return 'empty';
      throw new CallFailure(is, CASE_REASONS[is], {
        retryAfterSeconds: until && secondsToJakartaMidnight(clock.now()),
      });
    }
    if (!isOk(answer)) throw new CallFailure('badAnswer', 'an answer that its contract does not know');
    return 'ok';
  };
}

const CASE_REASONS: Readonly<Record<FailureKind, string>> = {
  quota: 'its quota is used up',
  unavailable: 'it says that it cannot answer now',
  denied: "it refuses the hub's credentials",
  badAnswer: 'it says that the question was wrong',
};

function compileTest(
  report: Report,
  at: readonly string[],
  condition: Readonly<Record<string, unknown>>,
): Test | undefined {
  const test = compileCondition(condition);
  if (typeof test !== 'string') return test;
  report.add([...at, test], `"${test}" is not a path`);
  return undefined;
}

/** Compiles `rows`: `data[]` is a list, `data` one record; a list that is null has no rows. */
function compileRows(
  report: Report,
  at: readonly string[],
  rows: string,
): ((answer: unknown) => readonly unknown[]) | undefined {
  const isList = rows.endsWith('[]');
  const path = isList ? rows.slice(0, -2) : rows;
  const read: Read | undefined = path === '' ? (answer) => answer : compilePath(path);
  if (!read) {
    report.add(at, `"${rows}" is not a path`, 'write it like: data[] for a list, data for one record');
    return undefined;
  }
  return (answer) => {
    const value = read(answer);
    if (value === null || value === undefined) return [];
    // PHP writes an empty object as an empty list.
    const rows = isList || (Array.isArray(value) && value.length === 0) ? value : [value];
    if (Array.isArray(rows) && rows.every(isRow)) return rows;
    throw new CallFailure('badAnswer', `something else where the ${isList ? 'list of records' : 'record'} should be`);
  };
}

/** Of anything else every field would be null, which nobody could tell from a record without values. */
function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
