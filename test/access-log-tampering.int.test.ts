import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '../src/audit/checkpoints/checkpoint.ts';
import { describeFinding, type Finding, verifyAccessLog } from '../src/audit/index.ts';
import type { Database } from '../src/store/index.ts';
import { entriesOf, openTestLog } from './support/open-access-log.ts';
import { rewriteChainFrom } from './support/rewrite-chain.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const ROWS = 30;
const CHECKPOINTS_AT = [10, 20, 30];
const AT_MS = Date.UTC(2026, 10, 24, 4);

let stack: AsyncDisposableStack;
let database: Database;
let checkpoints: string[];
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  const opened = await openTestLog(stack);
  database = opened.database;
  await opened.log.record(entriesOf(ROWS));
  checkpoints = await Promise.all(CHECKPOINTS_AT.map(async (seq) => sign(await pointAt(seq))));
});
afterEach(() => stack.disposeAsync());

const sign = (point: Checkpoint, key = privateKey) => formatCheckpoint(point, key);

async function pointAt(seq: number): Promise<Checkpoint> {
  const { rows } = await database.pool.query('select hash from access_log where seq = $1', [seq]);
  return { seq, hash: rows[0].hash, atMs: AT_MS };
}

const change = (statement: string) => database.pool.query(statement);

async function findWrong(): Promise<readonly Finding[]> {
  const lines = checkpoints.map((text, index) => parseCheckpoint(text, index + 1));
  const { findings } = await verifyAccessLog(database, lines, publicKey);
  return findings;
}

it('a log that nobody touched is sound, and vouched for up to the last checkpoint', async () => {
  checkpoints.pop();
  const lines = checkpoints.map((text, index) => parseCheckpoint(text, index + 1));
  const progress: number[] = [];
  expect(await verifyAccessLog(database, lines, publicKey, (rows) => progress.push(rows))).toEqual({
    rows: ROWS,
    lastSeq: ROWS,
    checkpoints: 2,
    vouchedSeq: 20,
    findings: [],
  });
  expect(progress).toEqual([ROWS]);
});

describe('a row whose one column was changed is named', () => {
  it.each([
    ['at', `at + interval '1 microsecond'`],
    ['channel', `'export'`],
    ['actor_kind', `'mayor'`],
    ['actor_hash', `sha256(actor_hash)`],
    ['actor_sealed', `sha256(actor_sealed)`],
    ['actor_sealed', `null`],
    ['data_key_id', `'d2'`],
    ['actor_opd', `null`],
    ['app', `'sipadukoo'`],
    ['subject_hash', `sha256(subject_hash)`],
    ['index_key_id', `'i2'`],
    ['reads', `'[]'`],
    ['purpose', `''`],
    ['basis', `'consent'`],
    ['case_id', `''`],
    ['outcome', `'refused'`],
    ['hash', `sha256(hash)`],
  ])('%s becoming %s', async (column, value) => {
    await change(`update access_log set ${column} = ${value} where seq = 17`);
    expect(await findWrong()).toEqual([{ kind: 'changed', seq: 17, untilSeq: 17 }]);
  });

  it('however many are changed apart from each other', async () => {
    await change(`update access_log set purpose = 'other' where seq in (1, 5, 30)`);
    expect((await findWrong()).map(describeFinding)).toEqual([
      'row 1 was changed',
      'row 5 was changed',
      'row 30 was changed',
    ]);
  });
});

const COPY = `(at, channel, actor_kind, actor_hash, actor_sealed, data_key_id, actor_opd, app, subject_hash, index_key_id,
  reads, purpose, basis, case_id, outcome, hash, seq)`;
const VALUES = `channel, actor_kind, actor_hash, actor_sealed, data_key_id, actor_opd, app, subject_hash, index_key_id,
  reads, purpose, basis, case_id, outcome, hash`;
const insertCopyOf = (seq: number, as: number) =>
  `insert into access_log ${COPY} select at + interval '1 ms', ${VALUES}, ${as} from access_log where seq = ${seq}`;

