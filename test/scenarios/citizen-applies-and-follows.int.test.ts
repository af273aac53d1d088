import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readOperation } from '../support/read-operation.ts';
import { type SubmissionScene, startSubmissionScene } from '../support/submission-scene.ts';
import { syncStreams } from '../support/sync-city.ts';

const SERVICES = readOperation('services');
const APPLICATIONS = readOperation('applications');
const APPLY = readOperation('apply-for-permit');
const SUBMISSIONS = readOperation('submissions');

let scene: SubmissionScene;
/** DPMPTSP's own code of the service that she has found. */
let serviceCode: string;
beforeAll(async () => {
  scene = await startSubmissionScene();
  await copyPermits();
}, 120_000);
beforeEach(() => scene.mend());
afterAll(() => scene.stop());

const copyPermits = () => syncStreams(scene.hub, 'dpmptsp/perizinan/Permit');
const dpmptsp = () => scene.hub.demo.city.systems.dpmptsp;
const apply = async (more: object = {}) => {
  const { data, errors } = await scene.askAs('siti', APPLY, { key: randomUUID(), ...more });
  expect(errors).toEqual([]);
  return data.applyForPermit;
};
const findApplication = async (number: string, citizen = 'siti') =>
  (await scene.askAs(citizen, APPLICATIONS)).data.me.applications.find(
    (one: { number: string }) => one.number === number,
  );
const findSubmission = async (id: string) =>
  (await scene.askAs('siti', SUBMISSIONS)).data.me.submissions.entries.find((one: { id: string }) => one.id === id);
const countPermits = async () => (await scene.askAs('siti', '{ me { permits { id } } }')).data.me.permits.length;

describe('siti wants to open a playgroup', () => {
  it('and finds the service by words with a mistake, what it costs, how long it takes and what still needs a counter', async () => {
    const { data, errors } = await scene.ask(SERVICES, { variables: { words: 'izn paud' } });
    expect(errors).toEqual([]);
    const [service] = data.services;
    serviceCode = service.codes.find(({ system }: { system: string }) => system === 'dpmptsp/perizinan').code;
    expect(service).toMatchObject({
      code: 'dpmptsp.izin-paud',
      opd: { code: 'dpmptsp' },
      standard: {
        ...{ officialFee: 0, days: 14, isDefault: true },
        requirements: ['Akta yayasan atau KTP pendiri', 'Daftar pendidik', 'Kurikulum', 'Bukti hak pakai tempat'],
        // Two of three steps are done at home.
        digital: { share: 2 / 3, counterSteps: ['Peninjauan oleh Dinas Pendidikan'] },
      },
    });
  });

  it('and sees that for her last one she was charged what is free', async () => {
    expect(await findApplication('503/0003/PAUD/DPMPTSP/2026')).toMatchObject({
      ...{ status: 'DONE', service: { name: 'Izin Operasional PAUD' } },
      ...{ charged: 150_000, officialFee: 0, overcharge: 150_000 },
    });
  });

  it('and applies, has a number once DPMPTSP has it, and follows it with its last day', async () => {
    const accepted = await apply({ service: serviceCode });
    expect(accepted).toMatchObject({ state: 'ACCEPTED', receipt: null, timeline: [{ state: 'ACCEPTED' }] });
    await scene.hub.jobs.work();
    const delivered = await findSubmission(accepted.id);
    expect(delivered).toMatchObject({
      ...{ kind: 'applyForPermit', state: 'DELIVERED', reason: null },
      receipt: expect.stringMatching(/^503\/\d{4}\/PAUD\/DPMPTSP\/2026$/),
      timeline: [{ state: 'ACCEPTED' }, { state: 'DELIVERING' }, { state: 'DELIVERED' }],
    });

    await copyPermits();
    expect(await findApplication(delivered.receipt)).toMatchObject({
      ...{ status: 'SUBMITTED', submittedOn: '2026-11-01', charged: 0, officialFee: 0, overcharge: 0 },
      // Handed in on a Sunday: 2 to 6, 9 to 13 and 16 to 19 November are 5 + 5 + 4 = 14 working days.
      dueOn: '2026-11-19',
      source: { mode: 'COPY' },
    });

    dpmptsp().records?.change(delivered.receipt);
    await copyPermits();
    const moved = await findApplication(delivered.receipt);
    expect(moved.status).toBe('VERIFIED');
    expect(moved.timeline.map(({ status }: { status: string }) => status)).toEqual(['SUBMITTED', 'VERIFIED']);
  });
});

describe('on a bad day', () => {
  it('DPMPTSP is down: nothing is lost, she is told how far it is, and it arrives once', async () => {
    const before = await countPermits();
    dpmptsp().control.set({ down: true });
    const key = randomUUID();
    const { id } = await apply({ key, service: 'SKP' });
    await scene.pass(600_000);
    expect((await findSubmission(id)).state).toBe('DELIVERING');
    // She sends the form again, because she does not know.
    expect((await apply({ key, service: 'SKP' })).id).toBe(id);
    expect(await findApplication('503/0003/PAUD/DPMPTSP/2026')).toMatchObject({ status: 'DONE' });

    dpmptsp().control.reset();
    await scene.pass(3_600_000);
    expect(await findSubmission(id)).toMatchObject({ state: 'DELIVERED', receipt: expect.stringMatching(/\/SKP\//) });
    expect((await countPermits()) - before).toBe(1);
  });

  it('DPMPTSP refuses what it does not know, and she reads why in its words', async () => {
    const { id } = await apply({ service: 'XYZ' });
    await scene.hub.jobs.work();
    expect(await findSubmission(id)).toMatchObject({
      state: 'REJECTED',
      reason: 'Kode layanan "XYZ" tidak dikenal',
      receipt: null,
    });
  });

  it('somebody else with a token of his own sees neither what she sent nor her permit', async () => {
    const { id } = await apply({ service: 'TRAY' });
    await scene.hub.jobs.work();
    await copyPermits();
    const { receipt } = await findSubmission(id);
    expect(await findApplication(receipt)).toBeDefined();
    expect(await findApplication(receipt, 'demo')).toBeUndefined();
    const { data } = await scene.askAs('demo', 'query ($id: ID!) { me { submission(id: $id) { state } } }', { id });
    expect(data.me.submission).toBeNull();
    const nobody = await scene.ask(APPLY, { variables: { key: randomUUID() } });
    expect(nobody.errors[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      pesan: expect.stringMatching(/masuk/i),
    });
  });
});
