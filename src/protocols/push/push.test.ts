import { expect, it } from 'vitest';
import { CallFailure } from '../../outbound/index.ts';
import type { PushStore } from '../../ports/push-store.ts';
import { findAnswerTime, SpecMistake } from '../protocol.ts';
import { type Behaviour, describeProtocol, type OpenFake, SECRETS } from '../testing/contract.ts';
import { push } from './index.ts';

const ROW = { nik: SECRETS.argument, no: 'A-1' };
const RECEIVED_MS = Date.UTC(2026, 9, 1);
const spec = { push: SECRETS.password.padEnd(40, 'x') };
const operation = { accept: { key: 'no', maxRows: 2 }, where: { nik: ':key' }, rows: '[]' };
const limits = { timeoutMs: 100, concurrency: 1 };

/** A store whose database behaves so. */
function storeOf(behaviour: Behaviour, rows = [ROW]): PushStore {
  return {
    accept: async () => 'replayed',
    page: async () => ({ rows: [], mark: undefined }),
    find: async () => {
      if (behaviour === 'resets') throw new CallFailure('unavailable', 'no database');
      const found = behaviour === 'hasNone' ? [] : rows;
      return found.map((content) => ({ content, receivedAtMs: RECEIVED_MS }));
    },
  };
}

function open(behaviour: Behaviour, rows?: (typeof ROW)[]): OpenFake {
  const source = push.open(spec, limits, { system: 'dinas/izin', pushes: storeOf(behaviour, rows) });
  const call = source.prepare({ name: 'rowsOf', spec: operation, isRead: true });
  return {
    call,
    arrivals: () => 1,
    openConnections: () => 0,
    close: () => source.close(),
    stop: async () => {},
  };
}

describeProtocol('push', {
  answer: [ROW],
  noneAnswer: [],
  hasSession: false,
  // Nobody is called: what cannot hang, break or refuse a password is the hub's own database.
  cannot: ['hangs', 'resets', 'answersNonsense', 'answersTooMuch', 'refusesPassword'],
  open: async (behaviour) => open(behaviour),
});

const ask = async (behaviour: Behaviour, rows?: (typeof ROW)[]) => open(behaviour, rows).call({ key: 'x' });

it('says when the oldest of its rows came', async () => {
  const source = push.open(spec, limits, { system: 'dinas/izin', pushes: storeOf('answers') });
  const answer = await source.prepare({ name: 'rowsOf', spec: operation, isRead: true })({ key: 'x' });
  expect(findAnswerTime(answer)).toBe(RECEIVED_MS);
});

it('fails rather than cut a long answer short', async () => {
  await expect(ask('answers', [ROW, ROW, ROW])).rejects.toMatchObject({ kind: 'badAnswer' });
  await expect(ask('answers', [ROW, ROW])).resolves.toHaveLength(2);
});

it('refuses to look for an empty value', async () => {
  await expect(open('answers').call({ key: ' ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await expect(open('answers').call({ key: null })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

it('refuses a short secret, without repeating it', () => {
  expect(() => push.open({ push: 'pendek' }, limits)).toThrow(SpecMistake);
  expect(() => push.open({ push: 'pendek' }, limits)).not.toThrow(/pendek/);
});

it('says so where nothing is kept', async () => {
  const call = push.open(spec, limits).prepare({ name: 'rowsOf', spec: operation, isRead: true });
  await expect(call({ key: 'x' })).rejects.toMatchObject({ kind: 'unavailable' });
});
