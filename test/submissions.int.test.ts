import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { findInDatabase, findInText } from './support/search-database.ts';
import {
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

describe('a complaint', () => {
  it('is kept at once, brought to SiKesal, and shown with SiKesal’s number', async () => {
    const wanted = makeComplaint();
    const [answer] = await scene.sendComplaint('siti', wanted);
    expect(answer?.errors).toEqual([]);
    expect(answer?.data.fileComplaint).toMatchObject({
      kind: 'fileComplaint',
      opd: { code: 'diskominfo' },
      state: 'ACCEPTED',
    });
    expect(scene.sikesal().calls.total).toBe(0);
    await scene.hub.jobs.work();
    expect(await scene.see('siti', answer?.data.fileComplaint.id)).toMatchObject({
      state: 'DELIVERED',
      receipt: expect.stringMatching(/^SK-2026-9\d{5}$/),
      timeline: [{ state: 'ACCEPTED' }, { state: 'DELIVERING' }, { state: 'DELIVERED' }],
    });
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
  });

  it('waits for a SiKesal that is down all night, and is delivered once in the morning', async () => {
    const wanted = makeComplaint();
    scene.sikesal().set({ down: true });
    const { id } = await scene.file('siti', wanted);
    await scene.pass(9 * HOUR_MS);
    expect(await scene.see('siti', id)).toMatchObject({ state: 'DELIVERING', receipt: null });
    scene.sikesal().reset();
    await scene.pass(11 * MINUTE_MS);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
    expect(scene.sikesal().calls.kirim).toBe(1);
  });

  it('is one however often its form is sent', async () => {
    const wanted = makeComplaint();
    const all = (await scene.sendComplaint('siti', wanted, 8)).map(({ data }) => data.fileComplaint);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await scene.hub.jobs.work();
    expect((await scene.file('siti', wanted)).state).toBe('DELIVERED');
    await scene.hub.jobs.work();
    expect(await scene.countAt('siti', wanted.text)).toBe(1);
  });

  it('is refused under the key of another one, and is somebody else’s own under his', async () => {
    const first = makeComplaint();
    await scene.file('siti', first);
    const [answer] = await scene.sendComplaint('siti', makeComplaint({ key: first.key }));
    expect(answer?.errors[0]?.extensions).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      pesan: expect.stringMatching(/isi/),
    });
    await scene.file('demo', { ...makeComplaint(), key: first.key });
  });

  it('that SiKesal refuses says so in its words', async () => {
    const { id } = await scene.file('siti', makeComplaint({ category: 'entah' }));
    await scene.hub.jobs.work();
    expect(await scene.see('siti', id)).toMatchObject({
      state: 'REJECTED',
      reason: 'Data tidak valid',
      receipt: null,
      deliveredOn: null,
    });
  });

  it('with a key that is none is not kept', async () => {
    const [answer] = await scene.sendComplaint('siti', makeComplaint({ key: 'pendek' }));
    expect(answer?.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a daily activity', () => {
  const SUBMIT = `mutation ($key: String!, $description: PersonalText!) { submitDailyActivity(idempotencyKey: $key,
    on: "2026-10-30", description: $description, count: 1, output: "dokumen", minutes: 120) { id state } }`;

  it('goes under the linked number of the civil servant', async () => {
    const variables = { key: randomUUID(), description: 'Menyusun modul ajar "Aljabar" & soal' };
    const { data, errors } = await scene.askAs('siti', SUBMIT, variables);
    expect(errors).toEqual([]);
    scene.hub.demo.city.systems.ekinerja.control.set({ truncated: true, only: 'simpan', times: 1 });
    await scene.hub.jobs.work();
    await scene.pass(5 * MINUTE_MS);
    expect(await scene.see('siti', data.submitDailyActivity.id)).toMatchObject({
      state: 'DELIVERED',
      receipt: expect.stringMatching(/^198604122010032001\.\d+$/),
    });
    expect(scene.hub.demo.city.systems.ekinerja.control.calls.simpan).toBe(1);
  });

  it('of somebody without a linked number is refused, and says what to do', async () => {
    const { errors } = await scene.askAs('lunas', SUBMIT, { key: randomUUID(), description: 'x' });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'LINK_MISSING',
      opd: 'bkpsdmd',
      pesan: expect.stringMatching(/Tautkan/),
    });
  });
});

