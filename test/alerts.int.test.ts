import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../src/base/log.ts';
import { startWork } from '../src/start-work.ts';
import { createDeliveryStore } from '../src/store/index.ts';
import { createLateJobs, type LateJobs } from '../src/sync/index.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const FILE = `mutation ($key: String!) { fileComplaint(idempotencyKey: $key, title: "Lampu padam",
  text: "Lampu jalan padam sejak kemarin.", category: "lampu") { id } }`;

let hub: TestHub;
let late: LateJobs;
beforeAll(async () => {
  late = createLateJobs();
  hub = await startTestHub({ jobs: late });
});
afterAll(() => hub.stop());

/** Lets the hub's background work go on until a line is logged and its metrics say so much, and gives them then. */
async function workUntil(isLine: (line: Record<string, unknown>) => boolean, isSaid: RegExp): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const log = createLog('info', (line) => isLine(JSON.parse(line) as Record<string, unknown>) && resolve());
  const place = { databaseUrl: hub.databaseUrl };
  const work = await startWork(hub.work, { place, late, isWorker: true, log, watchEveryMs: 20 });
  try {
    await promise;
    let metrics = '';
    const read = async () => {
      metrics = await (await fetch(`${hub.url}/metrics`)).text();
      return metrics;
    };
    // A run is written down as failed a moment before its job is put off.
    await expect.poll(read, { timeout: 20_000 }).toMatch(isSaid);
    return metrics;
  } finally {
    await work.close();
  }
}

it('a hub that runs tells its log and its metrics of a submission that needs a person and of a failing stream', async () => {
  const { data } = await hub.ask(FILE, { citizen: 'siti', variables: { key: randomUUID() } });
  const workers = createDeliveryStore(hub.database, hub.keys);
  const claim = await workers.claim(data.fileComplaint.id, 60_000);
  if (claim.state !== 'claimed') throw new Error(claim.state);
  await workers.askPerson(claim.delivery, 'Nobody knows.');
  hub.demo.city.systems.disnaker.control.set({ status500: true });
  const missing = new Set(['outbox diskominfo/sikesal', 'failing disnaker/ak1/JobSeekerCard']);
  const metrics = await workUntil(({ msg, kind, subject }) => {
    if (msg === 'alert') missing.delete(`${kind} ${subject}`);
    return missing.size === 0;
  }, /hub_jobs\{system="disnaker\/ak1",state="delayed"\} [1-9]/);
  expect(metrics).toContain('hub_outbox{system="diskominfo/sikesal",state="needsAttention"} 1');
  expect(metrics).toContain('hub_stream_state{stream="disnaker/ak1/JobSeekerCard",state="failing"} 1');
});
