import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listEmployees } from '../demo/bkpsdmd/employees.ts';
import { createPopulation } from '../demo/people/population.ts';
import { createPerformanceBook, type PerformanceBook } from '../demo/surabaya/performance-book.ts';
import { createSurabaya, SURABAYA_TOKEN } from '../demo/surabaya/server.ts';
import { type RunningSystem, serveSystem } from '../demo/system-server.ts';
import { runMonth } from '../src/city/index.ts';
import { readAllowanceData } from '../src/hub-allowances.ts';
import { projectRoot } from '../src/project-root.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';

// The city moves from e-Kinerja to the performance system of Surabaya: two connector files change, and nothing else.
const SEED = 1571;
const MONTH = '2026-10';
const NIP = '198604122010032001';
const EXAMPLES = join(projectRoot, 'examples/connectors/bkpsdmd-surabaya');
const ACTIVITIES = `{ me { employment { nip name kind position grade unit opd { code } superiorNip review { year result behaviour }
  activities(month: "${MONTH}") { nip on description plannedMinutes doneMinutes approvedMinutes output approvedOn approvedAt
    approverNip remark } attendance(month: "${MONTH}") { on kind arrived left minutesLate minutesEarly } } } }`;
const TPP = `{ me { tpp(month: "${MONTH}") { amount paid discrepancy lines { rule base percent amount evidence } missing { input } } } }`;

const employees = listEmployees(createPopulation(40), SEED);

let system: RunningSystem;
let book: PerformanceBook;
let before: TestHub;
let after: TestHub;
beforeAll(async () => {
  book = createPerformanceBook(employees, SEED);
  system = await serveSystem(createSurabaya(book), 0, '127.0.0.1');
  before = await startTestHub({ databases: true, jobs: true });
  after = await startTestHub({
    databases: true,
    jobs: true,
    environment: { KINERJA_URL: system.url, KINERJA_TOKEN: SURABAYA_TOKEN },
    changeConnectors: async (root) => {
      await rm(join(root, 'bkpsdmd/kepegawaian.yaml'));
      await rm(join(root, 'bkpsdmd/samples'), { recursive: true });
      await cp(EXAMPLES, join(root, 'bkpsdmd'), { recursive: true });
    },
  });
  for (const hub of [before, after]) {
    await syncCity(hub, 'sweep');
    const parts = { database: hub.database, keys: hub.keys, ...readAllowanceData() };
    await runMonth(parts, MONTH, { nowMs: Date.parse('2026-11-24T08:00:00+07:00') });
  }
}, 90_000);
afterAll(async () => {
  await Promise.all([before?.stop(), after?.stop()]);
  await system?.stop();
});

const ask = async (hub: TestHub, query: string, variables = {}) =>
  hub.ask(query, { token: await hub.tokenOf('siti', { acr: 'substantial' }), variables });
interface Employment {
  readonly name: string;
  readonly activities: readonly { readonly approvedMinutes: number | null }[];
}
const inOrder = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

it('the same query gives the same employee, attendance and activities', async () => {
  const [old, current] = await Promise.all(
    [before, after].map(async (hub) => (await ask(hub, ACTIVITIES)).data.me.employment),
  );
  // Each system spells names, and minutes of what is not approved, in its own way.
  const normal = ({ activities, name, ...rest }: Employment) => ({
    ...rest,
    name: name.toUpperCase(),
    activities: activities.map((one) => ({ ...one, approvedMinutes: one.approvedMinutes || null })).sort(inOrder),
  });
  expect(old.activities.length).toBeGreaterThan(30);
  expect(normal(current)).toEqual(normal(old));
});

it('the same allowance comes out, line by line', async () => {
  const [old, current] = await Promise.all([before, after].map((hub) => ask(hub, TPP)));
  expect(old?.errors).toEqual([]);
  expect(old?.data.me.tpp.amount).toBe(3_735_000);
  expect(current?.data).toEqual(old?.data);
  const sums = await Promise.all([before, after].map((hub) => hub.stores.copies.allowances.sumByOpd(MONTH)));
  expect(sums[1]?.sums).toEqual(sums[0]?.sums);
  const days = await Promise.all(
    [before, after].map((hub) => hub.stores.copies.allowances.listReportedDays(NIP, MONTH)),
  );
  expect(days[1]).toEqual(days[0]);
});

it('the same mutation reports an activity, once however often it is sent', async () => {
  const submit = `mutation ($key: String!, $description: PersonalText!) { submitDailyActivity(idempotencyKey: $key,
    on: "2026-11-02", description: $description, count: 2, output: "dokumen", minutes: 150) { id state } }`;
  const variables = { key: randomUUID(), description: 'Menyusun modul ajar pecahan' };
  const { data, errors } = await ask(after, submit, variables);
  expect(errors).toEqual([]);
  system.control.set({ truncated: true, only: 'lapor', times: 1 });
  await after.jobs.work();
  await ask(after, submit, variables);
  await after.jobs.work();
  await expect
    .poll(async () => {
      await after.jobs.work();
      return book.listOf(NIP, '2026-11').length;
    })
    .toBe(1);
  expect(book.listOf(NIP, '2026-11')).toMatchObject([
    {
      aktivitas: variables.description,
      durasi: '02:30',
      jumlah: 2,
      satuan: 'dokumen',
      referensi: data.submitDailyActivity.id,
    },
  ]);
});

it('a superior judges by the same question and mutations', async () => {
  const nik = employees.find(({ nip }) => nip === employees.find((one) => one.nip === NIP)?.superiorNip)?.nik ?? '';
  const askSuperior = async (query: string, variables = {}) =>
    after.ask(query, { token: await after.tokenOf(nik), variables });
  const listWaiting = async () => {
    const { data } = await askSuperior('{ me { employment { toApprove { id nip name minutes } } } }');
    return data.me.employment.toApprove.filter(({ nip }: { nip: string }) => nip === NIP);
  };
  const [first, second] = await listWaiting();
  const { errors } = await askSuperior(
    `mutation ($one: String!, $other: String!, $first: ID!, $second: ID!) {
      approveDailyActivity(idempotencyKey: $one, id: $first, minutes: 60) { id }
      returnDailyActivity(idempotencyKey: $other, id: $second, remark: "Bukti belum ada") { id } }`,
    { one: randomUUID(), other: randomUUID(), first: first.id, second: second.id },
  );
  expect(errors).toEqual([]);
  await after.jobs.work();
  const left = (await listWaiting()).map(({ id }: { id: string }) => id);
  expect(left).not.toContain(first.id);
  expect(left).not.toContain(second.id);
  const found = [first, second].map(({ id }) => book.listAll().find(({ uuid }) => uuid === id));
  expect(found).toMatchObject([
    { status: 'DISETUJUI', durasi_disetujui: '01:00' },
    { status: 'DIKEMBALIKAN', catatan: 'Bukti belum ada' },
  ]);
});
