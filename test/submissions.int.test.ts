import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
// Moved by the tests: nights pass at once.
const clock = { nowMs: Date.now(), now: () => clock.nowMs };

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ databases: true, jobs: true, clock, timeoutMs: 1000 });
});
afterAll(() => hub.stop());
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});

const FILE = `mutation ($key: String!, $title: PersonalText!, $text: PersonalText!, $category: String!) {
  fileComplaint(idempotencyKey: $key, title: $title, text: $text, category: $category) {
    id kind opd { code } state receipt reason acceptedOn deliveredOn timeline { state } } }`;
const complaint = (differing: object = {}) => ({
  key: randomUUID(),
  title: 'Jalan berlubang',
  text: `Lubang besar di depan pasar, nomor ${randomUUID()}.`,
  category: 'jalan',
  ...differing,
});
type Complaint = ReturnType<typeof complaint>;
const sendComplaint = (citizen: string, variables: Complaint) => hub.ask(FILE, { citizen, variables });
async function file(citizen: string, variables: Complaint): Promise<{ id: string; state: string }> {
  const { data, errors } = await sendComplaint(citizen, variables);
  expect(errors).toEqual([]);
  return data.fileComplaint;
}
const SHOWN = '{ id kind state receipt reason deliveredOn timeline { state on } }';
async function see(citizen: string, id: string) {
  const query = `query ($id: ID!) { me { submission(id: $id) ${SHOWN} } }`;
  return (await hub.ask(query, { citizen, variables: { id } })).data.me.submission;
}
const stateOf = async (citizen: string, id: string): Promise<string> => (await see(citizen, id))?.state;
/** How many complaints with this text SiKesal has of somebody. */
async function countAt(alias: string, text: string): Promise<number> {
  const response = await fetch(`${hub.demo.city.settings.SIKESAL_URL}/api/laporan/cari`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': hub.demo.city.settings.SIKESAL_API_KEY ?? '' },
    body: JSON.stringify({ nik: findPerson(alias as 'siti').nik }),
  });
  const { data } = (await response.json()) as { data: { isi: string }[] };
  return data.filter(({ isi }) => isi === text).length;
}
const sikesal = () => hub.demo.city.systems.sikesal.control;
/** Time passes, and whatever is due in it is done. */
async function pass(ms: number, stepMs = 5 * MINUTE_MS): Promise<void> {
  const untilMs = clock.nowMs + ms;
  while (clock.nowMs < untilMs) {
    clock.nowMs += Math.min(stepMs, untilMs - clock.nowMs);
    await hub.jobs.work();
  }
}

describe('a complaint', () => {
  it('is kept at once, brought to SiKesal, and shown with SiKesal’s number', async () => {
    const wanted = complaint();
    const { data, errors } = await sendComplaint('siti', wanted);
    expect(errors).toEqual([]);
    expect(data.fileComplaint).toMatchObject({ kind: 'fileComplaint', opd: { code: 'diskominfo' }, state: 'ACCEPTED' });
    expect(sikesal().calls.total).toBe(0);
    await hub.jobs.work();
    expect(await see('siti', data.fileComplaint.id)).toMatchObject({
      state: 'DELIVERED',
      receipt: expect.stringMatching(/^SK-2026-9\d{5}$/),
      timeline: [{ state: 'ACCEPTED' }, { state: 'DELIVERING' }, { state: 'DELIVERED' }],
    });
    expect(await countAt('siti', wanted.text)).toBe(1);
  });
});
