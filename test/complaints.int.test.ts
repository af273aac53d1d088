import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { askAtDesk, codesOf, createMovableClock, openCase } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncStreams } from './support/sync-city.ts';

const DEADLINES =
  'deadlines { stage verifyBy actBy reactBy resolveBy closesOn isOverdue late waitingFor waitingOpd { code } missing rule { isDefault } }';
const COMPLAINTS = `complaints { id nik status category answer isReopened closedOn forwardedFrom { code name }
  history { number kind at opd { code } forwardedFrom { code } text } ${DEADLINES} source { mode } }`;
const REPLY = `mutation ($key: String!, $complaint: ID!, $isSatisfied: Boolean!, $text: PersonalText) {
  replyToComplaint(idempotencyKey: $key, complaint: $complaint, isSatisfied: $isSatisfied, text: $text) { id state } }`;

const clock = createMovableClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ timeoutMs: 1000, jobs: true, clock });
});
afterAll(() => hub.stop());

interface Shown {
  readonly id: string;
  readonly nik: string;
  readonly status: string;
  readonly answer: string | null;
  readonly isReopened: boolean;
  readonly closedOn: string | null;
  readonly history: readonly Readonly<Record<string, unknown>>[] | null;
  readonly deadlines: Readonly<Record<string, unknown>>;
  readonly source: { readonly mode: string };
}

async function listOf(citizen: string): Promise<readonly Shown[]> {
  const { data, errors } = await hub.ask(`{ me { ${COMPLAINTS} } }`, { citizen });
  expect(errors).toEqual([]);
  return data.me.complaints;
}

const findShown = async (citizen: string, id: string) => (await listOf(citizen)).find((one) => one.id === id);

