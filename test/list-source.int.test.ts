import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { loadConnectors } from '../src/connector/index.ts';
import { readSharedSdl } from '../src/hub.ts';
import { openListInPostgres } from './support/list-source/list-in-postgres.ts';
import { createListTable } from './support/list-source/list-table.ts';
import type { ListRow } from './support/list-source/row.ts';
import { type ListKind, listSettings, writeListConnector } from './support/list-source/write-list-connector.ts';
import { writeListCsv } from './support/list-source/write-list-csv.ts';
import { type ListSource, startListSource } from './support/start-list-source.ts';

interface Page {
  readonly total: string;
  readonly next: string | null;
  readonly rows: readonly ListRow[];
}

let source: ListSource;
let folder: string;
beforeEach(async () => {
  source = await startListSource({ rows: 25, seed: 7 });
  folder = mkdtempSync(join(tmpdir(), 'list-source-'));
});
afterEach(async () => {
  source.heal();
  await source.stop();
  rmSync(folder, { recursive: true });
});

const get = async (path: string): Promise<Page> => (await (await fetch(source.url + path)).json()) as Page;
const idsOf = (pages: readonly Page[]) => pages.flatMap(({ rows }) => rows.map((row) => row.id));
const inOrder = () =>
  [...source.table.rows()]
    .sort((a, b) => (`${a.tgl_ubah}${a.id}` < `${b.tgl_ubah}${b.id}` ? -1 : 1))
    .map((row) => row.id);

const readPages = () => Promise.all([1, 2, 3].map((page) => get(`/rows?since=&page=${page}&size=10`)));

describe('the list', () => {
  it('is read by page in order of change, with its total as text', async () => {
    const pages = await readPages();
    expect(idsOf(pages)).toEqual(inOrder());
    expect(pages.map(({ total }) => total)).toEqual(['25', '25', '25']);
  });

  it('is read behind the last row, over rows that share a second', async () => {
    const found: Page[] = [];
    let [since, after] = ['', ''];
    for (;;) {
      const page = await get(`/rows?since=${encodeURIComponent(since)}&after=${after}&size=4`);
      const last = page.rows.at(-1);
      if (!last) break;
      found.push(page);
      [since, after] = [String(last.tgl_ubah), String(last.id)];
    }
    expect(idsOf(found)).toEqual(inOrder());
  });

  it('is read by cursor until there is none', async () => {
    const first = await get('/cursor?since=&cursor=&size=20');
    const second = await get(`/cursor?since=&cursor=${first.next}&size=20`);
    expect(idsOf([first, second])).toEqual(inOrder());
    expect(second.next).toBeNull();
  });

  it('gives what has changed since a time, that time included', async () => {
    source.table.advance(60_000);
    const { tgl_ubah } = source.table.update('R-0000003');
    source.table.insert(1);
    const { rows } = await get(`/rows?since=${encodeURIComponent(String(tgl_ubah))}&page=1&size=10`);
    expect(rows.map((row) => row.id)).toEqual(['R-0000003', 'R-0000026']);
  });

  it('is the same for the same seed', () => {
    expect(createListTable(25, 7).rows()).toEqual(source.table.rows());
    expect(createListTable(25, 8).rows()).not.toEqual(source.table.rows());
  });

  it('may change between two pages', async () => {
    source.beforePage((page) => page === 2 && source.table.remove('R-0000001'));
    const [first, second] = [await get('/rows?since=&page=1&size=10'), await get('/rows?since=&page=2&size=10')];
    expect([first.total, second.total]).toEqual(['25', '24']);
    expect(idsOf([second])[0]).toBe('R-0000012');
  });
});

describe('its clock', () => {
  it('set back stamps changes earlier than they are', () => {
    source.table.advance(600_000);
    source.table.setBack(420_000);
    expect(source.table.update('R-0000001').tgl_ubah).toBe('2026-11-01 08:03:00');
    source.table.setBack(0);
    expect(source.table.update('R-0000002').tgl_ubah).toBe('2026-11-01 08:10:00');
  });
});

