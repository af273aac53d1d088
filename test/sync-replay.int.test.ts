import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../src/base/clock.ts';
import type { SyncControl } from '../src/ports/sync-control.ts';
import { createStreamControl, createStreamJob } from '../src/sync/index.ts';
import { createMemoryJobs } from '../src/sync/testing/memory-jobs.ts';
import { closeListSyncs, expectSame, openListSync } from './support/open-list-sync.ts';

afterEach(closeListSyncs);

const STREAM = 'dinas/daftar/ListEntry';

/** A list of 300 rows, what operators do with it, and the jobs that this leads to. */
async function open(options: Parameters<typeof openListSync>[1] = {}) {
  const list = await openListSync('page', { rows: 300, ...options });
  const { database, ring } = list.sync;
  const runner = { database, ring, clock: systemClock };
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const log = { info: note, warn: note, error: note, debug: note } as unknown as Parameters<typeof createStreamJob>[2];
  const jobs = createMemoryJobs(systemClock);
  const controlNow = () => createStreamControl(runner, [list.sync.stream], jobs);
  await jobs.start({ sync: (attempt) => createStreamJob(runner, [list.sync.stream], log)(attempt) });
  const status = async () => (await controlNow().listStreams())[0];
  return {
    ...list,
    jobs,
    status,
    get control(): SyncControl {
      return controlNow();
    },
  };
}

describe('an operator', () => {
  it('runs a stream, and sees how it went', async () => {
    const { control, jobs, status, source, sync } = await open();
    expect(await status()).toMatchObject({
      stream: STREAM,
      state: 'idle',
      records: 0,
      lagMs: undefined,
      counts: undefined,
    });
    await control.run(STREAM, 'changes');
    await control.run(STREAM, 'changes');
    expect(jobs.waiting).toHaveLength(1);
    await jobs.work();
    expect(await status()).toMatchObject({
      state: 'idle',
      records: 300,
      quarantined: 0,
      counts: { read: 300, written: 300 },
    });
    expect((await status())?.lagMs).toBeGreaterThanOrEqual(0);
    await expectSame({ source, sync });
  });

  it('sets a stream still that has never run, and lets it go on', async () => {
    const { control, jobs, status, sync } = await open();
    await control.pause(STREAM);
    expect(await status()).toMatchObject({ state: 'paused', reason: 'Dihentikan oleh petugas.' });
    await expect(control.run(STREAM, 'changes')).rejects.toThrow('is paused: Dihentikan oleh petugas.');
    // Its schedule does nothing either.
    expect(await sync.run()).toEqual({ state: 'paused' });
    await control.resume(STREAM);
    await jobs.work();
    expect(await status()).toMatchObject({ state: 'idle', reason: undefined, records: 300 });
  });

  it('sets a stream still in the middle of a run, which goes on from there when he lets it', async () => {
    const { control, jobs, status, source, sync } = await open();
    source.beforePage((page) => void (page === 2 && control.pause(STREAM)));
    await control.run(STREAM, 'sweep');
    await jobs.work();
    expect(await status()).toMatchObject({ state: 'paused' });
    expect(source.asked.length).toBeLessThan(4);
    await control.resume(STREAM);
    await jobs.work();
    expect(await status()).toMatchObject({ state: 'idle', records: 300 });
    await expectSame({ source, sync });
  });

  it('is heard also by the last page of a run', async () => {
    const { control, jobs, status, source } = await open({ size: 500 });
    source.beforePage(() => void control.pause(STREAM));
    await control.run(STREAM, 'sweep');
    await jobs.work();
    await control.pause(STREAM);
    await jobs.work();
    expect(await status()).toMatchObject({ state: 'paused' });
  });

  it('says once that so many may vanish', async () => {
    const { control, jobs, status, source, sync } = await open();
    await control.run(STREAM, 'sweep');
    await jobs.work();
    source.table.remove(
      ...source.table
        .rows()
        .slice(0, 200)
        .map(({ id }) => String(id)),
    );
    await control.run(STREAM, 'sweep');
    await jobs.work().catch(() => undefined);
    expect(await status()).toMatchObject({ state: 'needsAttention', records: 300 });
    await control.run(STREAM, 'changes', { allowShrink: true });
    // One for changes that was due already does not use it up.
    await sync.run('changes');
    await jobs.work();
    expect(await status()).toMatchObject({ state: 'idle', records: 100, counts: { vanished: 200 } });
    expect(await sync.stateOf()).toMatchObject({ allow_shrink: false });
  });

  it('does not let a stream go on that was set still, by saying that so many may vanish', async () => {
    const { control, jobs, status } = await open();
    await control.pause(STREAM);
    await expect(control.run(STREAM, 'sweep', { allowShrink: true })).rejects.toThrow('is paused');
    await jobs.work();
    expect(await status()).toMatchObject({ state: 'paused', records: 0 });
  });

  it('is told which streams there are when he names none of them, without his words', async () => {
    const { control } = await open();
    const wrong = '1571990101900001';
    for (const call of [
      control.run(wrong, 'sweep'),
      control.pause(wrong),
      control.resume(wrong),
      control.replay(wrong),
    ]) {
      const error = await call.then(
        () => undefined,
        (reason: unknown) => reason as Error & { fix: string },
      );
      expect(error).toMatchObject({ code: 'NOT_FOUND', fix: `There are: ${STREAM}.` });
      expect(error?.message).not.toContain(wrong);
    }
  });
});

