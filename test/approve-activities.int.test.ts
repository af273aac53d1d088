import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Employee, listEmployees } from '../demo/bkpsdmd/employees.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { createPopulation } from '../demo/people/population.ts';
import { MINUTE_MS, type SubmissionScene, startSubmissionScene } from './support/submission-scene.ts';

const SITI = findPerson('siti');
const WAITING = '{ me { employment { toApprove { id nip name on description count output minutes } } } }';
const APPROVE = `mutation ($key: String!, $id: ID!, $minutes: Int!) {
  approveDailyActivity(idempotencyKey: $key, id: $id, minutes: $minutes) { id state } }`;
const RETURN = `mutation ($key: String!, $id: ID!, $remark: PersonalText!) {
  returnDailyActivity(idempotencyKey: $key, id: $id, remark: $remark) { id state } }`;

interface Waiting {
  readonly id: string;
  readonly nip: string;
  readonly minutes: number;
}

let scene: SubmissionScene;
let siti: Employee;
let superior: Employee;
beforeAll(async () => {
  const employees = listEmployees(createPopulation(40), 1571);
  siti = employees.find(({ nik }) => nik === SITI.nik) as Employee;
  superior = employees.find(({ nip }) => nip === siti.superiorNip) as Employee;
  scene = await startSubmissionScene();
});
afterAll(() => scene.stop());

const listWaiting = async (): Promise<Waiting[]> => {
  const { data, errors } = await scene.askAs(superior.nik, WAITING);
  expect(errors).toEqual([]);
  return data.me.employment.toApprove;
};
const ofSiti = async () => (await listWaiting()).filter(({ nip }) => nip === siti.nip);
const approve = async (who: string, { id, minutes }: Waiting, key: string = randomUUID()) => {
  const { data, errors } = await scene.askAs(who, APPROVE, { key, id, minutes });
  expect(errors).toEqual([]);
  await scene.hub.jobs.work();
  return data.approveDailyActivity.id as string;
};
const findActivity = async (id: string) => {
  const query = '{ me { employment { activities(month: "2026-10") { id approvedMinutes approvedOn remark } } } }';
  const { data } = await scene.askAs('siti', query);
  return data.me.employment.activities.find((one: { id: string }) => one.id === id);
};
const form = () => scene.hub.demo.city.systems.ekinerja.control;

it('what waits for a superior is his to see, and each author finds it in his log', async () => {
  const waiting = await ofSiti();
  expect(waiting.length).toBeGreaterThan(1);
  expect(waiting[0]).toMatchObject({ nip: siti.nip, name: SITI.name.toUpperCase() });
  expect((await scene.askAs('siti', WAITING)).data.me.employment.toApprove).toEqual([]);
  const log = await scene.askAs('siti', '{ me { accessLog(first: 3) { entries { who opd { code } fields shown } } } }');
  expect(log.data.me.accessLog.entries).toContainEqual({
    who: 'CITIZEN',
    opd: { code: 'bkpsdmd' },
    fields: ['ActivityToApprove'],
    shown: true,
  });
});

it('an approval reaches e-Kinerja once, also when its answer is lost', async () => {
  const [one] = await ofSiti();
  form().set({ truncated: true, only: 'setujui', times: 1 });
  const key = randomUUID();
  const id = await approve(superior.nik, one as Waiting, key);
  await scene.pass(5 * MINUTE_MS);
  expect(await scene.see(superior.nik, id)).toMatchObject({ state: 'DELIVERED', receipt: one?.id });
  expect(await approve(superior.nik, one as Waiting, key)).toBe(id);
  expect(form().calls.setujui).toBe(1);
  expect(await findActivity(one?.id ?? '')).toMatchObject({ approvedMinutes: one?.minutes, remark: 'ok' });
  expect((await ofSiti()).map((other) => other.id)).not.toContain(one?.id);
});

it('one that is judged already is not judged again', async () => {
  const [one] = await ofSiti();
  await approve(superior.nik, one as Waiting);
  const again = await approve(superior.nik, one as Waiting);
  expect(await scene.see(superior.nik, again)).toMatchObject({ state: 'REJECTED', reason: 'Kegiatan sudah dinilai' });
});

it('goes back to its author with the reason', async () => {
  const [one] = await ofSiti();
  const { data } = await scene.askAs(superior.nik, RETURN, {
    key: randomUUID(),
    id: one?.id,
    remark: 'Bukti belum ada',
  });
  await scene.hub.jobs.work();
  expect(await scene.stateOf(superior.nik, data.returnDailyActivity.id)).toBe('DELIVERED');
  expect(await findActivity(one?.id ?? '')).toMatchObject({ approvedOn: null, remark: 'Bukti belum ada' });
});

it('nobody but the superior approves it: e-Kinerja itself refuses', async () => {
  const [one] = await ofSiti();
  const id = await approve('siti', one as Waiting);
  expect(await scene.see('siti', id)).toMatchObject({ state: 'REJECTED', reason: 'Anda bukan penilai kegiatan ini' });
  expect((await ofSiti()).map((other) => other.id)).toContain(one?.id);
});

it('an application of somebody else sees nothing of what waits', async () => {
  const token = await scene.hub.tokenOf(superior.nik, { clientId: 'pihak-ketiga' });
  const { data, errors } = await scene.ask(WAITING, { token, headers: { 'hub-purpose': 'pengingat-pajak' } });
  expect(errors.length).toBeGreaterThan(0);
  expect(JSON.stringify(data ?? null)).not.toContain(siti.nip);
});
