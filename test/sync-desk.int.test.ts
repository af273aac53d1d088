import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './support/ask.ts';
import { askAtDesk, codesOf } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';

const STREAM = 'dpmptsp/perizinan/Permit';
const CARDS = 'disnaker/ak1/JobSeekerCard';
const OWN = 'petugas-dpmptsp';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ jobs: true });
  // BKPSDMD's database and those on MariaDB stay down here.
  await syncCity(hub, 'sweep').catch(() => undefined);
  while (hub.jobs.waiting.length > 0) await hub.jobs.work().catch(() => undefined);
  await syncOne(STREAM);
  await syncOne(CARDS);
}, 120_000);
afterAll(() => hub.stop());

async function syncOne(stream: string): Promise<void> {
  const system = stream.split('/').slice(0, 2).join('/');
  await hub.jobs.add({
    system,
    name: 'sync',
    data: { stream, mode: 'sweep' },
    id: `one ${stream}`,
    isForPerson: false,
  });
  await hub.jobs.work();
}

const DESK = `query ($code: String!) { opd(code: $code) { sync { stream state reason lastSuccess lag nextRun rejected records
  counts { read written unchanged rejected deleted vanished } quarantine { id row field valueKind cause fix firstSeen } } } }`;
const look = (who: string, code: string): Promise<Answer> => askAtDesk(hub, who, DESK, { variables: { code } });
const act = (who: string, mutation: string, stream = STREAM): Promise<Answer> =>
  askAtDesk(hub, who, `mutation ($stream: String!) { ${mutation}(stream: $stream) }`, { variables: { stream } });
const streamOf = async (who = OWN, code = 'dpmptsp', stream = STREAM) =>
  (await look(who, code)).data.opd.sync.find((one: { stream: string }) => one.stream === stream);

describe('the streams of an OPD', () => {
  it.each([
    ['an officer of the OPD', OWN],
    ['its head', 'kepala-dpmptsp'],
    ['an operator', 'operator'],
    ['the mayor’s office', 'walikota'],
  ])('are seen by %s', async (_who, alias) => {
    const { data, errors } = await look(alias, 'dpmptsp');
    expect(errors).toEqual([]);
    expect(data.opd.sync.map(({ stream }: { stream: string }) => stream)).toEqual([STREAM, 'dpmptsp/sicantik/Licence']);
    const permits = data.opd.sync[0];
    expect(permits).toMatchObject({ state: 'IDLE', reason: null, rejected: 0, quarantine: [] });
    expect(permits.lastSuccess).toMatch(/^\d{4}-\d\d-\d\dT.*\+07:00$/);
    expect(permits.lag).toBeGreaterThanOrEqual(0);
    const { read, written, unchanged, rejected, deleted } = permits.counts;
    expect(read).toBe(written + unchanged + rejected + deleted);
    expect(permits.records).toBeGreaterThan(5);
  });

  it.each([
    ['an officer of another OPD', 'petugas-rsud'],
    ['an auditor', 'auditor'],
  ])('are not seen by %s', async (_who, alias) => {
    const answer = await look(alias, 'dpmptsp');
    expect(answer.data.opd.sync).toBeNull();
    expect(codesOf(answer)).toEqual([['opd.sync', 'FORBIDDEN']]);
  });

  it.each([
    ['a citizen', 'siti', 'FORBIDDEN'],
    ['nobody', undefined, 'UNAUTHENTICATED'],
  ])('are not seen by %s', async (_who, citizen, code) => {
    const answer = await hub.ask(DESK, { ...(citizen && { citizen }), variables: { code: 'dpmptsp' } });
    expect(answer.data.opd.sync).toBeNull();
    expect(codesOf(answer)).toEqual([['opd.sync', code]]);
  });
});

describe('what its officers see of a stream beside', () => {
  const MORE = `query ($code: String!) { opd(code: $code) { sync { stream schedule every sweepAt
    runs(first: 1) { isSweep startedAt endedAt outcome reason counts { read written unchanged rejected deleted } }
    drift { column change since isPaused } } } }`;
  const more = async () => {
    const { data, errors } = await askAtDesk(hub, OWN, MORE, { variables: { code: 'dpmptsp' } });
    expect(errors).toEqual([]);
    return data.opd.sync.find((one: { stream: string }) => one.stream === STREAM);
  };

  it('is when it is read, and its last runs with what became of each row', async () => {
    const { schedule, every, sweepAt, runs } = await more();
    expect(schedule).toContain(sweepAt);
    expect(every).toBeGreaterThan(0);
    expect(runs).toEqual([
      expect.objectContaining({ isSweep: true, outcome: 'SUCCEEDED', reason: null, endedAt: expect.any(String) }),
    ]);
    const [{ counts }] = runs;
    expect(counts.read).toBe(counts.written + counts.unchanged + counts.rejected + counts.deleted);
  });

  it('is which columns of its source have changed, since when, and that it was set still for it', async () => {
    expect((await more()).drift).toEqual([]);
    const change = [{ column: 'biaya', change: 'gone', sinceMs: Date.parse('2026-11-25T01:00:00Z'), isPaused: true }];
    const set = 'update sync_streams set drift = $2 where name = $1';
    await hub.database.pool.query(set, [STREAM, JSON.stringify(change)]);
    expect((await more()).drift).toEqual([
      { column: 'biaya', change: 'GONE', since: '2026-11-25T08:00:00+07:00', isPaused: true },
    ]);
    await hub.database.pool.query(set, [STREAM, '[]']);
  });
});

