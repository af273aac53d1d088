import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuarantinedRow, RunMode, StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import { createSyncCommand } from './sync.ts';

const NOW = Date.parse('2026-11-24T09:00:00+07:00');
const PERMIT = 'dpmptsp/perizinan/Permit';
const COUNTS = { read: 1_200, written: 1_100, unchanged: 90, rejected: 10, deleted: 0, vanished: 0 };

const status = (stream: string, changes: Partial<StreamStatus> = {}): StreamStatus => ({
  stream,
  opd: stream.split('/')[0] ?? '',
  system: stream.split('/')[1] ?? '',
  state: 'idle',
  reason: undefined,
  lastSuccessAtMs: NOW - 5 * 60_000,
  lastEndedAtMs: NOW - 5 * 60_000,
  lagMs: 5 * 60_000,
  nextRunAtMs: NOW + 10 * 60_000,
  staleAfterMs: 3_600_000,
  counts: COUNTS,
  quarantined: 0,
  records: 2_000,
  schedule: { everyMs: undefined, sweepAt: undefined, isPushed: false },
  drift: [],
  ...changes,
});

const row: QuarantinedRow = {
  id: 'q1',
  stream: PERMIT,
  row: 7,
  field: 'submittedOn',
  valueKind: 'teks',
  cause: 'Bukan tanggal.',
  fix: 'Tulis sebagai dd/mm/yyyy.',
  firstSeenAtMs: NOW - 3 * 3_600_000,
  lastSeenAtMs: NOW,
};

