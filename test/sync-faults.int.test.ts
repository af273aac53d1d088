import { afterEach, describe, expect, it } from 'vitest';
import type { ColumnChange } from '../src/ports/sync-control.ts';
import type { ListKind } from './support/list-source/write-list-connector.ts';
import { closeListSyncs, expectSame, openListSync as open } from './support/open-list-sync.ts';
import type { OpenSync } from './support/open-sync.ts';

afterEach(closeListSyncs);

const PAGED: readonly ListKind[] = ['page', 'keyset', 'cursor'];

/** How a run ended, also where it failed. */
const outcomeOf = (sync: OpenSync, mode: 'changes' | 'sweep' = 'changes') =>
  sync.run(mode).catch((error: Error) => ({ state: 'failed', name: error.name }));

/** Which columns have changed, how, and whether the stream was set still for it. */
async function driftOf(sync: OpenSync) {
  const drift = (await sync.stateOf()).drift as readonly ColumnChange[];
  return drift.map(({ column, change, isPaused }) => [column, change, isPaused]);
}

describe.each(PAGED)('a source by %s', (kind) => {
  it.each([
    { kind: 'down', from: 4 },
    { kind: 'cut', from: 4 },
    { kind: 'status500', from: 4 },
    { kind: 'hang', from: 4 },
  ] as const)('that is $kind in the middle is read on from where it stood', async (fault) => {
    const { source, sync } = await open(kind, { timeoutMs: 400, sync: { lookback: '1s' } });
    source.fail(fault);
    expect(await outcomeOf(sync)).toMatchObject({ state: 'failed' });
    expect(await sync.stateOf()).toMatchObject({ state: 'failing', reason: 'Sistem tidak menjawab.' });
    const before = source.asked.length;
    expect((await sync.copies()).size).toBeGreaterThanOrEqual(200);
    source.heal();
    const outcome = await sync.run();
    expect(outcome).toMatchObject({ state: 'succeeded' });
    expect(source.asked.length - before).toBeLessThan(7);
    await expectSame({ source, sync });
  });

  it.each(['repeatPage', 'skipPage', 'shuffleTies', 'doubleRow'] as const)(
    'with the fault %s loses and doubles nothing',
    async (fault) => {
      const { source, sync } = await open(kind);
      source.fail({ kind: fault, from: 3 });
      const outcome = await outcomeOf(sync);
      const copied = await sync.copies();
      // Either all of it is there, or nobody is told that it is.
      if (outcome.state === 'succeeded' && kind !== 'keyset') await expectSame({ source, sync });
      expect(new Set(copied.keys()).size).toBe(copied.size);
      source.heal();
      await sync.run();
      await sync.run('sweep');
      await expectSame({ source, sync });
    },
  );

  it('that gives the state of yesterday after that of today does not take anything back', async () => {
    const { source, sync } = await open(kind);
    source.remember();
    source.table.advance(60_000);
    source.table.updateSome(60);
    await sync.run();
    source.fail({ kind: 'stale', times: 100 });
    await outcomeOf(sync, 'sweep');
    await expectSame({ source, sync });
  });

  it('whose clocks are seven minutes apart is not left behind', async () => {
    const { source, sync } = await open(kind);
    await sync.run();
    source.table.advance(3_600_000);
    source.table.updateSome(20);
    await sync.run();
    source.table.setBack(7 * 60_000);
    source.table.updateSome(20);
    await sync.run();
    await expectSame({ source, sync });
  });

  it('that changes while it is read is right after the next sweep, and loses nothing before', async () => {
    const { source, sync } = await open(kind);
    source.beforePage((page) => {
      source.table.advance(1000);
      if (page < 8) source.table.updateSome(7);
    });
    await outcomeOf(sync);
    await sync.run();
    await sync.run('sweep');
    await expectSame({ source, sync });
  });
});

