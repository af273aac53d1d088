import { setImmediate as breathe } from 'node:timers/promises';
import type { Client } from 'pg';
import { type CompiledStream, isMisfit, type StreamPage } from '../../connector/index.ts';
import {
  addRecords,
  announceChanges,
  type CopyKeys,
  type CopyRow,
  type KeyRing,
  type KnownRow,
  listChanged,
  noteSeen,
  noteSteps,
  putPage,
  putQuarantine,
  type RejectedRow,
  releaseFitting,
  writeCopies,
  writeFacts,
} from '../../store/index.ts';
import { isOlder, rejectRow, type SortedPage, type SortedRow, sortPage } from './sort-page.ts';

/** What a page is applied with. */
export interface PageScope {
  readonly client: Client;
  readonly stream: CompiledStream;
  readonly streamId: number;
  readonly run: bigint;
  readonly keys: CopyKeys;
  readonly ring: KeyRing;
  /** Whether nothing is there yet, so that no row need be looked up before it is written. */
  readonly isFirstLoad: boolean;
  /** Whether the keys are noted, to find out what is missing. */
  readonly notesSeen: boolean;
  readonly nowMs: number;
}

/** What became of the rows of a page. */
export interface PageCounts {
  readonly read: number;
  readonly written: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly deleted: number;
  readonly seen: number;
  /** Rows that could not be told from others. */
  readonly unknown: number;
  /** Keys of the rows that could. */
  readonly keys: readonly Buffer[];
}

/** Applies a page to the copies; whoever calls holds the transaction that also keeps how far the run is. */
export async function applyPage(scope: PageScope, page: StreamPage, firstNumber: number): Promise<PageCounts> {
  const { client, stream, streamId, run, keys, ring, notesSeen, isFirstLoad, nowMs } = scope;
  const sorted = await sortPage(stream, keys, page.rows, firstNumber);
  if (!isFirstLoad) await putPage(client, sorted.rows);
  const known = isFirstLoad ? undefined : await listChanged(client, streamId);
  const mapped = await mapChanged(scope, page, sorted, known);
  if (stream.hasApplications && !isFirstLoad) await noteSteps(client, streamId, mapped.live, nowMs);
  const deleted = await writeCopies(client, streamId, mapped.gone);
  const written = await writeCopies(client, streamId, mapped.live);
  if (stream.factKind !== undefined) await writeFacts(client, streamId, mapped.live, mapped.gone);
  const unreadable = page.rejected.map((one) => rejectRow(one, null, one.row, keys.hashRow(`baris ${one.row}`)));
  const rejected = [...unreadable, ...sorted.rejected, ...mapped.rejected];
  await putQuarantine(client, ring, { stream: streamId, name: stream.id, run, nowMs }, rejected);
  if (!isFirstLoad)
    await releaseFitting(
      client,
      streamId,
      rejected.map(({ key }) => key),
    );
  await addRecords(client, streamId, mapped.difference);
  if (notesSeen) await noteSeen(client, run);
  if (stream.hasApplications && !isFirstLoad) await announceChanges(client, streamId, [...mapped.live, ...mapped.gone]);
  return {
    read: page.rows.length + page.rejected.length,
    written,
    deleted,
    rejected: rejected.length,
    unchanged: sorted.doubled + mapped.asBefore + (mapped.live.length - written) + (mapped.gone.length - deleted),
    seen: notesSeen ? sorted.rows.length : 0,
    unknown: unreadable.length + sorted.rejected.length,
    keys: sorted.rows.map(({ key }) => key),
  };
}

interface MappedPage {
  readonly live: readonly CopyRow[];
  readonly gone: readonly CopyRow[];
  readonly rejected: readonly RejectedRow[];
  /** Rows that are as their copies, older than them, or as gone as before. */
  readonly asBefore: number;
  /** How many copies more there are than before. */
  readonly difference: number;
}

const ROWS_AT_ONCE = 100;

/** Maps and seals the rows that differ from their copies; all of them when none was looked up. */
async function mapChanged(
  { stream, keys }: PageScope,
  { answer }: StreamPage,
  { rows }: SortedPage,
  known: readonly KnownRow[] | undefined,
): Promise<MappedPage> {
  const live: CopyRow[] = [];
  const gone: CopyRow[] = [];
  const rejected: RejectedRow[] = [];
  const changed = known?.map((one) => [rows[one.ordinal] as SortedRow, one] as const);
  let mapped = 0;
  let difference = 0;
  let asBefore = changed ? rows.length - changed.length : 0;
  for (const [sorted, one] of changed ?? rows.map((row) => [row, undefined] as const)) {
    if (++mapped % ROWS_AT_ONCE === 0) await breathe();
    // Yesterday's state of a row that is known of today.
    if (isOlder(sorted.version, one?.version)) {
      asBefore++;
      continue;
    }
    if (sorted.identified.isDeleted) {
      if (one?.state === 'gone') asBefore++;
      else gone.push(asTombstone(sorted));
      if (one?.state === 'live') difference--;
      continue;
    }
    const copy = stream.map(sorted.row, answer);
    if (isMisfit(copy)) rejected.push(rejectRow(copy, sorted.row, sorted.number, sorted.key));
    else {
      live.push(asCopy(sorted, copy, stream, keys));
      if (one && one.state !== 'live') difference++;
    }
  }
  return { live, gone, rejected, asBefore, difference };
}

function asTombstone({ key, rowHash, version }: SortedRow): CopyRow {
  const notListed = { service: undefined, status: undefined, submittedOn: undefined, dueOn: undefined };
  const nothing = { ...notListed, opd: undefined, facts: undefined };
  return { key, rowHash, version, subject: undefined, content: undefined, dataKeyId: null, ...nothing };
}

function asCopy(
  { key, rowHash, version }: SortedRow,
  {
    owner,
    linkNumber,
    record,
    application,
    day,
    opd,
    facts,
  }: Exclude<ReturnType<CompiledStream['map']>, { cause: string }>,
  { linkKind }: CompiledStream,
  keys: CopyKeys,
): CopyRow {
  const linked = linkKind !== undefined && linkNumber !== undefined ? keys.linkOf(linkKind, linkNumber) : undefined;
  const subject = owner === undefined ? linked : keys.subjectOf(owner);
  const { content, dataKeyId } = keys.sealContent(JSON.stringify(record), key);
  const { service, status, submittedOn = day, dueOn } = application ?? {};
  return { key, rowHash, version, subject, content, dataKeyId, service, status, submittedOn, dueOn, opd, facts };
}