describe('quarantine', () => {
  const spoilt = async (options: Parameters<typeof openListSync>[1] = {}) => {
    const opened = await open(options);
    opened.source.table.spoil('R-0000010', 'letters');
    opened.source.table.spoil('R-0000020', 'letters');
    opened.source.table.spoil('R-0000030', 'noKey');
    await opened.sync.run();
    return opened;
  };
  // The count of a spoilt row is no number: as text it fits.
  const asText = async ({ sync }: Awaited<ReturnType<typeof open>>) => {
    const { readFileSync, writeFileSync } = await import('node:fs');
    const file = `${sync.root}/dinas/schema.graphql`;
    return { file, text: readFileSync(file, 'utf8'), writeFileSync };
  };

  it('is listed with cause and remedy, the oldest first, without what stands in the rows', async () => {
    const { control } = await spoilt();
    const rows = await control.listQuarantine(STREAM, 10);
    const kinds = rows.map(({ field, valueKind }) => `${field} ${valueKind}`);
    expect(kinds.sort()).toEqual(['ListEntry.count teks', 'ListEntry.count teks', 'ListEntry.id kosong']);
    const places = rows.map(({ row }) => row);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(JSON.stringify(rows)).not.toMatch(/12O0|R-00000/);
    for (const { cause, fix } of rows) expect(`${cause} ${fix}`).toMatch(/kolom \w+.*(Perbaiki|Isi)/);
    expect(await control.listQuarantine(STREAM, 2)).toHaveLength(2);
    expect(await control.listQuarantine(undefined, 10)).toHaveLength(3);
  });

  it('tried again without a change holds the same rows, each once', async () => {
    const { control } = await spoilt();
    const before = await control.listQuarantine(STREAM, 10);
    expect(await control.replay(STREAM)).toEqual({ written: 0, rejected: 3 });
    expect(await control.replay(STREAM)).toEqual({ written: 0, rejected: 3 });
    const after = await control.listQuarantine(STREAM, 10);
    expect(after.map(({ id, firstSeenAtMs }) => [id, firstSeenAtMs])).toEqual(
      before.map(({ id, firstSeenAtMs }) => [id, firstSeenAtMs]),
    );
  });

  it('is tried again in the order in which the source gave its rows', async () => {
    const opened = await open();
    for (let at = 10; at < 40; at++) opened.source.table.spoil(`R-00000${at}`, 'letters');
    await opened.sync.run();
    const tried: string[] = [];
    const { stream } = opened.sync;
    const map: typeof stream.map = (row, answer) => {
      tried.push(String((row as { id: unknown }).id));
      return stream.map(row, answer);
    };
    await createStreamControl({ ...opened.sync, clock: systemClock }, [{ ...stream, map }], opened.jobs).replay(STREAM);
    expect(tried).toHaveLength(30);
    expect(tried).toEqual(tried.toSorted());
  });

  it('tried again by another file holds no row twice', async () => {
    const opened = await spoilt();
    await opened.sync.rewrite({ sync: { shrinkGuard: '30%' } });
    expect(await opened.control.replay(STREAM)).toEqual({ written: 0, rejected: 3 });
    expect(await opened.control.listQuarantine(STREAM, 10)).toHaveLength(3);
  });

  it('tried again by a file that reads the rows lets go of them, and only of them', async () => {
    const opened = await spoilt();
    const { file, text, writeFileSync } = await asText(opened);
    await opened.sync.rewrite({});
    writeFileSync(file, text);
    const { stream } = opened.sync;
    const map: typeof stream.map = (row, answer) => stream.map({ ...(row as object), jumlah: '12' }, answer);
    const { database, ring } = opened.sync;
    const control = createStreamControl({ database, ring, clock: systemClock }, [{ ...stream, map }], opened.jobs);
    expect(await control.replay(STREAM)).toEqual({ written: 2, rejected: 1 });
    expect(await control.listQuarantine(STREAM, 10)).toMatchObject([{ field: 'ListEntry.id' }]);
    const copies = await opened.sync.copies();
    expect([copies.get('R-0000010')?.count, copies.get('R-0000020')?.count]).toEqual([12, 12]);
  });

  it('does not bring an old state back over a new one', async () => {
    const opened = await spoilt();
    const { source, sync, control } = opened;
    const [old] = (
      await sync.database.pool.query('select * from quarantine where field = $1 limit 1', ['ListEntry.count'])
    ).rows;
    source.table.advance(60_000);
    for (const id of ['R-0000010', 'R-0000020']) source.table.update(id, { jumlah: '77' });
    await sync.run();
    // Somebody restores a backup of the quarantine.
    const names = Object.keys(old).filter((name) => name !== 'id');
    await sync.database.pool.query(
      `insert into quarantine (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      names.map((name) => old[name]),
    );
    const { stream } = sync;
    const map: typeof stream.map = (row, answer) => stream.map({ ...(row as object), jumlah: '12' }, answer);
    const lenient = createStreamControl({ ...sync, clock: systemClock }, [{ ...stream, map }], opened.jobs);
    await lenient.replay(STREAM);
    const copies = await sync.copies();
    expect([copies.get('R-0000010')?.count, copies.get('R-0000020')?.count]).toEqual([77, 77]);
    expect(await control.listQuarantine(STREAM, 10)).toHaveLength(1);
  });

  it('of one row is tried alone', async () => {
    const { control } = await spoilt();
    const [row] = await control.listQuarantine(STREAM, 1);
    expect(await control.replay(STREAM, row?.id)).toEqual({ written: 0, rejected: 1 });
    expect(await control.replay(STREAM, '999999')).toEqual({ written: 0, rejected: 0 });
  });

  it('is not tried again while a run is under way', async () => {
    const { control, source, sync } = await spoilt();
    let refusal: unknown;
    source.beforePage(async () => {
      refusal ??= await control.replay(STREAM).catch((error: unknown) => error);
    });
    source.fail({ kind: 'slow', ms: 100, times: 1 });
    await sync.run('sweep');
    expect(refusal).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryable: true });
  });
});
