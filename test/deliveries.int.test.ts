import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CompiledSubmission, type Connector, loadConnectors } from '../src/connector/index.ts';
import { readSharedSdl } from '../src/hub.ts';
import { projectRoot } from '../src/project-root.ts';
import { createDeliveryStore, createOutboxDesk } from '../src/store/index.ts';
import { createDeliveries } from '../src/sync/index.ts';
import { createMemoryJobs } from '../src/sync/testing/memory-jobs.ts';
import {
  countLostAndDoubled,
  HOUR_MS,
  MINUTE_MS,
  makeComplaint,
  type SubmissionScene,
  startSubmissionScene,
} from './support/submission-scene.ts';

let scene: SubmissionScene;
beforeAll(async () => {
  scene = await startSubmissionScene();
});
afterAll(() => scene.stop());
beforeEach(() => scene.mend());

describe('an answer that is lost', () => {
  it('after SiKesal took the complaint is found there, and nothing is sent again', async () => {
    const wanted = makeComplaint();
    const { id } = await scene.file('siti', wanted);
    scene.sikesal().set({ truncated: true, only: 'kirim' });
    await scene.hub.jobs.work();
    expect(await scene.stateOf('siti', id)).toBe('DELIVERING');
    await scene.pass(10 * MINUTE_MS);
    expect(await scene.see('siti', id)).toMatchObject({
      state: 'DELIVERED',
      receipt: expect.stringMatching(/^SK-2026-9/),
    });
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
    expect(scene.sikesal().calls.kirim).toBe(1);
  });

  it('before SiKesal took it is not found there, and it is sent once more when that is sure', async () => {
    const wanted = makeComplaint();
    const { id } = await scene.file('siti', wanted);
    scene.sikesal().set({ down: true, only: 'kirim', times: 1 });
    await scene.hub.jobs.work();
    await scene.pass(30_000, 10_000);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERING');
    expect(scene.sikesal().calls.kirim).toBe(1);
    await scene.pass(2 * MINUTE_MS);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
  });

  it('of a SiKesal that takes it long after is waited for', async () => {
    const wanted = makeComplaint();
    const { id } = await scene.file('siti', wanted);
    scene.sikesal().set({ slowMs: 1_500, only: 'kirim', times: 1 });
    await scene.hub.jobs.work();
    await scene.pass(10_000, 5_000);
    await expect.poll(() => scene.countAt('siti', wanted.text), { timeout: 10_000 }).toBe(1);
    await scene.pass(5 * MINUTE_MS);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
  });

  it('is looked for as long as SiKesal cannot be asked, and nothing is sent meanwhile', async () => {
    const wanted = makeComplaint();
    const { id } = await scene.file('siti', wanted);
    scene.sikesal().set({ truncated: true, only: 'kirim', times: 1 });
    await scene.hub.jobs.work();
    scene.sikesal().set({ status500: true });
    await scene.pass(3 * HOUR_MS);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERING');
    scene.sikesal().set({});
    await scene.pass(11 * MINUTE_MS);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
    expect(scene.sikesal().calls.kirim).toBe(1);
  });

  it('is not found in the same complaint of last month', async () => {
    const wanted = makeComplaint();
    await scene.file('siti', wanted);
    await scene.hub.jobs.work();
    const { id } = await scene.file('siti', { ...wanted, key: randomUUID() });
    scene.sikesal().set({ down: true, only: 'kirim', times: 1 });
    await scene.hub.jobs.work();
    await scene.pass(5 * MINUTE_MS);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(2);
    const query = '{ me { submissions(first: 2) { entries { receipt } } } }';
    const { entries } = (await scene.askAs('siti', query)).data.me.submissions;
    expect(new Set(entries.map(({ receipt }: { receipt: string }) => receipt)).size).toBe(2);
  });
});

