import type { Clock } from '../../base/clock.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { IngestTarget } from '../../ports/ingest.ts';
import type { PushStore } from '../../ports/push-store.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import { suggest } from '../problem.ts';
import { type CacheSpec, createSharedReads, type TimedAnswer } from '../run/shared-reads.ts';
import { translateFailure } from '../run/translate-failure.ts';
import { compileIngest } from './compile-ingest.ts';
import { compileJudge, compileTest, type Judge, type JudgeSpec } from './compile-judge.ts';
import type { CompiledRecord, MappedRecord } from './compile-record.ts';
import { compileRows, type RowsOf } from './compile-rows.ts';
import { compileOpenRows, type RowsReading } from './open-rows.ts';
import type { OpenSource } from './open-sources.ts';
import type { Report } from './report.ts';

/** What every operation has, beside the keys of its source's protocol. */
export interface OperationFileSpec extends JudgeSpec {
  readonly source: string;
  readonly rows: string;
  readonly record: string;
  readonly cache?: CacheSpec;
  /** `owner`: rows of other people are left out; without it one of them is a fault of the system. */
  readonly keep?: 'owner';
  /** Rows of which this holds are left out, such as those that are marked as deleted. */
  readonly omit?: Readonly<Record<string, unknown>>;
}

/** An operation of a legacy system: arguments in, records of the graph out. */
export interface CompiledOperation {
  readonly name: string;
  readonly parameters: ReadonlySet<string>;
  /** Those of them that stand in the address of the request. */
  readonly addressed: ReadonlySet<string>;
  readonly record: CompiledRecord;
  /** The source that it asks, as the file names it. */
  readonly source: string;
  /** Its keys in the file, settings already filled in. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Where its rows come in, where the system pushes them. */
  readonly ingest: IngestTarget | undefined;
  /** The answer as the protocol gives it, past every cache. @throws HubError OPD_… */
  ask(args: CallArguments): Promise<unknown>;
  /** Forgets the answers that are kept for one person. */
  purge(nik: string): void;
  /** The records that an answer holds. @throws HubError OPD_… */
  read(answer: unknown, expectedOwner: string | undefined): readonly MappedRecord[];
  /** @throws HubError OPD_… */
  run(args: CallArguments, expectedOwner: string | undefined): Promise<readonly MappedRecord[]>;
  /** Begins to read all of its rows, page by page where it has pages, past every cache and behind people's questions. */
  openRows(args: CallArguments): RowsReading;
  /** The rows as the system gives them now, past every cache; undefined when it says that there is nothing. @throws HubError OPD_… */
  look(args: CallArguments, owner: string): Promise<LookedUp | undefined>;
}

/** Rows before they are mapped, and the whole answer around them. */
export interface LookedUp {
  readonly answer: unknown;
  readonly rows: readonly unknown[];
}

export interface OperationScope {
  readonly report: Report;
  readonly opd: string;
  readonly system: string;
  readonly clock: Clock;
  readonly pushes: PushStore | undefined;
  readonly sources: ReadonlyMap<string, OpenSource>;
  readonly records: ReadonlyMap<string, CompiledRecord>;
  /** Whether the file has an entry of that name, even one with a mistake, which is reported already. */
  declares(section: 'sources' | 'records', name: string): boolean;
}

/** Compiles `operations.<name>` that reads; undefined when it has a mistake, which is reported. */
export function compileOperation(
  scope: OperationScope,
  name: string,
  spec: OperationFileSpec,
): CompiledOperation | undefined {
  const { report, records, declares } = scope;
  const at = ['operations', name];
  const open = findSource(scope, at, spec.source);
  const record = records.get(spec.record);
  if (!record && !declares('records', spec.record))
    report.add([...at, 'record'], `there is no record "${spec.record}"`, suggest(spec.record, [...records.keys()]));
  const judge = compileJudge(report, at, spec, scope.clock);
  const rowsOf = compileRows(report, [...at, 'rows'], spec.rows, record);
  const omit = spec.omit && compileTest(report, [...at, 'omit'], spec.omit);
  const isFit = open === undefined || checkProtocol(report, open, name, spec);
  if (record && spec.keep === 'owner' && record.ownership !== 'mapped')
    report.add(
      [...at, 'keep'],
      `${spec.record} does not say whose a row is`,
      'write in its record: owner: <path> | nik',
    );
  if (!open || !record || !judge || !rowsOf || !isFit || (spec.omit && !omit)) return undefined;
  const rowsKept = omit ? (answer: unknown) => rowsOf(answer).filter((row) => !omit(row)) : rowsOf;
  const rowsFor = spec.keep === 'owner' ? keepOwn(rowsKept, record) : rowsKept;
  const check = (answer: unknown): void => {
    if (judge(answer) === 'ok') rowsKept(answer);
  };
  return buildOperation(scope, name, spec, { open, record, judge, check, rowsKept, rowsFor });
}

