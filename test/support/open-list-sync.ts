import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { openListInPostgres } from './list-source/list-in-postgres.ts';
import { type ListConnectorOptions, type ListKind, listSettings } from './list-source/write-list-connector.ts';
import { writeListCsv } from './list-source/write-list-csv.ts';
import { expectedOf, type OpenSync, openSync } from './open-sync.ts';
import { type ListSource, startListSource } from './start-list-source.ts';

const closing: (() => Promise<void>)[] = [];
/** Closes what the test has opened. */
export async function closeListSyncs(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** Opens a list source of some kind, and the sync of it on a database of its own, or on one that is given. */
export async function openListSync(
  kind: ListKind,
  { rows = 700, databaseUrl, ...options }: Partial<ListConnectorOptions> & { rows?: number; databaseUrl?: string } = {},
) {
  const source = await startListSource({ rows });
  closing.push(() => source.stop());
  const isSql = kind === 'sql' || kind === 'sqlKey';
  const inPostgres = isSql ? await openListInPostgres(source.table, inject('postgresUrl')) : undefined;
  if (inPostgres) closing.push(() => inPostgres.stop());
  await inPostgres?.write();
  const folder = mkdtempSync(join(tmpdir(), 'list-'));
  closing.push(() => rm(folder, { recursive: true }));
  const places = { url: source.url, folder, ...(inPostgres && { databaseUrl: inPostgres.url }) };
  const table = inPostgres ? { table: inPostgres.name } : {};
  const write = async () => {
    await inPostgres?.write();
    if (kind === 'file') writeListCsv(folder, source.table.rows());
  };
  const connector = { kind, personal: true, size: 100, ...table, ...options };
  const sync = await openSync(places, connector, undefined, databaseUrl);
  closing.push(() => sync.close());
  return { source, sync, write, folder, settings: listSettings(places) };
}

/** The copies are the source, row by row: nothing lost, nothing doubled, nothing of yesterday. */
export async function expectSame(
  { source, sync }: { source: ListSource; sync: OpenSync },
  isPersonal = true,
): Promise<void> {
  expect(await sync.copies()).toEqual(expectedOf(source.table.rows(), isPersonal));
}
