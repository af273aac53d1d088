import { createHmac, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyRing } from '../src/store/index.ts';
import { BUDI, type PushedHub, SITI, startPushedHub } from './support/start-pushed-hub.ts';

let hub: PushedHub;
beforeAll(async () => {
  hub = await startPushedHub();
});
afterAll(() => hub.stop());

const row = (no: string, nik: string, version: number, rest: object = {}) => ({
  no_surat: no,
  nik,
  tgl: '05/10/2026',
  versi: version,
  hapus: '0',
  ...rest,
});

interface DeliveryOptions {
  readonly secret?: string;
  readonly skewSeconds?: number;
  readonly operation?: string;
  /** What is signed, where it is not what is sent. */
  readonly signedBody?: string;
  readonly signedOperation?: string;
}

let moment = 0;

/** Signs and sends rows as an OPD's system would; each delivery with a time of its own. */
async function deliver(rows: unknown, options: DeliveryOptions = {}) {
  const { secret = hub.secret, skewSeconds = 0, operation = 'lettersOf' } = options;
  const body = typeof rows === 'string' ? rows : JSON.stringify(rows);
  // Seconds apart within the window, so that no two are the same delivery.
  const timestamp = String(Math.floor(hub.nowMs() / 1000) + skewSeconds - (moment++ % 200));
  const signed = `${timestamp}.kelurahan/${options.signedOperation ?? operation}.${options.signedBody ?? body}`;
  const hex = createHmac('sha256', secret).update(signed).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-hub-timestamp': timestamp,
    'x-hub-signature': `sha256=${hex}`,
  };
  const send = async () => {
    const response = await fetch(`${hub.url}/ingest/kelurahan/${operation}`, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, text, answer: JSON.parse(text) as Record<string, unknown> };
  };
  return { ...(await send()), again: send };
}