describe('a fault', () => {
  const page = (number: number) => get(`/rows?since=&page=${number}&size=10`);

  it.each(['down', 'cut'] as const)('%s breaks pages from the one that it names until it is healed', async (kind) => {
    source.fail({ kind, from: 2 });
    await page(1);
    await expect(page(2)).rejects.toThrow();
    await expect(page(2)).rejects.toThrow();
    source.heal();
    expect((await page(2)).rows).toHaveLength(10);
  });

  it('hang never answers, until it is healed', async () => {
    source.fail({ kind: 'hang', times: 1 });
    const hanging = page(1);
    hanging.catch(() => undefined);
    await expect.poll(() => source.asked).toHaveLength(1);
    expect((await page(3)).rows).toHaveLength(5);
    source.heal();
    await expect(hanging).rejects.toThrow();
  });

  it('slow answers later', async () => {
    source.fail({ kind: 'slow', ms: 20 });
    expect((await page(3)).rows).toHaveLength(5);
  });

  it('repeatPage gives the page before once more, skipPage leaves one out, both once', async () => {
    source.fail({ kind: 'repeatPage', from: 2 });
    expect(idsOf([await page(1), await page(2), await page(2)])).toEqual([
      ...inOrder().slice(0, 10),
      ...inOrder().slice(0, 20),
    ]);
    source.heal();
    source.fail({ kind: 'skipPage' });
    expect(idsOf([await page(1)])).toEqual(inOrder().slice(10, 20));
  });

  it('shuffleTies changes the order of rows with the same time and of no others', async () => {
    source.fail({ kind: 'shuffleTies' });
    const orders = await Promise.all(Array.from({ length: 5 }, () => get('/rows?since=&page=1&size=25')));
    expect(new Set(orders.map((one) => idsOf([one]).join())).size).toBeGreaterThan(1);
    for (const { rows } of orders)
      expect(rows.map((row) => row.tgl_ubah)).toEqual(rows.map((row) => row.tgl_ubah).sort());
  });

  it('stale gives what a row was when the source was told to remember', async () => {
    source.remember();
    const before = source.table.find('R-0000001');
    source.table.advance(1000);
    source.table.update('R-0000001');
    source.fail({ kind: 'stale' });
    const since = encodeURIComponent('2026-11-01 08:00:01');
    expect((await get(`/rows?since=${since}&page=1`)).rows).toEqual([before]);
    expect((await get(`/rows?since=${since}&page=1`)).rows).toEqual([source.table.find('R-0000001')]);
  });

  it('doubleRow, wrongTotal and empty change what the page says', async () => {
    source.fail({ kind: 'doubleRow' });
    expect((await page(1)).rows.slice(0, 2).map((row) => row.id)).toEqual([inOrder()[0], inOrder()[0]]);
    source.fail({ kind: 'wrongTotal', by: -3 });
    expect((await page(1)).total).toBe('22');
    source.fail({ kind: 'empty' });
    expect(await page(1)).toEqual({ total: '0', next: null, rows: [] });
  });

  it('of a row is a bad date, letters in a number, no key or no owner, and a change', async () => {
    source.table.advance(1000);
    source.table.spoil('R-0000001', 'badDate');
    source.table.spoil('R-0000002', 'letters');
    source.table.spoil('R-0000003', 'noKey');
    source.table.spoil('R-0000004', 'badOwner');
    const { rows } = await get(`/rows?since=${encodeURIComponent('2026-11-01 08:00:01')}&page=1`);
    expect(rows).toContainEqual(expect.objectContaining({ id: 'R-0000001', tgl_masuk: '31/02/2026' }));
    expect(rows).toContainEqual(expect.objectContaining({ id: 'R-0000002', jumlah: '12O0' }));
    expect(rows).toContainEqual(expect.objectContaining({ id: null }));
    expect(rows).toContainEqual(expect.objectContaining({ id: 'R-0000004', nik: '1.57199E+15' }));
  });
});

