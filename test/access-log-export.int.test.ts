import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAccessLog,
  createCheckpoints,
  describeFinding,
  exportAccessLog,
  readCheckpoints,
  verifyExport,
} from '../src/audit/index.ts';
import type { Database } from '../src/store/index.ts';
import { entriesOf, entryOf, FIRST_MS, newKeyRing, openTestDatabase } from './support/open-access-log.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const ROWS = 30;
const clock = { now: () => FIRST_MS };

const stack = new AsyncDisposableStack();
let folder: string;
let database: Database;
let whole: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-export-'));
  stack.defer(() => rm(folder, { recursive: true }));
  database = (await openTestDatabase(stack)).database;
  const onFailed = (error: unknown) => expect(error).toBeUndefined();
  const checkpoints = await createCheckpoints({ folder, signingKey: privateKey, everyRows: 10, clock, onFailed });
  const log = createAccessLog(database, newKeyRing(), { onAppended: checkpoints.note });
  for (const entry of entriesOf(ROWS - 1)) await log.record([entry]);
  await log.record([entryOf(ROWS - 1, { purpose: 'line\nend, "quotes", \u2028 and ünïcode', caseId: '' })]);
  await log.close();
  await checkpoints.close();
  whole = await exportLines();
});
afterAll(() => stack.disposeAsync());

/** Exports from the row of this number on, until before that one, and gives the lines. */
async function exportLines(from?: number, until?: number): Promise<string[]> {
  const texts: string[] = [];
  const timeOf = (row: number | undefined) => (row === undefined ? undefined : FIRST_MS + (row - 1) * 1000);
  const options = { fromMs: timeOf(from), untilMs: timeOf(until), signingKey: privateKey, clock };
  const out = async (text: string) => void texts.push(text);
  expect(await exportAccessLog(database, await readCheckpoints(folder), out, options)).toMatchObject({ findings: [] });
  return texts.join('').trimEnd().split('\n');
}

async function verifyLines(lines: readonly string[], key = publicKey) {
  const file = join(folder, 'export.jsonl');
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
  return verifyExport(file, key);
}

const indexOf = (kind: string, nth = 1): number => {
  const found = whole.flatMap((line, index) => (line.startsWith(`{"${kind}"`) ? [index] : []));
  return found.at(nth - 1) ?? Number.NaN;
};

describe('an export', () => {
  it('is verified without the database, up to its last row', async () => {
    expect(await verifyLines(whole)).toEqual({
      rows: ROWS,
      lastSeq: ROWS,
      checkpoints: 3,
      vouchedSeq: ROWS,
      findings: [],
    });
  });

  it('of some time is tied to the row before it', async () => {
    const lines = await exportLines(12, 25);
    expect(await verifyLines(lines)).toMatchObject({
      rows: 13,
      lastSeq: 24,
      checkpoints: 1,
      vouchedSeq: 24,
      findings: [],
    });
  });

  it('of a time without accesses is empty and sound', async () => {
    expect(await verifyLines(await exportLines(500))).toMatchObject({ rows: 0, findings: [] });
  });

  it('tells what is wrong with the log, and is signed as it is', async () => {
    await database.pool.query(`update access_log set purpose = 'other' where seq = 5`);
    const texts: string[] = [];
    const options = { fromMs: undefined, untilMs: undefined, signingKey: privateKey };
    const out = async (text: string) => void texts.push(text);
    const told = await exportAccessLog(database, await readCheckpoints(folder), out, options);
    await database.pool.query(`update access_log set purpose = 'permit-handling' where seq = 5`);
    expect(told.findings.map(describeFinding)).toEqual(['row 5 was changed']);
    const { findings } = await verifyLines(texts.join('').trimEnd().split('\n'));
    expect(findings).toEqual(told.findings);
  });

  it('holds each row’s own values, whatever characters they have', () => {
    const { row } = JSON.parse(whole[indexOf('row', ROWS)] as string);
    expect(row).toMatchObject({ seq: ROWS, purpose: 'line\nend, "quotes", \u2028 and ünïcode', caseId: '' });
  });

  it('of another hub is told from a changed one', async () => {
    const { findings } = await verifyLines(whole, stranger.publicKey);
    expect(findings.map(describeFinding).join('\n')).toContain('is it the right key?');
  });

  it('needs a file', async () => {
    const file = join(folder, 'empty');
    await writeFile(file, '');
    expect((await verifyExport(file, publicKey)).findings).toMatchObject([{ kind: 'statement' }]);
    expect((await readFile(file)).length).toBe(0);
  });
});