describe('a source that says how many rows it has', () => {
  it('and gives another number leads to no success, and is read again from the same place', async () => {
    const { source, sync } = await open('page', { sync: { lookback: '1s' } });
    await sync.run();
    const { position } = await sync.stateOf();
    source.table.advance(60_000);
    source.table.updateSome(150);
    source.fail({ kind: 'wrongTotal', by: 2 });
    expect(await outcomeOf(sync)).toMatchObject({ state: 'failed', name: 'RunFailure' });
    expect(await sync.stateOf()).toMatchObject({
      state: 'failing',
      position,
      reason: expect.stringContaining('Sumber menyebut'),
    });
    source.heal();
    expect(await sync.run()).toMatchObject({ state: 'succeeded', counts: { written: 0 } });
    await expectSame({ source, sync });
  });
});

describe('a source that is suddenly empty', () => {
  it.each(PAGED)('by %s empties no copy; an operator is asked, and can say that it is true', async (kind) => {
    const { source, sync } = await open(kind);
    await sync.run();
    source.fail({ kind: 'empty' });
    await outcomeOf(sync, 'sweep');
    expect(await sync.stateOf()).toMatchObject({
      state: 'needsAttention',
      reason: expect.stringContaining('--allow-shrink'),
    });
    expect((await sync.copies()).size).toBe(700);
    expect(await sync.run('sweep')).toEqual({ state: 'paused' });
    await sync.database.pool.query('update sync_streams set allow_shrink = true');
    await sync.run('sweep');
    // By rows that give no total, what is missing once may come again.
    await sync.database.pool.query("update sync_streams set allow_shrink = true, state = 'idle'");
    if (kind === 'keyset') await sync.run('sweep');
    expect((await sync.copies()).size).toBe(0);
  });
});

describe('a source whose columns change', () => {
  it('pauses before anything is written, and says which', async () => {
    const { source, sync } = await open('page');
    await sync.run();
    source.columns.rename('biaya', 'tarif');
    source.table.advance(60_000);
    source.table.updateSome(20);
    const before = await sync.copies();
    expect(await outcomeOf(sync)).toMatchObject({ state: 'failed' });
    expect(await sync.stateOf()).toMatchObject({
      state: 'paused',
      reason: expect.stringMatching(/kolom biaya hilang, kolom tarif baru.*sync resume/),
    });
    expect(await sync.copies()).toEqual(before);
    expect(await driftOf(sync)).toEqual([
      ['biaya', 'gone', true],
      ['tarif', 'added', true],
    ]);
    source.columns.restore();
    await sync.resume();
    await sync.run();
    await expectSame({ source, sync });
  });

  it('goes on without the column where the file says so, and reports it', async () => {
    const { source, sync } = await open('page', { sync: { drift: 'continue' } });
    await sync.run();
    source.columns.drop('biaya');
    source.table.advance(60_000);
    const [changed = ''] = source.table.updateSome(1);
    expect(await sync.run()).toMatchObject({ state: 'succeeded', note: expect.stringContaining('kolom biaya hilang') });
    expect((await sync.copies()).get(changed)).toMatchObject({ fee: null });
    expect(await driftOf(sync)).toEqual([['biaya', 'gone', false]]);
  });

  it('is not stopped by a column that no record reads', async () => {
    const { source, sync } = await open('page');
    await sync.run();
    source.columns.add('petugas', 'A');
    expect(await sync.run('sweep')).toMatchObject({ state: 'succeeded', note: 'Sumber berubah: kolom petugas baru.' });
  });
});

