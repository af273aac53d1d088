import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type City, startCity } from '../demo/city.ts';
import { systemClock } from '../src/base/clock.ts';
import { createLog } from '../src/base/log.ts';
import { createOpdCodes } from '../src/city/index.ts';
import { type Connector, loadConnectors } from '../src/connector/index.ts';
import { readSharedSdl } from '../src/hub.ts';
import type { StreamStatus } from '../src/ports/sync-control.ts';
import { projectRoot } from '../src/project-root.ts';
import { type Database, openDatabase } from '../src/store/index.ts';
import { createJobs, createStreamJob, type HubJobs, scheduleStreams } from '../src/sync/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { newKeyRing } from './support/open-access-log.ts';
import { runProcess } from './support/run-process.ts';

const OPDS = ['disnaker', 'dpmptsp'];
const CARD = 'disnaker/ak1/JobSeekerCard';
const keys = newKeyRing();

let folder: string;
let databaseUrl: string;
let database: Database;
let city: City;
let connectors: Connector[];
let jobs: HubJobs;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sync-command-'));
  databaseUrl = await createTestDatabase();
  database = await openDatabase(databaseUrl, { maxConnections: 4 });
  await database.migrate();
  city = await startCity({ people: 200 });
  connectors = loadConnectors(OPDS, {
    root: join(projectRoot, 'connectors'),
    sharedSdl: readSharedSdl(),
    settings: city.settings,
    links: { listLinksOf: async (niks) => niks.map(() => []) },
    opds: createOpdCodes(),
  });
  await work();
});
afterAll(async () => {
  await jobs.drain();
  for (const one of connectors) await one.close();
  await city.stop();
  await database.close();
  await rm(folder, { recursive: true });
});

/** As a hub that runs does. */
async function work(): Promise<void> {
  const log = createLog('silent');
  const systems = connectors.flatMap(({ opd, systems: all }) => all.map(({ name }) => `${opd}/${name}`));
  const streams = connectors.flatMap(({ systems: all }) => all.flatMap((one) => one.streams));
  jobs = await createJobs({ systems, place: { databaseUrl }, log });
  await scheduleStreams(streams, jobs);
  await jobs.start({ sync: createStreamJob({ database, ring: keys, clock: systemClock }, streams, log) });
}

async function sync(...args: string[]): Promise<{ code: number | null; output: string }> {
  const write = ([key]: typeof keys.index) => `${key?.id}:${key?.key.toString('base64')}`;
  const running = runProcess(['hub', 'sync', ...args], {
    HUB_DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    HUB_CONNECTORS: OPDS.join(','),
    HUB_INDEX_KEYS: write(keys.index),
    HUB_DATA_KEYS: write(keys.data),
  });
  return { code: await running.ended, output: running.output() };
}

async function statusOf(name: string): Promise<StreamStatus> {
  const { output } = await sync('status', name, '--json');
  return (JSON.parse(output.slice(output.indexOf('['))) as [StreamStatus])[0];
}

describe('hub -- sync', () => {
  it('runs a stream by a hub that works, waits for its end and tells the sum', async () => {
    const { code, output } = await sync('run', 'JobSeekerCard', '--sweep', '--wait');
    expect(output).toMatch(/JobSeekerCard: done\. \d+ rows read/);
    expect(code).toBe(0);
    const { counts, records, nextRunAtMs, quarantined } = await statusOf('JobSeekerCard');
    const { read = 0, written = 0, unchanged = 0, rejected = 0, deleted = 0 } = counts ?? {};
    expect(read).toBeGreaterThan(5);
    expect(read).toBe(written + unchanged + rejected + deleted);
    expect([records, quarantined]).toEqual([read - 1, 1]);
    expect(nextRunAtMs).toBeGreaterThan(Date.now());
  });

  it('shows every stream of the connector files', async () => {
    const { code, output } = await sync('status');
    expect(code).toBe(0);
    for (const stream of [CARD, 'dpmptsp/perizinan/Permit', 'dpmptsp/sicantik/Licence'])
      expect(output).toContain(stream);
  });

  it('shows a row that does not fit, without what stands in it, and tries it again', async () => {
    const { code, output } = await sync('quarantine');
    expect(code).toBe(0);
    expect(output).toMatch(/JobSeekerCard row \d+, JobSeekerCard\.validUntil/);
    expect(output).not.toMatch(/\d{16}/);
    const again = await sync('replay', CARD);
    expect(again.output).toContain('0 fit now, 1 still do not.');
    expect(again.code).toBe(1);
  });

  it('pauses a stream, does not run it then, and lets it go on', async () => {
    expect((await sync('pause', CARD)).code).toBe(0);
    expect((await statusOf(CARD)).state).toBe('paused');
    const refused = await sync('run', CARD, '--wait');
    expect(refused.output).toContain('is paused');
    expect(refused.code).toBe(1);
    expect((await sync('resume', CARD)).code).toBe(0);
    await expect.poll(async () => (await statusOf(CARD)).state, { timeout: 30_000 }).toBe('idle');
  });

  it('ends with 1 when the source does not answer, and says why', async () => {
    city.systems.disnaker.control.set({ status500: true });
    const { code, output } = await sync('run', CARD, '--sweep', '--wait');
    city.systems.disnaker.control.reset();
    expect(output).toContain(`${CARD}: no success.`);
    expect(code).toBe(1);
  });

  it('stops a sweep that would remove most of it, and lets it once when somebody has looked', async () => {
    await sync('run', 'Permit', '--sweep', '--wait');
    const { id, first } = await moreCopies('dpmptsp/perizinan/Permit', 5_000);
    expect(first).toBeGreaterThan(0);
    const stopped = await sync('run', 'Permit', '--sweep', '--wait');
    expect(stopped.code).toBe(1);
    expect((await statusOf('Permit')).state).toBe('needsAttention');
    const allowed = await sync('run', 'Permit', '--allow-shrink', '--wait');
    expect(allowed.output).toMatch(/Permit: done\./);
    const { rows } = await database.pool.query('select from copies where stream = $1 and missed = 0', [id]);
    expect(rows).toHaveLength(first);
  });
});

/** Copies of what the source does not have. */
async function moreCopies(stream: string, count: number) {
  const { rows } = await database.pool.query<{ id: number; records: string }>(
    'select id, records from sync_streams where name = $1',
    [stream],
  );
  const { id = 0, records = '0' } = rows[0] ?? {};
  await database.pool.query(
    `insert into copies (stream, key, row_hash, content)
     select $1, sha256(i::text::bytea), sha256(i::text::bytea), '{}'::bytea from generate_series(1, $2::int) i`,
    [id, count],
  );
  return { id, first: Number(records) };
}
