import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { makePdf, makePhoto, PRIVATE } from '../src/store/attachments/testing/sample-files.ts';
import { claimAttachments, createAttachmentStore } from '../src/store/index.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const MEGABYTE = 1_048_576;
const DAY_MS = 24 * 3_600_000;
const [SITI, DEMO] = [findPerson('siti'), findPerson('demo')];

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

interface Taken {
  readonly id: string;
  readonly type: string;
  readonly bytes: number;
}

async function upload(who: string | undefined, body: Buffer, type = 'application/octet-stream') {
  const headers: Record<string, string> = { 'content-type': type };
  if (who) headers.authorization = `Bearer ${await hub.tokenOf(who)}`;
  const response = await fetch(`${hub.url}/attachments`, { method: 'POST', headers, body: new Uint8Array(body) });
  const answer = (await response.json()) as Taken & { errors?: { message: string; extensions: { code: string } }[] };
  return { status: response.status, answer, code: answer.errors?.[0]?.extensions.code };
}

/** Sends the beginning of a photo and then more and more, until it is answered or cut off. */
async function sendEndless(): Promise<{ status: number | undefined; sent: number }> {
  const headers = { authorization: `Bearer ${await hub.tokenOf('siti')}`, 'content-type': 'image/jpeg' };
  const outgoing = request(`${hub.url}/attachments`, { method: 'POST', headers });
  let isOver = false;
  const status = new Promise<number | undefined>((resolve) => {
    outgoing.once('response', (response) => resolve(response.resume().statusCode));
    outgoing.once('error', () => resolve(undefined));
  }).finally(() => {
    isOver = true;
  });
  let sent = 0;
  for (const chunk = Buffer.alloc(MEGABYTE, 0xff); !isOver && sent < 500 * MEGABYTE; sent += chunk.length)
    if (!outgoing.write(chunk)) await Promise.race([once(outgoing, 'drain').catch(() => {}), status]);
  const answered = await status;
  outgoing.destroy();
  return { status: answered, sent };
}

const listFiles = async () =>
  (await readdir(hub.attachmentsDir, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
const claim = (nik: string, ids: readonly string[], submission: string) =>
  claimAttachments(hub.database.pool, hub.keys, nik, ids, submission);
/** A hub in which so much time has passed. */
const later = (ms: number) =>
  createAttachmentStore(hub.database, hub.keys, {
    folder: hub.attachmentsDir,
    clock: { now: () => Date.now() + ms },
  });

describe('POST /attachments', () => {
  it('takes a photo of a citizen, by what it is and not by what it is called', async () => {
    const { status, answer } = await upload('siti', await makePhoto(), 'text/html');
    expect(status).toBe(201);
    expect(answer).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), type: 'image/jpeg', bytes: answer.bytes });
  });

  it('keeps nothing in the clear: neither the picture nor what was in it, nor whose it is', async () => {
    await upload('siti', makePdf(`/Title (Surat ${SITI.name} ${SITI.nik})`), 'application/pdf');
    const files = await listFiles();
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const content = await readFile(file);
      for (const secret of [...PRIVATE, SITI.nik, SITI.name, '%PDF', 'JFIF', 'GPS'])
        expect(content.includes(secret) || file.includes(secret), secret).toBe(false);
      expect(content[0]).toBe(1);
    }
    const { rows } = await hub.database.pool.query('select * from attachments');
    expect(JSON.stringify(rows)).not.toContain(SITI.nik);
  });

  it.each([undefined, 'petugas-dpmptsp', 'walikota', 'operator'])('is for citizens, not for %s', async (who) => {
    const before = (await listFiles()).length;
    const { status } = await upload(who, await makePhoto());
    expect(status).toBe(who === undefined ? 401 : 403);
    expect((await listFiles()).length).toBe(before);
  });

  it('refuses what is too large by what it says, and by what comes', async () => {
    const before = (await listFiles()).length;
    const large = Buffer.concat([await makePhoto(), Buffer.alloc(10 * MEGABYTE)]);
    expect(await upload('siti', large)).toMatchObject({ status: 413, code: 'ATTACHMENT_REFUSED' });
    const { status, sent } = await sendEndless();
    // Whoever goes on sending may be cut off before he reads it.
    expect([413, undefined]).toContain(status);
    expect(sent).toBeLessThan(60 * MEGABYTE);
    expect((await listFiles()).length).toBe(before);
  });

  it('says in words what is wrong with a file', async () => {
    const { status, answer, code } = await upload('siti', Buffer.from('bukan gambar sama sekali'), 'image/jpeg');
    expect([status, code]).toEqual([422, 'ATTACHMENT_REFUSED']);
    expect(answer.errors?.[0]).toMatchObject({ extensions: { pesan: expect.stringContaining('JPEG') } });
  });

  it('takes so many that no submission uses, and no more', async () => {
    const small = makePdf();
    const outcomes: (string | undefined)[] = [];
    for (let index = 0; index < 21; index++) outcomes.push((await upload('lunas', small)).code);
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(20);
    expect(outcomes.at(-1)).toBe('TOO_MANY_REQUESTS');
  });
});