const codeOf = ({ answer }: { answer: Record<string, unknown> }) =>
  (answer as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

describe('a delivery', () => {
  it('is kept, and answers whoever the rows belong to', async () => {
    const sent = await deliver([row('S-1', SITI, 1), row('S-2', BUDI, 1)]);
    expect(sent.answer).toEqual({ received: 2, stored: 2, unchanged: 0, older: 0, deleted: 0, rejected: [] });
    expect(await hub.askForLetters(SITI)).toEqual([
      expect.objectContaining({ id: 'S-1', source: expect.objectContaining({ mode: 'COPY' }) }),
    ]);
    expect((await hub.askForLetters(BUDI)).map(({ id }) => id)).toEqual(['S-2']);
  });

  it('may come as an object with rows, and says what was there already', async () => {
    const first = await deliver({ rows: [row('S-3', BUDI, 1)] });
    const second = await deliver({ rows: [row('S-3', BUDI, 1)] });
    expect(first.answer).toMatchObject({ stored: 1 });
    expect(second.answer).toMatchObject({ received: 1, stored: 0, unchanged: 1 });
  });

  it('never replaces a newer row by an older one', async () => {
    await deliver([row('S-4', BUDI, 10, { tgl: '10/10/2026' })]);
    expect((await deliver([row('S-4', BUDI, 9, { tgl: '01/10/2026' })])).answer).toMatchObject({ older: 1, stored: 0 });
    const letters = await hub.askForLetters(BUDI);
    expect(letters.find(({ id }) => id === 'S-4')).toMatchObject({ requestedOn: '2026-10-10' });
  });

  it('takes a row away that its system says is gone', async () => {
    await deliver([row('S-5', BUDI, 1)]);
    expect((await deliver([row('S-5', BUDI, 2, { hapus: '1' })])).answer).toMatchObject({ deleted: 1 });
    expect((await hub.askForLetters(BUDI)).map(({ id }) => id)).not.toContain('S-5');
  });

  it('keeps the good rows and says of each other one why it is not kept, without its value', async () => {
    const { answer, text } = await deliver([
      row('S-6', BUDI, 1),
      row('', BUDI, 1),
      row('S-7', '12345', 1),
      row('S-8', BUDI, 1, { tgl: 'kemarin' }),
      'S-9',
    ]);
    expect(answer).toMatchObject({ received: 5, stored: 1 });
    expect((answer.rejected as { row: number; column: string }[]).map((one) => [one.row, one.column])).toEqual([
      [2, 'no_surat'],
      [3, 'owner'],
      [4, 'requestedOn'],
      [5, ''],
    ]);
    for (const value of [BUDI, '12345', 'kemarin']) expect(text).not.toContain(value);
  });

  it('may bring the same key twice at once: the counts still add up and one row remains', async () => {
    const sent = await Promise.all([1, 2, 3, 4].map((version) => deliver([row('S-10', BUDI, version)])));
    for (const { answer } of sent) {
      const { received, stored, unchanged, older, deleted } = answer as Record<string, number>;
      expect(received).toBe((stored ?? 0) + (unchanged ?? 0) + (older ?? 0) + (deleted ?? 0));
    }
    expect((await hub.askForLetters(BUDI)).filter(({ id }) => id === 'S-10')).toHaveLength(1);
  });
});

describe('a delivery is refused', () => {
  it.each([
    ['whose secret is another', { secret: 'x'.repeat(40) }],
    ['whose body was changed on the way', { signedBody: '[]' }],
    ['that was signed for another operation', { signedOperation: 'lain' }],
    ['for an operation that does not exist', { operation: 'tidakAda' }],
    ['for an operation that is not pushed', { operation: 'liveLetters' }],
  ] as const)('%s, always with the same words', async (_which, options) => {
    const sent = await deliver([row('S-20', BUDI, 1)], options);
    expect(sent.status).toBe(401);
    expect(codeOf(sent)).toBe('INGEST_SIGNATURE');
    expect(sent.text).toBe((await deliver([], { secret: 'y'.repeat(40) })).text);
  });

  it.each([-600, 600])('whose clock is %i seconds off', async (skewSeconds) => {
    const sent = await deliver([row('S-21', BUDI, 1)], { skewSeconds });
    expect([sent.status, codeOf(sent)]).toEqual([401, 'INGEST_STALE']);
  });

  it('that comes a second time', async () => {
    const sent = await deliver([row('S-22', BUDI, 1)]);
    expect(sent.status).toBe(200);
    const replayed = await sent.again();
    expect([replayed.status, codeOf(replayed)]).toEqual([409, 'INGEST_REPLAYED']);
  });

  it.each([
    ['that is no JSON', '{', 400],
    ['that is no list', '{"a":1}', 400],
    ['with too many rows', JSON.stringify(Array.from({ length: 11 }, (_, index) => row(`T-${index}`, BUDI, 1))), 413],
    ['larger than a megabyte', JSON.stringify([row('T', BUDI, 1, { isi: 'x'.repeat(1_100_000) })]), 413],
  ])('%s', async (_which, body, status) => {
    expect((await deliver(body)).status).toBe(status);
  });
});

describe('at rest', () => {
  it('no NIK lies in any column', async () => {
    await deliver([row('S-30', SITI, 1, { nama: 'Siti Rahayu' })]);
    const client = new Client({ connectionString: hub.databaseUrl });
    await client.connect();
    const { rows } = await client.query('select to_jsonb(p)::text as text from pushed_rows p');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows as { text: string }[]) {
      for (const secret of [SITI, BUDI, 'Siti Rahayu']) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(Buffer.from(secret).toString('hex'));
      }
    }
  });

  it('rows are found under an index key that is on its way out, and are brought to the new one', async () => {
    const newKey = { id: 'baru', key: randomBytes(32) };
    const rotated: KeyRing = { index: [newKey, ...hub.keys.index], data: hub.keys.data };
    await hub.restart(rotated);
    await deliver([row('S-31', SITI, 1)]);
    expect((await hub.askForLetters(SITI)).map(({ id }) => id)).toEqual(expect.arrayContaining(['S-1', 'S-31']));
    expect((await deliver([row('S-1', SITI, 2)])).answer).toMatchObject({ stored: 1 });
    expect((await hub.askForLetters(SITI)).filter(({ id }) => id === 'S-1')).toHaveLength(1);
  });
});