describe('what is done with a stream', () => {
  const MUTATIONS = ['runSync', 'pauseSync', 'resumeSync', 'replaySync'];

  it.each(
    MUTATIONS.flatMap((mutation) => ['petugas-rsud', 'walikota', 'auditor'].map((who) => [mutation, who] as const)),
  )('%s is refused to %s, whether or not there is such a stream', async (mutation, who) => {
    const before = await streamOf();
    const refused = await act(who, mutation);
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const unknown = await act(who, mutation, 'dpmptsp/perizinan/Nothing');
    expect(unknown.text).toBe(refused.text);
    expect(hub.jobs.waiting).toEqual([]);
    expect({ ...(await streamOf()), lag: 0 }).toEqual({ ...before, lag: 0 });
  });

  it.each(MUTATIONS)('%s is refused to citizens and to nobody', async (mutation) => {
    const text = `mutation { ${mutation}(stream: "${STREAM}") }`;
    for (const [citizen, code] of [
      ['siti', 'FORBIDDEN'],
      [undefined, 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await hub.ask(text, { ...(citizen && { citizen }) });
      expect(errors).toMatchObject([{ extensions: { code } }]);
    }
  });

  it.each([OWN, 'operator'])('is up to %s', async (who) => {
    expect((await act(who, 'pauseSync')).data).toEqual({ pauseSync: true });
    expect(await streamOf(who)).toMatchObject({ state: 'PAUSED', reason: 'Dihentikan oleh petugas.' });
    expect((await act(who, 'runSync')).errors).toMatchObject([{ message: expect.stringContaining('is paused') }]);
    expect((await act(who, 'resumeSync')).data).toEqual({ resumeSync: true });
    await hub.jobs.work();
    expect(await streamOf(who)).toMatchObject({ state: 'IDLE', reason: null });
    const id = await hub.demo.city.systems.dpmptsp.records?.change();
    expect(id).toBeDefined();
    expect((await act(who, 'runSync')).data).toEqual({ runSync: true });
    expect(hub.jobs.waiting).toMatchObject([{ data: { stream: STREAM, mode: 'changes' } }]);
    await hub.jobs.work();
    expect((await streamOf(who)).counts.written).toBe(1);
    expect((await act(who, 'replaySync')).data).toEqual({ replaySync: 0 });
  });

  it('is told apart from what does not exist only to those who may', async () => {
    const { errors, text } = await act('operator', 'runSync', 'dpmptsp/perizinan/1571990101900001');
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', fix: expect.stringContaining(STREAM) } }]);
    expect(text).not.toContain('1571990101900001');
  });
});

describe('the quarantine at the desk', () => {
  it('says what to mend in Indonesian, and never what stands there', async () => {
    const cards = await streamOf('petugas-disnaker', 'disnaker', CARDS);
    expect(cards.rejected).toBeGreaterThan(0);
    const [row] = cards.quarantine;
    expect(Object.keys(row).sort()).toEqual(['cause', 'field', 'firstSeen', 'fix', 'id', 'row', 'valueKind'].sort());
    expect(row).toMatchObject({ field: 'JobSeekerCard.validUntil', valueKind: 'teks' });
    expect(row.cause).toMatch(/^Nilai kolom \w+ \(teks\) tidak dapat dibaca sebagai JobSeekerCard\.validUntil\.$/);
    expect(row.fix).toMatch(/^Perbaiki kolom \w+ di aplikasi asal, /);
    const text = JSON.stringify(cards);
    for (const { nik, name } of hub.demo.city.people) {
      expect(text).not.toContain(nik);
      expect(text).not.toContain(name);
    }
  });

  it('is replayed by the officer, who learns how many fit', async () => {
    expect((await act('petugas-disnaker', 'replaySync', CARDS)).data).toEqual({ replaySync: 0 });
    expect((await streamOf('petugas-disnaker', 'disnaker', CARDS)).rejected).toBeGreaterThan(0);
  });

  it('comes in pages of 1 to 100', async () => {
    for (const first of [0, 101]) {
      const query = `{ opd(code: "disnaker") { sync { quarantine(first: ${first}) { id } } } }`;
      const { errors } = await askAtDesk(hub, 'petugas-disnaker', query);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});
