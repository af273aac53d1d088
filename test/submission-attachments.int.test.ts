import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePdf, makePhoto, PRIVATE } from '../src/store/attachments/testing/sample-files.ts';
import { createAttachmentStore, createDeliveryStore, createOutboxDesk } from '../src/store/index.ts';
import { MINUTE_MS, makeComplaint, type SubmissionScene, startSubmissionScene } from './support/submission-scene.ts';

const DAY_MS = 24 * 3_600_000;
const FILE = `mutation ($key: String!, $title: PersonalText!, $text: PersonalText!, $category: String!, $attachments: [ID!]) {
  fileComplaint(idempotencyKey: $key, title: $title, text: $text, category: $category, attachments: $attachments) {
    id state } }`;

let scene: SubmissionScene;
beforeAll(async () => {
  scene = await startSubmissionScene();
});
afterAll(() => scene.stop());
beforeEach(() => scene.mend());

async function upload(who: string, body: Buffer): Promise<string> {
  const { url } = scene.hub;
  const headers = { authorization: `Bearer ${await scene.hub.tokenOf(who)}`, 'content-type': 'image/jpeg' };
  const response = await fetch(`${url}/attachments`, { method: 'POST', headers, body: new Uint8Array(body) });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const file = (who: string, attachments: readonly string[], differing: Record<string, string> = {}) =>
  scene.askAs(who, FILE, { ...makeComplaint(differing), attachments });

async function fileId(who: string, attachments: readonly string[], differing: Record<string, string> = {}) {
  const { data, errors } = await file(who, attachments, differing);
  expect(errors).toEqual([]);
  return data.fileComplaint.id as string;
}

/** The photos that SiKesal has with a complaint. */
async function photosOf(receipt: string): Promise<Buffer[]> {
  const { SIKESAL_URL, SIKESAL_API_KEY = '' } = scene.hub.demo.city.settings;
  const response = await fetch(`${SIKESAL_URL}/api/laporan/foto`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': SIKESAL_API_KEY },
    body: JSON.stringify({ nomor: receipt }),
  });
  const { data } = (await response.json()) as { data: string[] };
  return data.map((one) => Buffer.from(one, 'base64'));
}

const countFiles = async () =>
  (await readdir(scene.hub.attachmentsDir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    .length;

describe('photos of a complaint', () => {
  it('go in with the place where they were taken, and SiKesal gets them without, in their order', async () => {
    const before = await countFiles().catch(() => 0);
    const ids: string[] = [];
    for (const [format, width] of [
      ['jpeg', 60],
      ['png', 90],
      ['webp', 120],
    ] as const)
      ids.push(await upload('siti', await makePhoto(format, width)));
    const id = await fileId('siti', ids.toReversed());
    expect(await countFiles()).toBe(before + 3);
    await scene.hub.jobs.work();
    const { state, receipt } = await scene.see('siti', id);
    expect(state).toBe('DELIVERED');
    const photos = await photosOf(receipt);
    const seen = await Promise.all(photos.map((photo) => sharp(photo).metadata()));
    // Upright: what was as wide as that is as high as that now.
    expect(seen.map(({ format, height }) => [format, height])).toEqual([120, 90, 60].map((high) => ['jpeg', high]));
    for (const [index, photo] of photos.entries()) {
      expect(seen[index]?.exif).toBeUndefined();
      for (const secret of [...PRIVATE, 'Exif', 'GPS']) expect(photo.includes(secret), secret).toBe(false);
    }
    expect(await countFiles()).toBe(before);
  });

  it('wait with it for a SiKesal that is down', async () => {
    scene.sikesal().set({ down: true });
    const id = await fileId('siti', [await upload('siti', await makePhoto())]);
    await scene.pass(10 * MINUTE_MS);
    scene.sikesal().reset();
    await scene.pass(15 * MINUTE_MS);
    const { state, receipt } = await scene.see('siti', id);
    expect(state).toBe('DELIVERED');
    expect(await photosOf(receipt)).toHaveLength(1);
  });

  it('are the same submission when its form is sent again', async () => {
    const attachments = [await upload('siti', await makePhoto())];
    const wanted = { ...makeComplaint(), attachments };
    const ask = async () => (await scene.askAs('siti', FILE, wanted)).data.fileComplaint.id;
    expect(await ask()).toBe(await ask());
  });
});

describe('attachments are refused', () => {
  it.each([
    ['that are somebody else’s', 'demo', 'NOT_FOUND'],
    ['that another submission has', 'siti', 'NOT_FOUND'],
  ])('%s', async (_what, who, code) => {
    const photo = await upload('siti', await makePhoto());
    if (who === 'siti') await fileId('siti', [photo]);
    const { errors } = await file(who, [photo]);
    expect(errors[0]?.extensions.code).toBe(code);
  });

  it.each([['nothing-like-an-id'], [randomUUID()]])('that are not there: %s', async (id) => {
    expect((await file('siti', [id])).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('that are no photos, and may be used elsewhere then', async () => {
    const [pdf, photo] = [await upload('siti', makePdf()), await upload('siti', await makePhoto())];
    expect((await file('siti', [photo, pdf])).errors[0]?.extensions.code).toBe('ATTACHMENT_REFUSED');
    await fileId('siti', [photo]);
  });

  it('that are more than three', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 4; index++) ids.push(await upload('demo', await makePhoto()));
    expect((await file('demo', ids)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('the files of a complaint', () => {
  it('that SiKesal refused may go with the next one, and are gone after a week', async () => {
    const photo = await upload('lunas', await makePhoto());
    const id = await fileId('lunas', [photo], { category: 'tidak-ada' });
    await scene.hub.jobs.work();
    expect(await scene.stateOf('lunas', id)).toBe('REJECTED');
    const { attachments } = scene.hub.stores;
    await attachments.sweep();
    expect(await attachments.readOf(id)).toHaveLength(1);
    const next = await fileId('lunas', [photo], { category: 'tidak-ada-juga' });
    await scene.hub.jobs.work();
    expect(await attachments.readOf(next)).toHaveLength(1);
    await later(8 * DAY_MS).sweep();
    expect(await attachments.readOf(next)).toEqual([]);
  });

  it('that needs a person are kept until he has decided', async () => {
    const photo = await upload('lunas', await makePhoto());
    const id = await fileId('lunas', [photo]);
    const store = createDeliveryStore(scene.hub.database, scene.hub.keys, scene.clock);
    const claim = await store.claim(id, MINUTE_MS);
    if (claim.state !== 'claimed') throw new Error(claim.state);
    await store.askPerson(claim.delivery, 'Nobody knows.');
    const { attachments } = scene.hub.stores;
    await later(30 * DAY_MS).sweep();
    expect(await attachments.readOf(id)).toHaveLength(1);
    const desk = createOutboxDesk(scene.hub.database, scene.hub.keys, scene.clock);
    await desk.resolve(id, { as: 'delivered', receipt: undefined });
    await attachments.sweep();
    expect(await attachments.readOf(id)).toEqual([]);
  });
});

/** The attachments of a hub in which so much time has passed. */
function later(ms: number) {
  const clock = { now: () => Date.now() + ms };
  return createAttachmentStore(scene.hub.database, scene.hub.keys, { folder: scene.hub.attachmentsDir, clock });
}
