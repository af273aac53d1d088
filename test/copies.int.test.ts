import { setTimeout as sleep } from 'node:timers/promises';
import { createClient as createSseClient } from 'graphql-sse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findMariadbd } from '../demo/database/mariadb.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ databases: true, jobs: true });
  await syncCity(hub, 'sweep');
}, 120_000);
afterAll(() => hub.stop());
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});

const switchOff = (...systems: readonly (keyof TestHub['demo']['city']['systems'])[]) => {
  for (const system of systems) hub.demo.city.systems[system].control.set({ down: true });
};

const PERMITS = '{ me { permits { id status source { mode asOf opd system } } } }';

describe('the copies of a system', () => {
  it('are those of nine systems, each read in whole', async () => {
    const hasMariadb = findMariadbd() !== undefined;
    const { rows } = await hub.database.pool.query<{ name: string }>('select name from sync_streams where is_complete');
    const systems = new Set(rows.map(({ name }) => name.split('/').slice(0, 2).join('/')));
    expect(systems.size).toBeGreaterThanOrEqual(hasMariadb ? 9 : 7);
  });

  it('are not asked while the system answers', async () => {
    const { data, errors } = await hub.ask(PERMITS, { citizen: 'siti' });
    expect(errors).toEqual([]);
    expect(data.me.permits[0].source).toMatchObject({ mode: 'LIVE' });
  });

  it('answer when it is down, the same records, and say so', async () => {
    const live = (await hub.ask(PERMITS, { citizen: 'siti' })).data.me.permits;
    switchOff('dpmptsp');
    const { data, errors } = await hub.ask(PERMITS, { citizen: 'siti' });
    expect(errors).toEqual([]);
    const plain = (permits: { id: string; status: string }[]) => permits.map(({ id, status }) => [id, status]).sort();
    expect(plain(data.me.permits)).toEqual(plain(live));
    expect(data.me.permits.length).toBeGreaterThan(0);
    for (const { source } of data.me.permits)
      expect(source).toMatchObject({ mode: 'COPY', opd: 'dpmptsp', system: 'perizinan' });
  });

  it('are nobody else’s', async () => {
    switchOff('dpmptsp');
    const mine = (await hub.ask(PERMITS, { citizen: 'siti' })).data.me.permits.map(({ id }: { id: string }) => id);
    const others = (await hub.ask(PERMITS, { citizen: 'demo' })).data.me.permits.map(({ id }: { id: string }) => id);
    expect(others.filter((id: string) => mine.includes(id))).toEqual([]);
  });

  it('are refused with a reason when they are older than the file allows', async () => {
    if (!findMariadbd()) return;
    const query = '{ me { clinicBookings { code source { mode } } } }';
    const { simrs } = hub.demo.city.systems;
    simrs.control.set({ down: true });
    expect((await hub.ask(query, { citizen: 'siti' })).errors).toEqual([]);
    const age = (days: number) =>
      hub.database.pool.query(
        `update sync_streams set as_of = as_of - interval '${days} days' where name like 'rsud/%'`,
      );
    await age(2);
    const { data, errors } = await hub.ask(query, { citizen: 'siti' });
    await age(-2);
    expect(data.me.clinicBookings).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('48 hours old'), extensions: { code: 'OPD_UNAVAILABLE' } },
    ]);
  });
});

describe('all that the hub holds of a citizen', () => {
  it('holds his copies of every agency, by his NIK and by the numbers that he has linked, and nobody else’s', async () => {
    const held = async (citizen: string) => {
      const { data, errors } = await hub.ask('{ me { myData { json } } }', { citizen });
      expect(errors).toEqual([]);
      const { copies } = JSON.parse(data.me.myData.json) as { copies: { stream: string; record: { id?: string } }[] };
      return copies;
    };
    const [mine, others] = [await held('siti'), await held('demo')];
    const streams = new Set(mine.map(({ stream }) => stream));
    expect([...streams]).toEqual(
      expect.arrayContaining(['diskominfo/sikesal/Complaint', 'dpmptsp/perizinan/Permit', 'dpmptsp/sicantik/Licence']),
    );
    const permits = mine.flatMap(({ stream, record }) => (stream === 'dpmptsp/perizinan/Permit' ? [record.id] : []));
    const live = (await hub.ask(PERMITS, { citizen: 'siti' })).data.me.permits;
    expect(permits.sort()).toEqual(live.map(({ id }: { id: string }) => id).sort());
    expect(others.filter(({ record }) => permits.includes(record.id))).toEqual([]);
  });
});