describe('what a citizen has handed in', () => {
  it('is seen by nobody else', async () => {
    const { id } = await scene.file('siti', makeComplaint());
    expect(await scene.see('demo', id)).toBeNull();
    const officer = await scene.hub.tokenOf('petugas-diskominfo', { clientId: 'opd-desk' });
    const query = `{ caseCitizen { submission(id: "${id}") { id } } }`;
    expect((await scene.ask(query, { token: officer, headers: { 'hub-purpose': 'pengaduan' } })).text).not.toContain(
      id,
    );
  });

  it('is not handed in by applications of others, by officers or by nobody', async () => {
    const tokens = [
      await scene.hub.tokenOf('siti', { clientId: 'pihak-ketiga' }),
      await scene.hub.tokenOf('petugas-diskominfo', { clientId: 'opd-desk' }),
    ];
    for (const token of tokens) {
      const { errors } = await scene.ask(scene.fileDocument, {
        token,
        variables: { ...makeComplaint() },
        headers: { 'hub-purpose': 'pengaduan' },
      });
      expect(errors[0]?.extensions.code).toMatch(/FORBIDDEN|CONSENT_MISSING|PURPOSE_MISSING/);
    }
    expect(
      (await scene.ask(scene.fileDocument, { variables: { ...makeComplaint() } })).errors[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('comes page by page, the newest first', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push((await scene.file('kosong', makeComplaint())).id);
    interface Page {
      readonly entries: readonly { id: string }[];
      readonly next: string | null;
    }
    const seen: string[] = [];
    for (let after: string | null = null, page = 0; page < 3; page++) {
      const query: string = `query ($after: ID) { me { submissions(first: 2, after: $after) { entries { id } next } } }`;
      const { entries, next }: Page = (await scene.askAs('kosong', query, { after })).data.me.submissions;
      seen.push(...entries.map(({ id }) => id));
      after = next;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it('is in the document of all that the hub holds on him, with its words only until the agency has them', async () => {
    const wanted = makeComplaint({ text: 'Lampu di gang kami padam sejak kemarin malam.' });
    await scene.file('aneh', wanted);
    const mine = async () =>
      JSON.parse((await scene.askAs('aneh', '{ me { myData { json } } }')).data.me.myData.json).submissions;
    expect(JSON.stringify(await mine())).toContain(wanted.text);
    await scene.hub.jobs.work();
    expect(await mine()).toMatchObject([{ kind: 'fileComplaint', state: 'delivered' }]);
    expect(JSON.stringify(await mine())).not.toContain(wanted.text);
  });

  it('lies nowhere in the clear: not in the database, in jobs or in the log', async () => {
    const wanted = makeComplaint({ title: 'Judul rahasia Q7Z', text: 'Isi rahasia Q7Z tentang tetangga saya.' });
    scene.sikesal().set({ down: true });
    const { id } = await scene.file('siti', wanted);
    await scene.pass(HOUR_MS);
    const { name, nik } = findPerson('siti');
    const needles = new Map(Object.entries({ ...wanted, name, nik, Q7Z: 'Q7Z' }).filter(([key]) => key !== 'category'));
    expect(await findInDatabase(scene.hub.database.pool, needles)).toEqual([]);
    expect(JSON.stringify(scene.hub.jobs.added)).toContain(id);
    expect(findInText('jobs', JSON.stringify(scene.hub.jobs.added), needles)).toEqual([]);
    expect(scene.hub.logged.flatMap((line) => findInText(line, line, needles))).toEqual([]);
    scene.sikesal().reset();
    await scene.pass(11 * MINUTE_MS);
    expect(await scene.stateOf('siti', id)).toBe('DELIVERED');
    expect(await findInDatabase(scene.hub.database.pool, needles)).toEqual([]);
  });
});