describe('an export is found out', () => {
  const FIELDS = [
    'atMs',
    'channel',
    'actorKind',
    'actorHash',
    'actorSealed',
    'dataKeyId',
    'actorOpd',
    'app',
    'subjectHash',
  ].concat(['indexKeyId', 'reads', 'purpose', 'basis', 'caseId', 'outcome', 'hash']);
  it.each(FIELDS)('whose row has another %s', async (field) => {
    const at = indexOf('row', 17);
    const { row } = JSON.parse(whole[at] as string);
    const value = row[field];
    const other =
      typeof value === 'number'
        ? value + 1
        : value === null
          ? ''
          : value.replace(/^./, (one: string) => (one === 'a' ? 'b' : 'a'));
    const line = JSON.stringify({ row: { ...row, [field]: other } });
    const { findings } = await verifyLines(whole.with(at, line));
    expect(findings.map(describeFinding)).toEqual(['row 17 was changed']);
  });

  const without = (index: number) => whole.toSpliced(index, 1);
  const swap = (one: number, other: number) => whole.with(one, whole[other] ?? '').with(other, whole[one] ?? '');
  const replace = (index: number, what: string | RegExp, by: string) =>
    whole.with(index, (whole[index] as string).replace(what, by));
  it.each<[string, () => readonly string[], string]>([
    ['that lacks its first row', () => without(indexOf('row', 1)), 'row 1 is missing'],
    ['that lacks a row', () => without(indexOf('row', 12)), 'row 12 is missing'],
    ['that lacks its last row', () => without(indexOf('row', ROWS)), 'row 30 is missing'],
    [
      'that has a row twice',
      () => whole.toSpliced(indexOf('row', 3), 0, whole[indexOf('row', 3)] ?? ''),
      'row 3 stands twice',
    ],
    [
      'whose rows stand in another order',
      () => swap(indexOf('row', 3), indexOf('row', 4)),
      'row 3 is missing\nline 8 is not in its place',
    ],
    ['that lacks its header', () => without(0), 'has no header'],
    ['that has two headers', () => [whole[0] ?? '', ...whole], 'line 2 is not in its place'],
    ['whose header says another time', () => replace(0, '"fromMs":null', '"fromMs":1'), 'not what the hub signed'],
    ['that begins after another row', () => replace(0, /"hash":"0000/, '"hash":"0001'), 'not what the hub signed'],
    ['of another version', () => replace(0, '"version":1', '"version":2'), 'line 1 is not as the hub writes it'],
    ['that lacks a checkpoint', () => without(indexOf('checkpoint', 2)), '2 checkpoints instead of 3'],
    [
      'whose checkpoint was changed',
      () => replace(indexOf('checkpoint', 2), /"seq":\d+/, '"seq":15'),
      'was not signed with this key',
    ],
    [
      'whose checkpoint cannot be read',
      () => replace(indexOf('checkpoint', 2), /"seq":\d+/, '"seq":"x"'),
      'cannot be read',
    ],
    ['that lacks its end', () => without(whole.length - 1), 'the file was cut off'],
    ['whose end says fewer rows', () => replace(whole.length - 1, '"rows":30', '"rows":29'), 'not what the hub signed'],
    ['that goes on after its end', () => [...whole, whole[indexOf('row', 3)] ?? ''], 'stands after the end'],
    [
      'with a word more in a row',
      () => replace(indexOf('row', 3), '{"row":{', '{"row":{"note":"x",'),
      'is not as the hub writes it',
    ],
    ['with something that is no line', () => whole.toSpliced(5, 0, 'hello'), 'line 6 is not as the hub writes it'],
  ])('%s', async (_name, tamper, sentence) => {
    const { findings } = await verifyLines(tamper());
    expect(findings.map(describeFinding).join('\n')).toContain(sentence);
  });
});