describe('an attachment', () => {
  it('is given to a submission of its owner, once, and is read as it was cleaned', async () => {
    const { answer } = await upload('demo', makePdf('/Lang (id)'));
    const [submission, other] = [randomUUID(), randomUUID()];
    await claim(DEMO.nik, [answer.id, answer.id], submission);
    await claim(DEMO.nik, [answer.id], submission);
    await expect(claim(DEMO.nik, [answer.id], other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [read] = await hub.stores.attachments.readOf(submission);
    expect(read).toMatchObject({ id: answer.id, type: 'application/pdf', content: makePdf('/Lang (id)') });
    expect(await hub.stores.attachments.readOf(other)).toEqual([]);
  });

  it('of somebody else is not there, and takes its companions with it', async () => {
    const [mine, foreign] = [(await upload('demo', makePdf())).answer.id, (await upload('siti', makePdf())).answer.id];
    const submission = randomUUID();
    const client = await hub.database.pool.connect();
    await client.query('begin');
    const refused = claimAttachments(client, hub.keys, DEMO.nik, [mine, foreign], submission);
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.query('rollback');
    client.release();
    const { message } = (await claim(DEMO.nik, [randomUUID()], submission).catch((error: Error) => error)) as Error;
    expect(message).toBe(((await refused.catch((error: Error) => error)) as Error).message);
    await expect(claim(DEMO.nik, ["' or true --"], submission)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await hub.stores.attachments.readOf(submission)).toEqual([]);
  });

  it('that was changed on the disk, or put under another name, does not open', async () => {
    const [one, two] = [
      (await upload('demo', makePdf('/Lang (a)'))).answer.id,
      (await upload('demo', makePdf())).answer.id,
    ];
    const submission = randomUUID();
    await claim(DEMO.nik, [one], submission);
    const path = (id: string) => join(hub.attachmentsDir, id.slice(0, 2), id);
    await writeFile(path(one), await readFile(path(two)));
    await expect(hub.stores.attachments.readOf(submission)).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('goes when its submission needs it no more', async () => {
    const { id } = (await upload('demo', makePdf())).answer;
    const submission = randomUUID();
    await claim(DEMO.nik, [id], submission);
    await hub.stores.attachments.removeOf(submission);
    expect(await hub.stores.attachments.readOf(submission)).toEqual([]);
    expect((await listFiles()).filter((file) => file.endsWith(id))).toEqual([]);
  });

  it('goes after a day when no submission uses it, and so does what a crash left; used ones stay', async () => {
    const used = (await upload('demo', makePdf())).answer.id;
    await claim(DEMO.nik, [used], randomUUID());
    await upload('demo', makePdf());
    expect(await later(DAY_MS - 60_000).sweep()).toBe(0);
    const orphan = (await upload('demo', makePdf())).answer.id;
    await hub.database.pool.query('delete from attachments where id = $1', [orphan]);
    await later(DAY_MS + 60_000).sweep();
    const kept = (await listFiles()).map((file) => file.split('/').at(-1));
    const { rows } = await hub.database.pool.query<{ id: string; submission_id: string | null }>(
      'select id, submission_id from attachments',
    );
    expect(rows.every(({ submission_id }) => submission_id !== null)).toBe(true);
    expect(kept.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(kept).toContain(used);
  });
});
