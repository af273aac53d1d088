import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewSubmission } from '../src/ports/outbox.ts';
import {
  createDeliveryStore,
  createOutboxDesk,
  createOutboxStore,
  type Database,
  type Delivery,
  type KeyRing,
} from '../src/store/index.ts';
import { newKeyRing, newSecretKey, nikOf, openTestDatabase } from './support/open-access-log.ts';

const LEASE_MS = 60_000;
const LATER = { problem: 'OPD_UNAVAILABLE: away', isUndone: false, isBadAnswer: false };

let stack: AsyncDisposableStack;
let database: Database;
let clock: { nowMs: number; now(): number };
let keys: KeyRing;
beforeEach(async () => {
  stack = new AsyncDisposableStack();
  ({ database } = await openTestDatabase(stack));
  clock = { nowMs: Date.UTC(2026, 10, 24, 3), now: () => clock.nowMs };
  keys = newKeyRing();
});
afterEach(() => stack.disposeAsync());

const open = (ring: KeyRing = keys) => ({
  outbox: createOutboxStore(database, ring, clock),
  workers: createDeliveryStore(database, ring, clock),
  desk: createOutboxDesk(database, ring, clock),
});
const submission = (differing: Partial<NewSubmission> = {}): NewSubmission => ({
  ...{ kind: 'fileComplaint', opd: 'diskominfo', system: 'sikesal', nik: nikOf(1), idempotencyKey: randomUUID() },
  ...{ content: { title: 'Jalan', text: 'Berlubang', count: 1 }, attachments: [] },
  ...differing,
});
async function claim(id: string, ring: KeyRing = keys): Promise<Delivery> {
  const claimed = await open(ring).workers.claim(id, LEASE_MS);
  if (claimed.state !== 'claimed') throw new Error(`it is ${claimed.state}`);
  return claimed.delivery;
}