describe('workers', () => {
  const another = () =>
    createDeliveries({
      store: createDeliveryStore(scene.hub.database, scene.hub.keys, scene.clock),
      submissions,
      jobs: createMemoryJobs(scene.clock),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      clock: scene.clock,
    });
  let submissions: readonly CompiledSubmission[];
  let connectors: readonly Connector[];
  beforeAll(() => {
    const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
    connectors = loadConnectors(['diskominfo'], {
      ...{
        root: join(projectRoot, 'connectors'),
        sharedSdl: readSharedSdl(),
        settings: scene.hub.demo.hubEnvironment,
        links,
      },
    });
    submissions = connectors.flatMap(({ systems }) => systems.flatMap((one) => one.submissions));
  });
  afterAll(async () => {
    for (const one of connectors) await one.close();
  });

  it('two at once send it once', async () => {
    const wanted = makeComplaint();
    const { id } = await scene.file('siti', wanted);
    scene.hub.jobs.lose();
    await Promise.all(Array.from({ length: 6 }, () => another().deliver(id, 'fileComplaint')));
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
  });

  it('one that was killed after it sent leaves it to another, who finds it', async () => {
    const wanted = makeComplaint();
    const { id } = await scene.file('siti', wanted);
    scene.hub.jobs.lose();
    const [submission] = submissions;
    const dying: CompiledSubmission = {
      ...(submission as CompiledSubmission),
      send: async (...sent) => {
        await submission?.send(...sent);
        throw new Error('killed');
      },
    };
    const killed = createDeliveries({
      ...{ store: scene.hub.stores.deliveries, submissions: [dying], jobs: scene.hub.jobs, clock: scene.clock },
      log: { info: () => {}, warn: () => {}, error: () => {} },
    });
    await expect(killed.deliver(id, 'fileComplaint')).rejects.toThrow('killed');
    expect(await scene.stateOf('siti', id)).toBe('DELIVERING');
    await another().deliver(id, 'fileComplaint');
    expect(await scene.stateOf('siti', id)).toBe('DELIVERING');
    scene.clock.passedMs += 10 * MINUTE_MS;
    await another().deliver(id, 'fileComplaint');
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
  });

  it('find what has no job', async () => {
    const wanted = makeComplaint();
    const { id } = await scene.file('siti', wanted);
    scene.hub.jobs.lose();
    const jobs = createMemoryJobs(scene.clock);
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const swept = createDeliveries({ store: scene.hub.stores.deliveries, submissions, jobs, log, clock: scene.clock });
    await jobs.start(swept.runners);
    expect(await swept.sweep()).toBeGreaterThan(0);
    await jobs.work();
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
  });

  it('send a citizen’s in the order in which he handed them in', async () => {
    const all = Array.from({ length: 4 }, () => makeComplaint());
    scene.sikesal().set({ down: true, only: 'cari', times: 2 });
    const ids: string[] = [];
    for (const one of all) ids.push((await scene.file('demo', one)).id);
    // The later ones come first, and wait.
    for (const id of ids.toReversed()) await another().deliver(id, 'fileComplaint');
    await scene.pass(HOUR_MS);
    const receipts: string[] = [];
    for (const id of ids) receipts.push((await scene.see('demo', id)).receipt);
    expect(receipts).toEqual(receipts.toSorted());
    for (const { text } of all) expect(await scene.countAt('demo', text)).toBe(1);
  });
});

describe('what nobody can look up', () => {
  const BOOK = `mutation ($key: String!, $on: Date!) { bookQueueTicket(idempotencyKey: $key, clinic: "INT",
    doctor: "D0000002", on: $on, hours: "09:00-12:00", phone: "081200000000") { id state } }`;
  const book = async (citizen: string, on: string): Promise<string> => {
    const { data, errors } = await scene.askAs(citizen, BOOK, { key: randomUUID(), on });
    expect(errors).toEqual([]);
    return data.bookQueueTicket.id;
  };
  const rsud = () => scene.hub.demo.city.systems.rsud.control;

  it('is brought like everything when it is answered', async () => {
    const id = await book('demo', '2026-11-06');
    await scene.hub.jobs.work();
    expect(await scene.see('demo', id)).toMatchObject({
      state: 'DELIVERED',
      receipt: expect.stringMatching(/^20261106INT/),
    });
  });

  it('is left to a person when its answer is lost, who decides', async () => {
    const id = await book('siti', '2026-11-06');
    rsud().set({ truncated: true, only: 'ambil' });
    await scene.hub.jobs.work();
    expect(await scene.stateOf('siti', id)).toBe('NEEDS_ATTENTION');
    await scene.pass(HOUR_MS);
    expect(rsud().calls.ambil).toBe(1);
    const desk = createOutboxDesk(scene.hub.database, scene.hub.keys, scene.clock);
    expect((await desk.listOpen(10)).find((one) => one.id === id)).toMatchObject({
      problem: expect.stringMatching(/OPD_BAD_ANSWER/),
    });
    await desk.resolve(id, { as: 'delivered', receipt: '20261106INT099' });
    expect(await scene.see('siti', id)).toMatchObject({ state: 'DELIVERED', receipt: '20261106INT099' });
    await expect(desk.resolve(id, { as: 'sendAgain' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is sent again after a fault of which the contract says that nothing was done', async () => {
    const id = await book('lunas', '2026-11-06');
    rsud().set({ html: 200, only: 'ambil', times: 3 });
    await scene.pass(2 * MINUTE_MS, 5_000);
    expect(await scene.stateOf('lunas', id)).toBe('DELIVERED');
    expect(rsud().calls.ambil).toBe(4);
  });
});

describe('all complaints of these tests together', () => {
  it('are none lost and none doubled', async () => {
    await scene.pass(HOUR_MS);
    expect(scene.filed.length).toBeGreaterThan(10);
    expect(await countLostAndDoubled(scene)).toEqual({ lost: 0, doubled: 0 });
  });
});