interface Listed {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly opd: { code: string };
  readonly submittedOn: string | null;
  readonly timeline: readonly { status: string }[];
}
const LIST = `query ($first: Int, $after: ID, $status: [ApplicationStatus!], $opd: String) {
  me { applications(first: $first, after: $after, status: $status, opd: $opd) {
    id number service { name } opd { code name } status submittedOn dueOn overdue timeline { status on } source { mode asOf } } } }`;
const list = async (variables: Record<string, unknown> = {}, citizen = 'siti'): Promise<Listed[]> => {
  const { data, errors } = await hub.ask(LIST, { citizen, variables });
  expect(errors).toEqual([]);
  return data.me.applications;
};

describe('the one list of applications', () => {
  it('holds those of all agencies, whatever systems are down, newest first', async () => {
    for (const { control } of Object.values(hub.demo.city.systems)) control.set({ down: true });
    const applications = await list({ first: 100 });
    expect(new Set(applications.map(({ opd }) => opd.code))).toEqual(new Set(['dpmptsp', 'diskominfo']));
    const days = applications.map(({ submittedOn }) => submittedOn ?? '');
    expect(days).toEqual(days.toSorted().reverse());
    expect(applications[0]).toMatchObject({ service: { name: expect.any(String) }, source: { mode: 'COPY' } });
  });

  it('comes in pages that meet, and by status and agency', async () => {
    const all = await list({ first: 100 });
    const paged: Listed[] = [];
    for (;;) {
      const page = await list({ first: 2, after: paged.at(-1)?.id });
      paged.push(...page);
      if (page.length < 2) break;
    }
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    for (const { opd } of await list({ opd: 'diskominfo' })) expect(opd.code).toBe('diskominfo');
    const status = all[0]?.status;
    for (const one of await list({ status: [status] })) expect(one.status).toBe(status);
  });

  it('refuses a page that is none', async () => {
    for (const variables of [{ after: 'x' }, { first: 0 }, { first: 101 }]) {
      const { errors } = await hub.ask(LIST, { citizen: 'siti', variables });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('opens the live detail of an agency, and only of the one that it belongs to', async () => {
    const query =
      '{ me { applications(first: 100) { stream number permit { id fee source { mode } } licence { id } } } }';
    const { data, errors } = await hub.ask(query, { citizen: 'siti' });
    expect(errors).toEqual([]);
    const shown = data.me.applications as { stream: string; number: string; permit: object | null }[];
    for (const { stream, number, permit } of shown)
      expect(permit).toEqual(
        stream === 'dpmptsp/perizinan/Permit'
          ? { id: number, fee: expect.any(Number), source: { mode: 'LIVE' } }
          : null,
      );
    expect(shown.some(({ permit }) => permit !== null)).toBe(true);
  });
});

describe('a change of an application', () => {
  it('is told to its citizen, and shows in the timeline', async () => {
    const token = await hub.tokenOf('siti');
    const [first] = await list({ opd: 'dpmptsp' });
    const client = createSseClient({
      url: `${hub.url}/graphql`,
      headers: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    const events = client.iterate<{ applicationChanged: Listed }>({
      query: 'subscription { applicationChanged { id number status timeline { status } } }',
    });
    let told: Listed | undefined;
    const listening = (async () => {
      told = (await events.next()).value?.data?.applicationChanged;
    })();
    // When the stream has begun nobody is told: what changes before it is not told either.
    while (!told) {
      hub.demo.city.systems.dpmptsp.records?.change(first?.number ?? '');
      await syncCity(hub, 'changes');
      await sleep(50);
    }
    await listening;
    expect(told.number).toBe(first?.number);
    const [now] = await list({ opd: 'dpmptsp' });
    expect(now?.timeline.length).toBeGreaterThan(first?.timeline.length ?? 0);
    client.dispose();
  });
});