describe('a submission that is kept', () => {
  it('is one row however many send it at once, and whatever the order of its parts', async () => {
    const one = submission();
    const other = { ...one, content: { count: 1, text: 'Berlubang', title: 'Jalan' } };
    const kept = await Promise.all(Array.from({ length: 4 }, () => open().outbox.accept(one)));
    expect(new Set([...kept, await open().outbox.accept(other)].map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ['another text', { content: { title: 'Jalan', text: 'Lubang', count: 1 } }],
    ['a number as text', { content: { title: 'Jalan', text: 'Berlubang', count: '1' } }],
    ['an attachment', { attachments: ['a1'] }],
  ])('keeps its key from one with %s', async (_what, differing) => {
    const one = submission();
    await open().outbox.accept(one);
    await expect(open().outbox.accept({ ...one, ...differing })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('is found under an older index key, in order with those under the new one', async () => {
    const one = submission();
    const first = await open().outbox.accept(one);
    const rotated: KeyRing = { ...keys, index: [newSecretKey('a-newer-one'), ...keys.index] };
    expect((await open(rotated).outbox.accept(one)).id).toBe(first.id);
    const second = await open(rotated).outbox.accept(submission());
    const listed = await open(rotated).outbox.list(nikOf(1), 10, undefined);
    expect(listed.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await open(rotated).workers.claim(second.id, LEASE_MS)).toEqual({ state: 'behind' });
    const delivery = await claim(first.id, rotated);
    expect(await open(rotated).workers.findNext(delivery)).toMatchObject({ id: first.id });
    await open(rotated).workers.markDelivered(delivery, 'SK-1');
    expect(await open(rotated).workers.findNext(delivery)).toMatchObject({ id: second.id });
  });
});

describe('a claim', () => {
  it('is one worker’s at a time, and another’s when its time is over', async () => {
    const { id } = await open().outbox.accept(submission());
    const all = await Promise.all(Array.from({ length: 4 }, () => open().workers.claim(id, LEASE_MS)));
    expect(all.filter(({ state }) => state === 'claimed')).toHaveLength(1);
    clock.nowMs += LEASE_MS;
    expect((await claim(id)).attempts).toBe(2);
  });

  it('lets nothing be sent by a worker whose time is over', async () => {
    const { id } = await open().outbox.accept(submission());
    const slow = await claim(id);
    clock.nowMs += LEASE_MS;
    expect(await open().workers.begin(slow, undefined, LEASE_MS)).toBe(false);
    const next = await claim(id);
    expect(await open().workers.begin(slow, undefined, LEASE_MS)).toBe(false);
    expect(await open().workers.begin(next, undefined, LEASE_MS)).toBe(true);
  });

  it('remembers that it was sent, and what was there before', async () => {
    const { id } = await open().outbox.accept(submission());
    await open().workers.begin(await claim(id), ['SK-1', 'SK-2'], LEASE_MS);
    const begunAtMs = clock.nowMs;
    clock.nowMs += LEASE_MS;
    const again = await claim(id);
    expect(again).toMatchObject({ begunAtMs, known: ['SK-1', 'SK-2'] });
    await open().workers.postpone(again, { ...LATER, nextAtMs: clock.nowMs, isUndone: true });
    expect(await claim(id)).toMatchObject({ begunAtMs: undefined, known: ['SK-1', 'SK-2'] });
  });

  it('believes whoever heard that it was taken, late as he is, and nobody late who heard less', async () => {
    const { id } = await open().outbox.accept(submission());
    const slow = await claim(id);
    clock.nowMs += LEASE_MS;
    const next = await claim(id);
    await open().workers.markRejected(slow, 'x');
    await open().workers.postpone(slow, { ...LATER, nextAtMs: clock.nowMs });
    expect((await open().outbox.find(nikOf(1), id))?.state).toBe('delivering');
    await open().workers.markDelivered(slow, 'SK-1');
    expect(await open().workers.begin(next, undefined, LEASE_MS)).toBe(false);
    expect(await open().outbox.find(nikOf(1), id)).toMatchObject({ state: 'delivered', receipt: 'SK-1' });
  });

  it('comes after the older ones of the same citizen and system only, and passes one that a person looks at', async () => {
    const first = await open().outbox.accept(submission());
    const second = await open().outbox.accept(submission());
    const other = await open().outbox.accept(submission({ system: 'lain' }));
    const neighbour = await open().outbox.accept(submission({ nik: nikOf(2) }));
    for (const { id } of [other, neighbour]) await claim(id);
    expect(await open().workers.claim(second.id, LEASE_MS)).toEqual({ state: 'behind' });
    await open().workers.askPerson(await claim(first.id), 'look');
    await claim(second.id);
  });
});

describe('the sweep', () => {
  it('lists what is due, the first of each citizen and system, and nothing that a worker has', async () => {
    const ids: string[] = [];
    for (const differing of [{}, {}, { nik: nikOf(2) }, { nik: nikOf(3) }, { kind: 'other', nik: nikOf(4) }])
      ids.push((await open().outbox.accept(submission(differing))).id);
    await claim(ids[2] ?? '');
    const later = await claim(ids[3] ?? '');
    await open().workers.postpone(later, { ...LATER, nextAtMs: clock.nowMs + 1_000 });
    const due = async () => (await open().workers.listDue(['fileComplaint'], 10)).map(({ id }) => id);
    expect(await due()).toEqual([ids[0]]);
    clock.nowMs += LEASE_MS;
    expect((await due()).sort()).toEqual([ids[0], ids[2], ids[3]].sort());
  });
});

describe('the desk', () => {
  async function attended(): Promise<string> {
    const { id } = await open().outbox.accept(submission());
    const delivery = await claim(id);
    await open().workers.begin(delivery, undefined, LEASE_MS);
    await open().workers.askPerson(delivery, 'OPD_BAD_ANSWER: strange');
    return id;
  }

  it('lists what needs a person before all that waits, with nothing of whose it is', async () => {
    await open().outbox.accept(submission({ nik: nikOf(2) }));
    const id = await attended();
    const listed = await open().desk.listOpen(10);
    expect(listed.map(({ state }) => state)).toEqual(['needsAttention', 'accepted']);
    expect(Object.keys(listed[0] ?? {}).sort()).toEqual(
      ['acceptedAtMs', 'attempts', 'id', 'kind', 'nextAtMs', 'opd', 'problem', 'state', 'system'].sort(),
    );
    expect(listed[0]).toMatchObject({ id, problem: 'OPD_BAD_ANSWER: strange' });
    expect(await open().desk.count()).toMatchObject([{ system: 'sikesal', waiting: 1, needsAttention: 1 }]);
  });

  it('decides that it was taken, that it was refused, or that it is sent again', async () => {
    const [taken, refused, again] = [await attended(), await attended(), await attended()];
    await open().desk.resolve(taken, { as: 'delivered', receipt: 'SK-9' });
    await open().desk.resolve(refused, { as: 'rejected', reason: 'Laporan ganda' });
    await open().desk.resolve(again, { as: 'sendAgain' });
    const find = (id: string) => open().outbox.find(nikOf(1), id);
    expect(await find(taken)).toMatchObject({ state: 'delivered', receipt: 'SK-9' });
    expect(await find(refused)).toMatchObject({ state: 'rejected', reason: 'Laporan ganda' });
    expect(await find(again)).toMatchObject({ state: 'accepted' });
    expect(await claim(again)).toMatchObject({ begunAtMs: undefined, known: undefined });
    expect(await open().workers.listTaken(await fake(), ['SK-9', 'SK-8'])).toEqual(new Set(['SK-9']));
  });

  const fake = async () => claim((await open().outbox.accept(submission({ nik: nikOf(5) }))).id);

  it.each(['is delivered', 'waits its turn', 'a worker has', 'never was'])(
    'decides nothing of one that %s',
    async (what) => {
      const { id } = await open().outbox.accept(submission());
      if (what === 'is delivered') await open().workers.markDelivered(await claim(id), undefined);
      if (what === 'a worker has') await open().workers.begin(await claim(id), undefined, LEASE_MS);
      const asked = what === 'never was' ? 'x' : id;
      await expect(open().desk.resolve(asked, { as: 'sendAgain' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    },
  );
});