/** What SiKesal's own people do in SiKesal. */
async function atSikesal(path: string, body: Readonly<Record<string, string>>) {
  const { SIKESAL_URL, SIKESAL_API_KEY = '' } = hub.demo.city.settings;
  const headers = { 'content-type': 'application/json', 'x-api-key': SIKESAL_API_KEY };
  const response = await fetch(`${SIKESAL_URL}/api/laporan${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as { nomor: string };
}

async function file(citizen: 'lunas' | 'kosong') {
  const { nik } = findPerson(citizen);
  return (await atSikesal('', { nik, judul: 'Lampu', isi: 'Lampu jalan padam.', kategori: 'lampu' })).nomor;
}

async function reply(citizen: string, complaint: string, isSatisfied: boolean, text?: string) {
  const variables = { key: randomUUID(), complaint, isSatisfied, text };
  const { data, errors } = await hub.ask(REPLY, { citizen, variables });
  expect(errors).toEqual([]);
  await hub.jobs.work();
  const { id } = data.replyToComplaint;
  const seen = await hub.ask(`query ($id: ID!) { me { submission(id: $id) { state reason } } }`, {
    citizen,
    variables: { id },
  });
  return seen.data.me.submission;
}

describe('a complaint', () => {
  it('shows what happened to it, and until when it should have', async () => {
    const [newest, road, waste] = await listOf('demo');
    // Reported on Thursday 29 October 2026: three working days end on Tuesday 3 November, 24 hours on Friday.
    expect(newest?.deadlines).toMatchObject({
      ...{ stage: 'ACT', verifyBy: '2026-11-03', waitingFor: 'OPD', waitingOpd: { code: 'dishub' }, missing: [] },
      ...{ reactBy: '2026-10-30T15:29:18+07:00', isOverdue: true, rule: { isDefault: true } },
    });
    expect(newest?.history?.map(({ kind }) => kind)).toEqual(['REPORTED', 'VERIFIED']);
    expect(road?.deadlines).toMatchObject({ stage: 'RESOLVE', waitingOpd: { code: 'pupr' }, late: expect.any(Array) });
    expect(waste).toMatchObject({ status: 'RESOLVED', answer: expect.any(String), nik: findPerson('demo').nik });
    expect(waste?.deadlines).toMatchObject({ stage: 'OVER', isOverdue: false, waitingFor: null, waitingOpd: null });
    expect(waste?.history?.at(-1)).toMatchObject({ kind: 'CLOSED', opd: { code: 'dlh' } });
  });

  it('is forwarded with a reason, answered, and closed by the reporter’s word', async () => {
    const nomor = await file('lunas');
    expect((await findShown('lunas', nomor))?.deadlines).toMatchObject({
      ...{ stage: 'VERIFY', waitingFor: 'ADMINISTRATOR', waitingOpd: { code: 'diskominfo' }, actBy: null },
    });
    await atSikesal('/teruskan', { nomor, opd_id: '12', alasan: 'Diverifikasi.' });
    await atSikesal('/teruskan', { nomor, opd_id: '15', alasan: 'Bukan kewenangan kami.' });
    const forwarded = await findShown('lunas', nomor);
    expect(forwarded).toMatchObject({
      ...{ forwardedFrom: { code: 'pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang' } },
      deadlines: { stage: 'ACT', waitingFor: 'OPD', waitingOpd: { code: 'dishub' }, actBy: expect.any(String) },
    });
    expect(forwarded?.history?.at(-1)).toMatchObject({
      ...{ kind: 'FORWARDED', opd: { code: 'dishub' }, forwardedFrom: { code: 'pupr' } },
      text: 'Bukan kewenangan kami.',
    });
    await atSikesal('/jawab', { nomor, opd_id: '15', jawaban: 'Lampu sudah diganti.' });
    expect(await findShown('lunas', nomor)).toMatchObject({
      answer: 'Lampu sudah diganti.',
      deadlines: { stage: 'REPLY', waitingFor: 'REPORTER', waitingOpd: null, closesOn: expect.any(String) },
    });
    expect(await reply('lunas', nomor, true)).toEqual({ state: 'DELIVERED', reason: null });
    const closed = await findShown('lunas', nomor);
    expect(closed).toMatchObject({ status: 'RESOLVED', closedOn: expect.any(String), deadlines: { stage: 'OVER' } });
    expect(closed?.history?.map(({ kind }) => kind)).toEqual([
      ...['REPORTED', 'VERIFIED', 'FORWARDED', 'ANSWERED', 'REPLIED', 'CLOSED'],
    ]);
  });

  it('whose reporter is not satisfied is opened again, by one reply even if SiKesal’s answer to it is lost', async () => {
    const nomor = await file('kosong');
    await atSikesal('/teruskan', { nomor, opd_id: '15', alasan: 'Diverifikasi.' });
    await atSikesal('/jawab', { nomor, opd_id: '15', jawaban: 'Lampu sudah diganti.' });
    const before = hub.demo.city.systems.sikesal.control.calls.balas ?? 0;
    hub.demo.city.systems.sikesal.control.set({ truncated: true, only: 'balas', times: 1 });
    const variables = { key: randomUUID(), complaint: nomor, isSatisfied: false, text: 'Masih padam juga.' };
    const { data } = await hub.ask(REPLY, { citizen: 'kosong', variables });
    await hub.jobs.work();
    clock.advance(5 * 60_000);
    await hub.jobs.work();
    const seen = await hub.ask('query ($id: ID!) { me { submission(id: $id) { state } } }', {
      citizen: 'kosong',
      variables: { id: data.replyToComplaint.id },
    });
    expect(seen.data.me.submission.state).toBe('DELIVERED');
    expect(hub.demo.city.systems.sikesal.control.calls.balas).toBe(before + 2);
    const reopened = await findShown('kosong', nomor);
    expect(reopened).toMatchObject({ status: 'IN_PROCESS', isReopened: true, answer: null });
    expect(reopened?.history?.filter(({ kind }) => kind === 'REPLIED')).toEqual([
      expect.objectContaining({ text: 'Masih padam juga.' }),
    ]);
    // There is no answer to reply to now.
    expect(await reply('kosong', nomor, true)).toEqual({
      state: 'REJECTED',
      reason: 'Laporan ini belum dijawab atau sudah ditutup',
    });
  });

  it('of somebody else takes no reply', async () => {
    const nomor = await file('lunas');
    await atSikesal('/teruskan', { nomor, opd_id: '15', alasan: 'Diverifikasi.' });
    await atSikesal('/jawab', { nomor, opd_id: '15', jawaban: 'Lampu sudah diganti.' });
    expect(await reply('demo', nomor, true)).toEqual({ state: 'REJECTED', reason: 'Laporan tidak ditemukan' });
    expect((await findShown('lunas', nomor))?.closedOn).toBeNull();
  });
});

describe('who sees a complaint', () => {
  const { nik } = findPerson('demo');
  const ASK = `{ citizen(nik: "${nik}") { ${COMPLAINTS} } }`;

  it('is an officer of SiKesal’s OPD with a case, and not one of the OPD that it is about', async () => {
    const caseId = await openCase(hub, 'petugas-diskominfo', nik);
    const seen = await askAtDesk(hub, 'petugas-diskominfo', ASK, { caseId });
    expect(seen.errors).toEqual([]);
    expect(seen.data.citizen.complaints).toHaveLength(3);
    expect(seen.data.citizen.complaints[0].deadlines.stage).toBe('ACT');
    const others = await openCase(hub, 'petugas-dpmptsp', nik);
    const refused = await askAtDesk(hub, 'petugas-dpmptsp', ASK, { caseId: others });
    expect(codesOf(refused)).toEqual([['citizen.complaints', 'FORBIDDEN']]);
  });
});

it('shows copies with their deadlines while SiKesal is down', async () => {
  await syncStreams(hub, 'diskominfo/sikesal/Complaint');
  hub.demo.city.systems.sikesal.control.set({ down: true });
  const { data, errors } = await hub.ask(`{ me { complaints { id answer ${DEADLINES} source { mode } } } }`, {
    citizen: 'demo',
  });
  expect(errors).toEqual([]);
  expect(data.me.complaints).toHaveLength(3);
  for (const { source, deadlines } of data.me.complaints) {
    expect(source.mode).toBe('COPY');
    expect(deadlines.verifyBy).toMatch(/^2026-/);
  }
});