describe('its columns', () => {
  it('are renamed, dropped, added and given another type until they are restored', async () => {
    source.columns.rename('layanan', 'kode_layanan');
    source.columns.drop('lokasi');
    source.columns.add('kanal', 'loket');
    source.columns.retype('jumlah', (value) => `${value} berkas`);
    const [row = {}] = (await get('/rows?since=&page=1')).rows;
    expect(row).toMatchObject({
      kode_layanan: expect.any(String),
      kanal: 'loket',
      jumlah: expect.stringMatching(/berkas$/),
    });
    expect(Object.keys(row)).not.toContain('lokasi');
    source.columns.restore();
    expect(source.shown()).toEqual(source.table.rows());
  });
});

/** Loads the connector that the generator writes, and reads its list and somebody's rows by it. */
async function readByConnector(kind: ListKind, personal: boolean, settings: Record<string, string>, table?: string) {
  writeListConnector(folder, { kind, personal, size: 10, ...(table && { table }) });
  const links = { listLinksOf: async () => [] };
  const [connector] = loadConnectors(['dinas'], { root: folder, sharedSdl: readSharedSdl(), settings, links });
  const operation = (name: string) => {
    const found = connector?.systems[0]?.operations.get(name);
    if (!found) throw new Error(`no operation ${name}`);
    return found;
  };
  const begin = { since: '2015-01-01 00:00:00', after: '', size: 100 };
  const list = operation('entriesSince');
  const [row = {}] = source.table.rows();
  const all = list.read(await list.ask(begin), undefined);
  const own = await operation('entriesOf').run(
    personal ? { nik: String(row.nik) } : { place: String(row.lokasi) },
    personal ? String(row.nik) : undefined,
  );
  await connector?.close();
  return { all, own };
}

describe('the connector that is written for it', () => {
  it.each(
    (['page', 'keyset', 'cursor', 'file', 'sql', 'sqlKey'] as const).flatMap((kind) => [
      [kind, true] as const,
      [kind, false] as const,
    ]),
  )('reads the list by %s, with personal columns: %s', async (kind, personal) => {
    writeListCsv(folder, source.table.rows());
    const database = await openListInPostgres(source.table, inject('postgresUrl'));
    const settings = listSettings({ url: source.url, folder, databaseUrl: database.url });
    const { all, own } = await readByConnector(kind, personal, settings, database.name);
    await database.stop();
    expect(all.map(({ id }) => id).sort()).toEqual(inOrder().sort());
    expect(Object.keys(all[0] ?? {})).toHaveLength(13);
    expect(own.length).toBeGreaterThan(0);
  });
});

describe('the list in a file', () => {
  it('can end in a line or behind one', () => {
    const whole = writeListCsv(folder, source.table.rows());
    expect(whole).toBe(join(folder, 'daftar.csv'));
    const read = () => readFileSync(whole, 'utf8').split('\r\n');
    expect(read()).toHaveLength(27);
    writeListCsv(folder, source.table.rows(), { truncated: 'behindLine' });
    const cut = read();
    expect([cut.length < 16, cut.at(-1)]).toEqual([true, '']);
    writeListCsv(folder, source.table.rows(), { truncated: 'inLine' });
    expect(read().at(-1)).toMatch(/^R-000$/);
  });
});

describe('the list in PostgreSQL', () => {
  it('is what the table is when it is written', async () => {
    const database = await openListInPostgres(source.table, inject('postgresUrl'));
    source.table.remove('R-0000001');
    source.table.insert(2);
    await database.write();
    await database.run('alter table $TABLE rename column layanan to kode_layanan');
    const settings = listSettings({ databaseUrl: database.url });
    const { all } = await readByConnector('sql', false, settings, database.name);
    await database.stop();
    expect(all.map(({ id }) => id).sort()).toEqual(inOrder().sort());
    expect(all.every(({ service }) => service === null)).toBe(true);
  });
});
