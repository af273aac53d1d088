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

const usedSeconds = new Set<number>();

/** The newest second that no delivery was signed at: two of the same rows at the same time are one delivery. */
function takeSecond(): number {
  let second = Math.floor(hub.nowMs() / 1000);
  while (usedSeconds.has(second)) second--;
  usedSeconds.add(second);
  return second;
}

/** Signs and sends rows as an OPD's system would; each delivery with a time of its own. */
async function deliver(rows: unknown, options: DeliveryOptions = {}) {
  const { secret = hub.secret, skewSeconds = 0, operation = 'lettersOf' } = options;
  const body = typeof rows === 'string' ? rows : JSON.stringify(rows);
  const timestamp = String(takeSecond() + skewSeconds);
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

const LINA = '1571991307900004';
const ANI = '1571991207900003';

describe('many deliveries at once', () => {
  it('leave connections of the database to whoever else needs one', async () => {
    const holder = new Client({ connectionString: hub.databaseUrl });
    await holder.connect();
    await holder.query("select pg_advisory_lock(hashtextextended('kelurahan/surat/lettersOf', 0))");
    const sent = Array.from({ length: 8 }, (_, index) => deliver([row(`W-${index}`, LINA, 1)]));
    try {
      const countWaiting = async () => {
        const { rows } = await holder.query("select 1 from pg_locks where locktype = 'advisory' and not granted");
        return rows.length;
      };
      await expect.poll(countWaiting).toBeGreaterThan(0);
      expect(await hub.askForLetters(LINA)).toEqual([]);
      expect(await countWaiting()).toBeLessThan(3);
    } finally {
      await holder.end();
    }
    for (const { answer } of await Promise.all(sent)) expect(answer).toMatchObject({ stored: 1 });
  });
});

describe('versions', () => {
  const dayOf = async (id: string) => (await hub.askForLetters(ANI)).find((one) => one.id === id)?.requestedOn;

  it('decide between two rows of one key in one delivery, in whatever order they stand', async () => {
    const newer = row('V-1', ANI, 2, { tgl: '02/10/2026' });
    const { answer } = await deliver([newer, row('V-1', ANI, 1, { tgl: '01/10/2026' })]);
    expect(answer).toMatchObject({ received: 2, stored: 1, older: 1, unchanged: 0 });
    expect(await dayOf('V-1')).toBe('2026-10-02');
  });

  it('keep what is gone from coming back by a delivery that was late, and let a newer one bring it', async () => {
    await deliver([row('V-2', ANI, 1), row('V-3', ANI, 2, { hapus: '1' })]);
    expect((await deliver([row('V-2', ANI, 3, { hapus: '1' })])).answer).toMatchObject({ deleted: 1 });
    const late = await deliver([row('V-2', ANI, 2), row('V-3', ANI, 1)]);
    expect(late.answer).toMatchObject({ older: 2, stored: 0 });
    expect([await dayOf('V-2'), await dayOf('V-3')]).toEqual([undefined, undefined]);
    expect((await deliver([row('V-2', ANI, 4, { hapus: '1' })])).answer).toMatchObject({ unchanged: 1, deleted: 0 });
    expect((await deliver([row('V-2', ANI, 5)])).answer).toMatchObject({ stored: 1 });
    expect(await dayOf('V-2')).toBe('2026-10-05');
  });

  it.each([
    ['20261005000000000002', '20261005000000000001'],
    ['10', '9'],
    ['1.5', '1.25'],
    ['2026-10-05T09:00:00', '2026-10-05T08:59:59'],
  ])('%s is newer than %s', async (newer, older) => {
    const id = `V-${newer}`;
    await deliver([row(id, ANI, 0, { versi: newer, tgl: '02/10/2026' })]);
    const { answer } = await deliver([row(id, ANI, 0, { versi: older, tgl: '01/10/2026' })]);
    expect(answer).toMatchObject({ older: 1, stored: 0 });
    expect(await dayOf(id)).toBe('2026-10-02');
    await deliver([row(id, ANI, 0, { versi: newer, hapus: '1' })]);
  });
});

describe('a strange row', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  it.each([
    ['whose mark of deletion is an object that has no text', '"hapus": { "toString": 1, "valueOf": 1 }', 'hapus'],
    ['whose version no database takes', '"versi": "1\\u0000"', 'versi'],
    ['that is nested deeper than anybody reads', `"isi": ${deep}`, ''],
    ['whose key is a number that lost its last digits', '"no_surat": 9471991007900001', 'no_surat'],
    ['with a key that JavaScript knows', '"no_surat": "X-0", "__proto__": { "nik": "x" }, "constructor": 1', undefined],
  ])('%s keeps nobody else from being taken', async (_which, columns, column) => {
    const strange = `{ "no_surat": "X-0", "nik": "${ANI}", "tgl": "05/10/2026", "versi": 1, ${columns} }`;
    const good = `X-${usedSeconds.size}`;
    const { status, answer } = await deliver(`[${strange}, ${JSON.stringify(row(good, ANI, 1))}]`);
    expect(status).toBe(200);
    const rejected = column === undefined ? [] : [expect.objectContaining({ row: 1, column })];
    expect(answer).toMatchObject({ received: 2, stored: 2 - rejected.length, rejected });
    await deliver([row(good, ANI, 2, { hapus: '1' })]);
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

  it('a newer row that is filed under the key on its way out is not replaced by an older one', async () => {
    await hub.restart(hub.keys);
    await deliver([row('S-32', SITI, 5, { tgl: '05/10/2026' }), row('S-33', SITI, 5)]);
    await hub.restart({ index: [{ id: 'lain', key: randomBytes(32) }, ...hub.keys.index], data: hub.keys.data });
    const late = await deliver([row('S-32', SITI, 4, { tgl: '04/10/2026' }), row('S-33', SITI, 4, { hapus: '1' })]);
    expect(late.answer).toMatchObject({ older: 2, stored: 0, deleted: 0 });
    const letters = await hub.askForLetters(SITI);
    expect(letters.find(({ id }) => id === 'S-32')).toMatchObject({ requestedOn: '2026-10-05' });
    expect((await deliver([row('S-33', SITI, 6, { hapus: '1' })])).answer).toMatchObject({ deleted: 1 });
    expect((await hub.askForLetters(SITI)).map(({ id }) => id)).not.toContain('S-33');
  });
});

describe('what was delivered', () => {
  it('comes into the copies by a run of its stream, and goes from them when it is gone', async () => {
    await deliver([row('C-1', SITI, 1), row('C-2', SITI, 1), row('C-3', BUDI, 1)]);
    await hub.workOnJobs();
    const idsOf = async (nik: string) =>
      ((await hub.copiesOf(nik)) ?? [])
        .map(({ id }) => String(id))
        .filter((id) => id.startsWith('C-'))
        .sort();
    expect(await idsOf(SITI)).toEqual(['C-1', 'C-2']);
    expect(await idsOf(BUDI)).toEqual(['C-3']);
    await deliver([row('C-1', SITI, 2, { hapus: '1' }), row('C-2', SITI, 2, { tgl: '06/10/2026' })]);
    await hub.workOnJobs();
    expect(await idsOf(SITI)).toEqual(['C-2']);
    expect(await hub.copiesOf(SITI)).toContainEqual({ id: 'C-2', requestedOn: '2026-10-06' });
  });
});