let streams: StreamStatus[];
let rows: QuarantinedRow[];
let asked: unknown[][];
let isClosed: boolean;
let printed: string[];
/** What looks at the streams find, one after the other; the last one stays. */
let looks: Partial<StreamStatus>[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  streams = [status(PERMIT), status('bpprd/pbb/Bill'), status('dpmptsp/oss/Permit')];
  [rows, asked, looks, printed, isClosed] = [[], [], [], [], false];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const control: SyncControl = {
  listStreams: async () => {
    const next = asked.length > 0 ? looks.shift() : undefined;
    if (next) streams = streams.map((one) => (one.stream === PERMIT ? { ...one, ...next } : one));
    return streams;
  },
  run: async (stream: string, mode: RunMode, options) => void asked.push(['run', stream, mode, options]),
  pause: async (stream) => void asked.push(['pause', stream]),
  resume: async (stream) => void asked.push(['resume', stream]),
  listRuns: async () => [],
  listQuarantine: async (stream, limit) => rows.filter((one) => !stream || one.stream === stream).slice(0, limit),
  replay: async (stream, id) => {
    asked.push(['replay', stream, id]);
    return { written: 4, rejected: id === undefined ? 1 : 0 };
  },
};

const sync = (...args: string[]) =>
  createSyncCommand(async (use) => {
    try {
      return await use(control);
    } finally {
      isClosed = true;
    }
  }, 1)(args);
const output = () => printed.join('\n');

describe('sync status', () => {
  it('shows a table of the streams, and why one does not run', async () => {
    streams[0] = status(PERMIT, { state: 'failing', reason: 'Sumber tidak menjawab.', quarantined: 12 });
    expect(await sync('status')).toBe(0);
    const [head, first, second] = output().split('\n');
    expect(head).toMatch(
      /^stream +state +records +behind +last success +next run +quarantine +last run: read = written \+ unchanged \+ rejected \+ deleted$/,
    );
    expect(first).toMatch(
      /^dpmptsp\/perizinan\/Permit +failing +2,000 +5 min +5 min ago +in 10 min +12 +1,200 = 1,100 \+ 90 \+ 10 \+ 0$/,
    );
    expect(second).toMatch(
      /^bpprd\/pbb\/Bill +idle +2,000 +5 min +5 min ago +in 10 min +- +1,200 = 1,100 \+ 90 \+ 10 \+ 0$/,
    );
    expect(output()).toContain(`${PERMIT}: Sumber tidak menjawab.`);
  });

  it('shows only those that were named, and everything of them with --json', async () => {
    expect(await sync('status', 'Bill', '--json')).toBe(0);
    expect(JSON.parse(output())).toEqual([JSON.parse(JSON.stringify(streams[1]))]);
  });

  it('ends with 1 under --check when one should be looked at', async () => {
    expect(await sync('status', '--check')).toBe(0);
    streams[1] = status('bpprd/pbb/Bill', { state: 'needsAttention' });
    expect(await sync('status', '--check')).toBe(1);
    expect(output()).toContain('! bpprd/pbb/Bill: a person must decide before it goes on');
  });
});

describe('sync run', () => {
  it('asks for a run and does not wait', async () => {
    expect(await sync('run', 'perizinan/permit')).toBe(0);
    expect(asked).toEqual([['run', PERMIT, 'changes', { allowShrink: false }]]);
    expect(output()).toBe(`${PERMIT}: a run is asked for.`);
    expect(isClosed).toBe(true);
  });

  it('asks for all of them, and for sweeps', async () => {
    expect(await sync('run', '--all', '--sweep', '--json')).toBe(0);
    expect(asked.map(([, stream, mode]) => `${stream} ${mode}`)).toEqual(
      streams.map(({ stream }) => `${stream} sweep`),
    );
    expect(JSON.parse(output())).toHaveLength(3);
  });

  it('waits for the end and tells how it came out', async () => {
    looks = [{}, { state: 'running' }, { state: 'idle', lastSuccessAtMs: NOW + 1, lastEndedAtMs: NOW + 1 }];
    expect(await sync('run', PERMIT, '--wait')).toBe(0);
    expect(output()).toBe(`${PERMIT}: done. 1,200 rows read: 1,100 written, 90 unchanged, 10 rejected.`);
  });

  it('ends with 1 when the run was no success', async () => {
    looks = [{ state: 'running' }, { state: 'failing', reason: 'Jumlah baris tidak cocok.', lastEndedAtMs: NOW + 1 }];
    expect(await sync('run', PERMIT, '--wait')).toBe(1);
    expect(output()).toBe(`${PERMIT}: no success. Jumlah baris tidak cocok.`);
  });

  it('allows a shrink for one stream alone', async () => {
    await sync('run', PERMIT, '--sweep', '--allow-shrink');
    expect(asked).toEqual([['run', PERMIT, 'sweep', { allowShrink: true }]]);
    await expect(sync('run', '--all', '--allow-shrink')).rejects.toThrow('--allow-shrink is for one stream');
  });
});

describe('sync pause and resume', () => {
  it('do it to all that were named, or to none', async () => {
    expect(await sync('pause', PERMIT, 'Bill')).toBe(0);
    expect(await sync('resume', PERMIT)).toBe(0);
    expect(asked).toEqual([
      ['pause', PERMIT],
      ['pause', 'bpprd/pbb/Bill'],
      ['resume', PERMIT],
    ]);
    await expect(sync('pause', PERMIT, 'nothing-like-it')).rejects.toThrow('There is no stream nothing-like-it');
    expect(asked).toHaveLength(3);
  });
});

describe('sync quarantine and replay', () => {
  it('show each row with its cause and what to do, and how many more there are', async () => {
    rows = [row, { ...row, id: 'q2', row: 9 }];
    streams[0] = status(PERMIT, { quarantined: 2 });
    expect(await sync('quarantine', PERMIT, '--limit', '1')).toBe(0);
    expect(output()).toBe(
      [
        `${PERMIT} row 7, submittedOn (teks), for 3 h  q1`,
        '  Bukan tanggal.',
        '  Tulis sebagai dd/mm/yyyy.',
        '… and 1 more; --limit shows them.',
      ].join('\n'),
    );
  });

  it('give all of it as JSON', async () => {
    rows = [row];
    expect(await sync('quarantine', '--json')).toBe(0);
    expect(JSON.parse(output())).toEqual([row]);
  });

  it('try rows again and end with 1 while some do not fit', async () => {
    expect(await sync('replay', PERMIT)).toBe(1);
    expect(await sync('replay', PERMIT, 'q1')).toBe(0);
    expect(asked).toEqual([
      ['replay', PERMIT, undefined],
      ['replay', PERMIT, 'q1'],
    ]);
    expect(output()).toContain('4 fit now, 1 still do not.');
  });
});

describe('sync', () => {
  it.each([
    [['run', 'dpmptsp/perizinan/Pemrit'], 'There is no stream', 'Did you mean dpmptsp/perizinan/Permit?'],
    [['run', 'Bil'], 'There is no stream', 'Did you mean Bill?'],
    [['run', 'Permit'], 'Several streams end in Permit', 'dpmptsp/perizinan/Permit, dpmptsp/oss/Permit'],
    [['run'], 'Say which stream to run', '--wait'],
    [['run', PERMIT, '--all'], 'Say which stream to run', '--wait'],
    [['pause'], 'Say which stream to pause', 'sync pause'],
    [['replay'], 'Say which stream', 'sync replay'],
    [['quarantin'], 'Say what to do with the streams', 'Did you mean quarantine?'],
    [['toString'], 'Say what to do with the streams', 'sync status'],
    [[], 'Say what to do with the streams', 'sync status'],
  ])('says in words what is wrong with %j', async (args, message, fix) => {
    await expect(sync(...args)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      fix: expect.stringContaining(fix),
    });
  });

  it('closes what it opened when it fails, too', async () => {
    await expect(sync('run', 'nothing-like-it')).rejects.toThrow();
    expect(isClosed).toBe(true);
  });
});
