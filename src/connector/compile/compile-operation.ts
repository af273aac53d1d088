import type { Clock } from '../../base/clock.ts';
import { formatJakartaInstant, secondsToJakartaMidnight } from '../../base/jakarta-time.ts';
import { CallFailure, type FailureKind } from '../../outbound/index.ts';
import { type CallArguments, EmptyAnswer } from '../../protocols/protocol.ts';
import { suggest } from '../problem.ts';
import { type CacheSpec, createSharedReads } from '../run/shared-reads.ts';
import { translateFailure } from '../run/translate-failure.ts';
import type { CompiledRecord, MappedRecord } from './compile-record.ts';
import { compileRows, type RowsOf } from './compile-rows.ts';
import { compileCondition, type Test } from './condition.ts';
import type { OpenSource } from './open-sources.ts';
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
  /** Rows of which this holds are left out, such as those that are marked as deleted. */
  readonly omit?: Readonly<Record<string, unknown>>;
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
  const rowsOf = compileRows(report, [...at, 'rows'], spec.rows, record);
  const omit = spec.omit && compileTest(report, [...at, 'omit'], spec.omit);
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
  const call = open.source.prepare({ name, spec: { ...spec }, isRead: true, judge });
  const ask = createSharedReads(
    (args) => open.guard.pass(true, (deadlineMs, takeFurther) => call(args, deadlineMs, takeFurther)),
    scope.clock,
    spec.cache,
  );
  const rowsKept = omit ? (answer: unknown) => rowsOf(answer).filter((row) => !omit(row)) : rowsOf;
  const rowsFor = spec.keep === 'owner' ? keepOwn(rowsKept, record) : rowsKept;
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

/** Leaves out what belongs to others, for systems that can only be asked for everybody's records. */
function keepOwn(rowsOf: RowsOf, record: CompiledRecord) {
  return (answer: unknown, owner: string | undefined): readonly unknown[] =>
    owner === undefined ? [] : rowsOf(answer).filter((row) => record.findOwner(row, answer) === owner);
}

type Judge = (answer: unknown) => 'ok' | 'empty';

/** Compiles `cases` and `okWhen`: the first case that fits decides, then okWhen must hold unless the answer is empty by itself. */
function compileJudge(report: Report, at: readonly string[], spec: OperationFileSpec, clock: Clock): Judge | undefined {
  const cases = (spec.cases ?? []).flatMap((one, index) => {
    const test = compileTest(report, [...at, 'cases', String(index)], one.when);
    return test ? [{ test, is: one.is, until: one.until }] : [];
  });
  const isOk = spec.okWhen ? compileTest(report, [...at, 'okWhen'], spec.okWhen) : () => true;
  if (!isOk || cases.length < (spec.cases?.length ?? 0)) return undefined;
  return (answer) => {
    const isEmpty = answer instanceof EmptyAnswer;
    const content = isEmpty ? answer.content : answer;
    for (const { test, is, until } of cases) {
      if (!test(content)) continue;
      if (is === 'empty') return 'empty';
      throw new CallFailure(is, CASE_REASONS[is], {
        retryAfterSeconds: until && secondsToJakartaMidnight(clock.now()),
      });
    }
    if (isEmpty) return 'empty';
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
