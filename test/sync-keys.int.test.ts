import { afterEach, describe, expect, it } from 'vitest';
import { closeListSyncs, expectSame, openListSync as open } from './support/open-list-sync.ts';

afterEach(closeListSyncs);

describe('a table that is read by its key alone', () => {
  it('is copied whole over all its pages, and swept for what changed and what is gone', async () => {
    const { source, sync, write } = await open('sqlKey');
    expect(await sync.run()).toMatchObject({ mode: 'sweep', counts: { read: 700, written: 700 } });
    await expectSame({ source, sync });
    const changed = source.table.updateSome(20);
    source.table.insert(3);
    source.table.remove('R-0000001');
    await write();
    const outcome = await sync.run();
    const kept = changed.filter((id) => id !== 'R-0000001').length;
    expect(outcome).toMatchObject({ counts: { read: 702, written: kept + 3, vanished: 1 } });
    await expectSame({ source, sync });
  });

  it('goes on behind the last row that was written when a run was stopped', async () => {
    const { source, sync } = await open('sqlKey');
    const stopping = new AbortController();
    const stopped = await sync.run('sweep', {
      signal: stopping.signal,
      onProgress: ({ read }) => void (read >= 300 && stopping.abort()),
    });
    expect(stopped).toEqual({ state: 'stopped' });
    expect(await sync.run()).toMatchObject({ state: 'succeeded', counts: { read: 700, written: 700 } });
    await expectSame({ source, sync });
  });
});

describe('a key of several fields', () => {
  it('tells rows apart by all of them together', async () => {
    const { source, sync, write } = await open('file', { sync: { key: 'owner + note + id' } });
    await write();
    expect(await sync.run()).toMatchObject({ counts: { read: 700, written: 700, rejected: 0 } });
    await expectSame({ source, sync });
    expect(await sync.run()).toMatchObject({ counts: { unchanged: 700, written: 0 } });
  });

  it('may be empty but for the first', async () => {
    const { source, sync, write } = await open('file', { sync: { key: 'note + id' } });
    const empty = source.table.rows().filter(({ keterangan }) => keterangan === null).length;
    await write();
    expect(await sync.run()).toMatchObject({ counts: { read: 700, rejected: empty } });
    expect((await sync.quarantine())[0]).toMatchObject({ field: 'ListEntry.note' });
  });

  it('cannot be read behind', async () => {
    await expect(open('sql', { sync: { key: 'owner + id' } })).rejects.toThrow('told by one field');
  });
});
