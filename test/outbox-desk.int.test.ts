import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeliveryStore } from '../src/store/index.ts';
import { askAtDesk, codesOf } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const OWN = 'petugas-diskominfo';
const TEXT = 'Lampu jalan padam sejak kemarin di depan rumah saya.';
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ jobs: true });
});
afterAll(() => hub.stop());

/** What a citizen hands in later waits behind what he has handed in before. */
async function file(citizen = 'siti'): Promise<string> {
  const { data, errors } = await hub.ask(
    `mutation ($key: String!) { fileComplaint(idempotencyKey: $key, title: "Lampu padam", text: "${TEXT}",
      category: "lampu") { id } }`,
    { citizen, variables: { key: randomUUID() } },
  );
  expect(errors).toEqual([]);
  return data.fileComplaint.id;
}

/** A complaint of which nobody knows whether SiKesal has it. */
async function fileStuck(citizen = 'siti'): Promise<string> {
  const id = await file(citizen);
  const workers = createDeliveryStore(hub.database, hub.keys);
  const claim = await workers.claim(id, 60_000);
  if (claim.state !== 'claimed') throw new Error(claim.state);
  await workers.begin(claim.delivery, undefined, 60_000);
  await workers.askPerson(claim.delivery, 'OPD_UNAVAILABLE: diskominfo/sikesal: no answer.');
  return id;
}

const LIST = `query ($opd: String!, $state: SubmissionState) { opd(code: $opd) { outbox(first: 100, state: $state) {
  id kind system state since attempts nextTry reason } } }`;
const list = (who: string, opd = 'diskominfo', state?: string) =>
  askAtDesk(hub, who, LIST, { variables: { opd, state } });
const RESOLVE = `mutation ($opd: String!, $id: ID!, $resolution: SubmissionResolution!, $receipt: PersonalText,
  $reason: PersonalText) { resolveSubmission(opd: $opd, id: $id, resolution: $resolution, receipt: $receipt, reason: $reason) }`;
const resolve = (who: string, id: string, resolution: string, more = {}) =>
  askAtDesk(hub, who, RESOLVE, { variables: { opd: 'diskominfo', id, resolution, ...more } });
const see = async (id: string, citizen = 'siti') =>
  (
    await hub.ask('query ($id: ID!) { me { submission(id: $id) { state receipt reason timeline { state } } } }', {
      citizen,
      variables: { id },
    })
  ).data.me.submission;

describe('what waits for an OPD', () => {
  it('is listed for its officers, what needs a person first, without a word of it', async () => {
    const waiting = await file('demo');
    const stuck = await fileStuck();
    const { data, text, errors } = await list(OWN);
    expect(errors).toEqual([]);
    expect(data.opd.outbox).toEqual([
      {
        ...{ id: stuck, kind: 'fileComplaint', system: 'sikesal', state: 'NEEDS_ATTENTION', attempts: 1 },
        ...{ since: expect.any(String), nextTry: null, reason: 'OPD_UNAVAILABLE: diskominfo/sikesal: no answer.' },
      },
      expect.objectContaining({ id: waiting, state: 'ACCEPTED', nextTry: expect.any(String), reason: null }),
    ]);
    expect(text).not.toContain(TEXT);
    const only = await list('operator', 'diskominfo', 'NEEDS_ATTENTION');
    expect(only.data.opd.outbox.map(({ id }: { id: string }) => id)).toEqual([stuck]);
  });

  it('is not another OPD’s', async () => {
    expect((await list('petugas-rsud', 'rsud')).data.opd.outbox).toEqual([]);
  });

  it.each(['petugas-rsud', 'walikota', 'auditor', 'bendahara-bpprd'])('is not shown to %s', async (who) => {
    const answer = await list(who);
    expect([answer.data.opd.outbox, codesOf(answer)]).toEqual([null, [['opd.outbox', 'FORBIDDEN']]]);
  });
});

describe('an officer who has looked', () => {
  it('says that the agency has it, and its citizen sees the number', async () => {
    const id = await fileStuck();
    const { data, errors } = await resolve(OWN, id, 'DELIVERED', { receipt: 'SK-2026-000777' });
    expect([data.resolveSubmission, errors]).toEqual([true, []]);
    expect(await see(id)).toMatchObject({ state: 'DELIVERED', receipt: 'SK-2026-000777' });
    expect(codesOf(await resolve(OWN, id, 'SEND_AGAIN'))).toEqual([['resolveSubmission', 'NOT_FOUND']]);
  });

  it('says why the agency does not take it', async () => {
    const id = await fileStuck();
    await resolve('operator', id, 'REJECTED', { reason: ' Bukan wewenang kota. ' });
    expect(await see(id)).toMatchObject({ state: 'REJECTED', reason: 'Bukan wewenang kota.' });
  });

  it('lets it be sent once more', async () => {
    const id = await fileStuck('lunas');
    await resolve(OWN, id, 'SEND_AGAIN');
    expect(await see(id, 'lunas')).toMatchObject({ state: 'ACCEPTED' });
  });

  it.each([
    ['REJECTED', {}],
    ['REJECTED', { reason: 'x'.repeat(501) }],
    ['SEND_AGAIN', { receipt: 'SK-1' }],
    ['DELIVERED', { reason: 'Sudah ada' }],
  ])('is told when his words do not go together: %s %j', async (resolution, more) => {
    const id = await fileStuck();
    expect(codesOf(await resolve(OWN, id, resolution, more))).toEqual([['resolveSubmission', 'BAD_USER_INPUT']]);
    expect(await see(id)).toMatchObject({ state: 'NEEDS_ATTENTION' });
  });

  it('decides nothing of another OPD, whichever he names', async () => {
    const id = await fileStuck();
    expect(codesOf(await resolve('petugas-rsud', id, 'SEND_AGAIN'))).toEqual([['resolveSubmission', 'FORBIDDEN']]);
    const named = await resolve('petugas-rsud', id, 'SEND_AGAIN', { opd: 'rsud' });
    expect(codesOf(named)).toEqual([['resolveSubmission', 'NOT_FOUND']]);
    expect(await see(id)).toMatchObject({ state: 'NEEDS_ATTENTION' });
  });
});
