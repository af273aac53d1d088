import type { Clock } from '../../base/clock.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { CallFailure, type FailureKind, type Guard } from '../../outbound/index.ts';
import type { CallArguments, Protocol, Source } from '../../protocols/protocol.ts';
import { suggest } from '../problem.ts';
import { translateFailure } from '../run/translate-failure.ts';
import type { CompiledRecord, MappedRecord } from './compile-record.ts';
import { compileCondition, type Test } from './condition.ts';
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

/** A source of the system, open, behind its guard. */
export interface OpenSource {
  readonly protocol: Protocol;
  /** Its keys in the file, settings already filled in. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly source: Source;
  readonly guard: Guard;
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
  if (!open || !record || !judge || !rowsOf || mistakes.length > 0) return undefined;
  const call = open.source.prepare({ name, spec: { ...spec }, isRead: true });
  const ask = shareReads((args) => open.guard.pass(true, (deadlineMs) => call(args, deadlineMs)));
  const { opd, system, clock } = scope;
  const { all, addressed } = open.protocol.listParameters({ ...spec }, open.spec);
  return {
    name,
    parameters: new Set(all),
    addressed: new Set(addressed),
    record,
    // Chained rather than awaited: this runs for every call, and each async function is a promise more.
    run: (args, expectedOwner) =>
      ask(args)
        .then((answer) => {
          if (judge(answer) === 'empty') return [];
          const source = { opd, system, mode: 'LIVE', asOf: formatJakartaInstant(clock.now()) } as const;
          return rowsOf(answer).map((row) => record.map(row, answer, source, expectedOwner));
        })
        .catch((error: unknown) => {
          throw translateFailure(error, opd, system);
        }),
  };
}

/**
 * Makes reads with the same arguments that are under way at once, by whomever, only once. What each caller may see of the
 * answer is decided when it is mapped for him; nothing is kept once it is there.
 */
function shareReads(ask: (args: CallArguments) => Promise<unknown>): (args: CallArguments) => Promise<unknown> {
  const underWay = new Map<string, Promise<unknown>>();
  return (args) => {
    const key = JSON.stringify(args);
    const known = underWay.get(key);
    if (known) return known;
    const answer = ask(args).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
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
      throw new CallFailure(is, CASE_REASONS[is], { retryAfterSeconds: until && secondsToMidnight(clock.now()) });
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

function secondsToMidnight(nowMs: number): number {
  const jakartaSeconds = Math.floor(nowMs / 1000) + 7 * 3600;
  return 86_400 - (jakartaSeconds % 86_400);
}