describe('a row that does not fit', () => {
  it('lies in quarantine with its cause, while the rest flows, until it is mended', async () => {
    const { source, sync } = await open('page', { rows: 300 });
    source.table.spoil('R-0000010', 'badDate');
    source.table.spoil('R-0000020', 'letters');
    source.table.spoil('R-0000030', 'badOwner');
    expect(await sync.run()).toMatchObject({ state: 'succeeded', counts: { read: 300, written: 297, rejected: 3 } });
    const rows = await sync.quarantine();
    expect(rows.map(({ field, value_kind }) => [field, value_kind]).sort()).toEqual([
      ['ListEntry.count', 'teks'],
      ['ListEntry.submittedOn', 'teks'],
      ['owner', 'teks'],
    ]);
    expect(rows[0]).toMatchObject({
      cause: expect.stringContaining('kolom'),
      fix: expect.stringContaining('aplikasi asal'),
    });
    expect(JSON.stringify(rows)).not.toContain('31/02/2026');
    source.table.advance(60_000);
    source.table.update('R-0000010', { tgl_masuk: '01/02/2026' });
    await sync.run();
    expect((await sync.quarantine()).length).toBe(2);
    expect((await sync.copies()).has('R-0000010')).toBe(true);
  });

  it('keeps the copy of its last good state, and no sweep takes that for gone', async () => {
    const { source, sync } = await open('page', { rows: 300 });
    await sync.run();
    source.table.spoil('R-0000010', 'badDate');
    expect(await sync.run('sweep')).toMatchObject({ counts: { rejected: 1, vanished: 0 } });
    expect((await sync.copies()).size).toBe(300);
  });

  it('without a key keeps a sweep from removing anything: it may be any of them', async () => {
    const { source, sync } = await open('page', { rows: 300 });
    await sync.run();
    source.table.spoil('R-0000010', 'noKey');
    expect(await sync.run('sweep')).toMatchObject({ counts: { rejected: 1, vanished: 0 } });
    expect((await sync.copies()).size).toBe(300);
  });
});

describe('a sweep that goes on after it was interrupted', () => {
  it('still knows of the row without a key that it has read before, and removes nothing', async () => {
    const { source, sync } = await open('page', { sync: { lookback: '1s' } });
    await sync.run();
    // Read first, as it was changed long ago.
    source.table.update('R-0000010', { id: null, tgl_ubah: '2015-01-01 00:00:01' });
    source.fail({ kind: 'down', from: 5 });
    await outcomeOf(sync, 'sweep');
    source.heal();
    expect(await sync.run('sweep')).toMatchObject({ state: 'succeeded', counts: { rejected: 1, vanished: 0 } });
    expect((await sync.copies()).size).toBe(700);
  });
});

describe('two workers', () => {
  it('never run one stream at once', async () => {
    const { source, sync } = await open('page');
    const outcomes = await Promise.all([sync.run(), sync.run(), sync.run()]);
    expect(outcomes.map(({ state }) => state).sort()).toEqual(['overlapping', 'overlapping', 'succeeded']);
    await expectSame({ source, sync });
  });
});

describe('a stream', () => {
  it('whose file maps otherwise is read anew', async () => {
    const { source, sync } = await open('page', { personal: false });
    await sync.run();
    await expectSame({ source, sync }, false);
    await sync.rewrite({ sync: { shrinkGuard: '30%' } });
    expect(await sync.run()).toMatchObject({ mode: 'sweep', counts: { written: 700 } });
    await expectSame({ source, sync }, false);
  });

  it('that stops because the process ends goes on where it stood', async () => {
    const { source, sync } = await open('page', { sync: { lookback: '1s' } });
    const ending = new AbortController();
    const stopped = await sync.run('changes', {
      signal: ending.signal,
      onProgress: ({ read }) => read >= 200 && ending.abort(),
    });
    expect(stopped).toEqual({ state: 'stopped' });
    const before = source.asked.length;
    expect(await sync.run()).toMatchObject({ state: 'succeeded' });
    expect(source.asked.length - before).toBeLessThan(7);
    await expectSame({ source, sync });
  });

  it('moves to a new index key with all its copies', async () => {
    const { source, sync } = await open('page');
    await sync.run();
    const newKey = { id: 'i2', key: Buffer.alloc(32, 7) };
    (sync.ring.index as { id: string; key: Buffer }[]).unshift(newKey);
    expect(await sync.run()).toMatchObject({ mode: 'sweep', counts: { written: 700, vanished: 700 } });
    await expectSame({ source, sync });
  });
});