describe('a log is found out whose', () => {
  it.each<[string, string[], string[]]>([
    ['first row was deleted', ['delete from access_log where seq = 1'], ['row 1 is missing']],
    ['middle rows were deleted', ['delete from access_log where seq between 18 and 19'], ['rows 18 to 19 are missing']],
    [
      'last row was deleted',
      ['delete from access_log where seq = 30'],
      ['the log ends at 29, but the checkpoint of 2026-11-24T04:00:00.000Z knew row 30', 'row 30 is missing'],
    ],
    [
      'end was cut off and the head with it',
      [
        'delete from access_log where seq > 23',
        'update access_log_head set seq = 23, hash = (select hash from access_log where seq = 23)',
      ],
      ['the log ends at 23, but the checkpoint of 2026-11-24T04:00:00.000Z knew row 30'],
    ],
    [
      'rows are all gone',
      ['truncate access_log', `delete from access_log_head`],
      [
        'the log ends at 0, but the checkpoint of 2026-11-24T04:00:00.000Z knew row 30',
        'the head of the log does not fit its last row, 0',
      ],
    ],
    ['row stands twice', [insertCopyOf(5, 5)], ['row 5 stands twice']],
    [
      'end has a row too many',
      [insertCopyOf(5, 31)],
      ['row 31 was changed', 'row 31 was inserted: the log never had a row there'],
    ],
    ['beginning has a row too many', [insertCopyOf(5, 0)], ['row 0 was inserted: the log never had a row there']],
    [
      'two rows were exchanged',
      exchange(5, 9),
      [
        'row 5 is not in its place: what belongs there stands as row 9',
        'row 9 is not in its place: what belongs there stands as row 5',
      ],
    ],
    ['neighbours were exchanged', exchange(5, 6), ['row 5 is not in its place: what belongs there stands as row 6']],
    [
      'row was inserted and all after it moved on',
      [
        'update access_log set seq = -seq - 1 where seq >= 25',
        'update access_log set seq = -seq where seq < 0',
        insertCopyOf(3, 25),
        `update access_log_head set seq = 31`,
      ],
      [
        'row 25 is not in its place: what belongs there stands as row 26',
        'row 30 is not the one that the checkpoint of 2026-11-24T04:00:00.000Z knew: the log was rewritten somewhere from row 21 on',
      ],
    ],
    [
      'row was deleted and all after it moved up',
      [
        'delete from access_log where seq = 25',
        'update access_log set seq = 1 - seq where seq > 25',
        'update access_log set seq = -seq where seq < 0',
        `update access_log_head set seq = 29`,
      ],
      [
        'rows 25 to 29 were changed or are not in their places',
        'the log ends at 29, but the checkpoint of 2026-11-24T04:00:00.000Z knew row 30',
      ],
    ],
    [
      'head was put back',
      ['update access_log_head set seq = 29'],
      ['row 30 was inserted: the log never had a row there'],
    ],
    [
      'head has another hash',
      ['update access_log_head set hash = sha256(hash)'],
      ['the head of the log does not fit its last row, 30'],
    ],
  ])('%s', async (_name, statements, sentences) => {
    for (const statement of statements) await change(statement);
    expect((await findWrong()).map(describeFinding)).toEqual(sentences);
  });

  it.each([1, 11, 15, 30])('rows from %i on were rewritten with the right hashes', async (seq) => {
    await change(`update access_log set purpose = 'other' where seq = ${seq}`);
    await rewriteChainFrom(database, seq);
    const known = CHECKPOINTS_AT.filter((at) => at < seq).at(-1) ?? 0;
    const found = CHECKPOINTS_AT.find((at) => at >= seq);
    expect(await findWrong()).toEqual([{ kind: 'rewritten', seq: found, sinceSeq: known, atMs: AT_MS }]);
  });
});

function exchange(one: number, other: number): string[] {
  return [
    `update access_log set seq = -1 where seq = ${one}`,
    `update access_log set seq = ${one} where seq = ${other}`,
    `update access_log set seq = ${other} where seq = -1`,
  ];
}

describe('a checkpoint', () => {
  it('that somebody else signed is reported and vouches for nothing', async () => {
    await change(`update access_log set purpose = 'other' where seq = 25`);
    await rewriteChainFrom(database, 25);
    const stranger = generateKeyPairSync('ed25519').privateKey;
    checkpoints[2] = sign(await pointAt(30), stranger);
    expect((await findWrong()).map(describeFinding)).toEqual([
      'line 3 of the checkpoints was not signed with this key',
    ]);
  });

  it.each<[string, (line: string) => string, string]>([
    ['place', (line) => line.replace('"seq":20', '"seq":21'), 'line 2 of the checkpoints was not signed with this key'],
    [
      'time',
      (line) => line.replace(String(AT_MS), String(AT_MS + 1)),
      'line 2 of the checkpoints was not signed with this key',
    ],
    ['end', (line) => line.slice(0, -20), 'line 2 of the checkpoints cannot be read'],
    ['everything', () => 'null', 'line 2 of the checkpoints cannot be read'],
  ])('whose %s was changed is reported', async (_name, alter, sentence) => {
    checkpoints[1] = alter(checkpoints[1] as string);
    expect((await findWrong()).map(describeFinding)).toEqual([sentence]);
  });
});