interface OperationParts {
  readonly open: OpenSource;
  readonly record: CompiledRecord;
  readonly judge: Judge;
  /** @throws CallFailure for an answer that nothing can be read out of. */
  check(answer: unknown): void;
  rowsKept(answer: unknown): readonly unknown[];
  rowsFor(answer: unknown, owner: string | undefined): readonly unknown[];
}

function buildOperation(
  { opd, system, clock, pushes }: OperationScope,
  name: string,
  spec: OperationFileSpec,
  { open, record, judge, check, rowsKept, rowsFor }: OperationParts,
): CompiledOperation {
  const prepared = { name, spec: { ...spec }, isRead: true, judge };
  const call = open.source.prepare(prepared);
  const send = (args: CallArguments) =>
    open.guard.pass(true, (deadlineMs, takeFurther) => call(args, deadlineMs, takeFurther));
  const shared = createSharedReads(send, clock, spec.cache, check);
  const read = ({ answer, atMs, isLive }: TimedAnswer, owner: string | undefined): readonly MappedRecord[] => {
    if (judge(answer) === 'empty') return [];
    const source = { opd, system, mode: isLive ? 'LIVE' : 'COPY', asOf: formatJakartaInstant(atMs) } as const;
    return rowsFor(answer, owner).map((row) => record.map(row, answer, source, owner));
  };
  const refuse = (error: unknown): never => {
    throw translateFailure(error, opd, system);
  };
  const { all, addressed } = open.protocol.listParameters({ ...spec }, open.spec);
  return {
    name,
    parameters: new Set(all),
    addressed: new Set(addressed),
    record,
    source: spec.source,
    spec: { ...spec },
    ingest: compileIngest({ opd, system, pushes }, name, { ...spec }, open, record),
    ask: (args) => send(args).catch(refuse),
    purge: shared.purge,
    read: (answer, owner) => {
      try {
        return read({ answer, atMs: clock.now(), isLive: true }, owner);
      } catch (error) {
        return refuse(error);
      }
    },
    // Chained rather than awaited: this runs for every call, and each async function is a promise more.
    run: (args, owner) =>
      shared
        .ask(args, owner)
        .then((answer) => read(answer, owner))
        .catch(refuse),
    openRows: compileOpenRows({
      guard: open.guard,
      call,
      openPages: open.source.preparePages?.(prepared),
      rowsOf: (answer) => (judge(answer) === 'empty' ? [] : rowsKept(answer)),
      refuse,
    }),
    look: (args, owner) =>
      send(args)
        .then((answer) => (judge(answer) === 'empty' ? undefined : { answer, rows: rowsFor(answer, owner) }))
        .catch(refuse),
  };
}

/** The source that an operation names; undefined when it has a mistake or there is none, which is reported. */
export function findSource(
  { report, sources, declares }: OperationScope,
  at: readonly string[],
  name: string,
): OpenSource | undefined {
  const open = sources.get(name);
  if (!open && !declares('sources', name))
    report.add([...at, 'source'], `there is no source "${name}"`, suggest(name, [...sources.keys()]));
  return open;
}

/** Whether the protocol of its source can do what an operation says; what it cannot is reported. */
export function checkProtocol(
  report: Report,
  { protocol, spec }: OpenSource,
  name: string,
  operation: object,
): boolean {
  const mistakes = protocol.checkOperation?.({ ...operation }, spec) ?? [];
  for (const { key, message, suggestion } of mistakes)
    report.add(['operations', name, key], `operations.${name}.${key} ${message}`, suggestion);
  return mistakes.length === 0;
}

/** Leaves out what belongs to others, for systems that can only be asked for everybody's records. */
function keepOwn(rowsOf: RowsOf, record: CompiledRecord) {
  return (answer: unknown, owner: string | undefined): readonly unknown[] =>
    owner === undefined ? [] : rowsOf(answer).filter((row) => record.findOwner(row, answer) === owner);
}
