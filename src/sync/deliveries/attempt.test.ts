import { describe, expect, it } from 'vitest';
import { HubError } from '../../base/hub-error.ts';
import type { CompiledSubmission, WriteOutcome } from '../../connector/index.ts';
import type { Delivery } from '../../store/index.ts';
import { attempt } from './attempt.ts';

const NOW_MS = 1_000_000;
const SETTLE_MS = 60_000;
const down = new HubError('OPD_UNAVAILABLE', 'dinas/aduan: it is away.', { retryAfterSeconds: 90 });
const strange = new HubError('OPD_BAD_ANSWER', 'dinas/aduan: an answer that its contract does not know.');
const [TAKEN, REFUSED, UNDONE, UNKNOWN, STRANGE]: readonly WriteOutcome[] = [
  { state: 'accepted', receipt: 'A-1' },
  { state: 'refused', reason: 'Isi terlalu pendek' },
  { state: 'undone', error: down },
  { state: 'unknown', error: down },
  { state: 'unknown', error: strange },
];

type Kind = 'recognised' | 'traced' | 'neither';

interface Situation {
  readonly delivery?: Partial<Delivery>;
  readonly outcome?: WriteOutcome | HubError | undefined;
  /** What looks like it in the system. */
  readonly there?: readonly string[] | HubError;
  /** Which numbers are other submissions'. */
  readonly taken?: readonly string[];
  readonly isOurs?: boolean;
}

/** Makes one attempt in a situation and says what was decided, and what was done before. */
async function attemptIn(
  kind: Kind,
  { delivery = {}, outcome = TAKEN, there = [], taken = [], isOurs = true }: Situation,
) {
  const done: string[] = [];
  const submission: CompiledSubmission = {
    ...{ kind: 'file', opd: 'dinas', system: 'aduan', isIdempotent: kind === 'recognised', attachments: undefined },
    send: async () => {
      done.push('send');
      if (outcome instanceof HubError) throw outcome;
      return outcome as WriteOutcome;
    },
    trace:
      kind === 'traced'
        ? {
            settleMs: SETTLE_MS,
            look: async () => {
              done.push('look');
              if (there instanceof HubError) throw there;
              return there;
            },
          }
        : undefined,
  };
  const decision = await attempt(
    {
      ...{ id: 'x', opd: 'dinas', system: 'aduan', kind: 'file', attempts: 1, nik: '1', content: {}, leaseId: 'l' },
      ...{ begunAtMs: undefined, known: undefined, badAnswers: 0 },
      ...delivery,
    },
    {
      store: {
        begin: async (_delivery, known) => {
          done.push(known ? `begin, having seen ${known.join(' ') || 'nothing'}` : 'begin');
          return isOurs;
        },
        listTaken: async () => new Set(taken),
      },
      submission,
      leaseMs: 300_000,
      clock: { now: () => NOW_MS },
      random: () => 1,
    },
  );
  return { decision, done };
}

const BEGUN = { begunAtMs: NOW_MS - 1_000, known: [] };
const SETTLED = { begunAtMs: NOW_MS - SETTLE_MS, known: [] };

describe('a first sending', () => {
  it.each<[Kind, string[]]>([
    ['recognised', ['begin', 'send']],
    ['neither', ['begin', 'send']],
    ['traced', ['look', 'begin, having seen B-1', 'send']],
  ])('of a kind that is %s is committed before it is made', async (kind, done) => {
    const made = await attemptIn(kind, { there: ['B-1'] });
    expect(made).toEqual({ decision: { state: 'delivered', receipt: 'A-1' }, done });
  });

  it('that is refused is rejected in the system’s words', async () => {
    const { decision } = await attemptIn('neither', { outcome: REFUSED });
    expect(decision).toEqual({ state: 'rejected', reason: 'Isi terlalu pendek' });
  });

  it('is not made by a worker whose lease another one has', async () => {
    expect(await attemptIn('neither', { isOurs: false })).toEqual({ decision: { state: 'lost' }, done: ['begin'] });
  });

  it('is not made while what is there already cannot be seen', async () => {
    const { decision, done } = await attemptIn('traced', { there: down });
    expect(decision).toMatchObject({ state: 'later', isUndone: true, nextAtMs: NOW_MS + 90_000 });
    expect(done).toEqual(['look']);
  });

  it('by which nothing was done is made again later, as late as the system asks for', async () => {
    const { decision } = await attemptIn('neither', { outcome: UNDONE });
    expect(decision).toMatchObject({ state: 'later', isUndone: true, nextAtMs: NOW_MS + 90_000 });
  });

  it('of a value that can never be sent is left to a person', async () => {
    const { decision } = await attemptIn('recognised', {
      outcome: new HubError('BAD_USER_INPUT', 'cannot stand there'),
    });
    expect(decision).toMatchObject({ state: 'needsAttention', problem: 'BAD_USER_INPUT: cannot stand there' });
  });
});

describe('a lost answer', () => {
  it.each<[Kind, object]>([
    ['recognised', { state: 'later', isUndone: false }],
    ['traced', { state: 'later', isUndone: false, nextAtMs: NOW_MS + 2_000 }],
    ['neither', { state: 'needsAttention' }],
  ])('of a kind that is %s', async (kind, decision) => {
    expect((await attemptIn(kind, { outcome: UNKNOWN })).decision).toMatchObject(decision);
  });

  it('is sent again at once where the system recognises it', async () => {
    expect((await attemptIn('recognised', { delivery: BEGUN })).done).toEqual(['begin', 'send']);
  });

  it('of an earlier process is left to a person where nobody can look, and nothing is sent', async () => {
    const { decision, done } = await attemptIn('neither', { delivery: BEGUN });
    expect([decision.state, done]).toEqual(['needsAttention', []]);
  });

  it('is found by what is new in the system', async () => {
    const made = await attemptIn('traced', { delivery: { ...BEGUN, known: ['B-1'] }, there: ['B-1', 'A-1'] });
    expect(made).toEqual({ decision: { state: 'delivered', receipt: 'A-1' }, done: ['look'] });
  });

  it.each([
    ['was there before', { delivery: { ...SETTLED, known: ['B-1'] }, there: ['B-1'] }],
    ['is another submission’s', { delivery: SETTLED, there: ['B-1'], taken: ['B-1'] }],
  ])('is not found in what %s', async (_what, situation) => {
    expect((await attemptIn('traced', situation)).done).toEqual(['look', 'begin', 'send']);
  });

  it('that is not there yet is waited for until the system cannot be working on it any more', async () => {
    const { decision, done } = await attemptIn('traced', { delivery: BEGUN });
    expect(decision).toMatchObject({ state: 'later', isUndone: false, nextAtMs: NOW_MS - 1_000 + SETTLE_MS });
    expect(done).toEqual(['look']);
    expect((await attemptIn('traced', { delivery: SETTLED })).done).toEqual(['look', 'begin', 'send']);
  });

  it('is waited for as long as the system cannot be asked', async () => {
    const { decision, done } = await attemptIn('traced', { delivery: SETTLED, there: down });
    expect(decision).toMatchObject({ state: 'later', isUndone: false });
    expect(done).toEqual(['look']);
  });

  it('of a first sending is found too after a second one that came to nothing', async () => {
    const afterSecond = { begunAtMs: undefined, known: [] };
    const made = await attemptIn('traced', { delivery: afterSecond, there: ['A-1'] });
    expect(made).toEqual({ decision: { state: 'delivered', receipt: 'A-1' }, done: ['look'] });
  });

  it('of which nobody knows what was there before is left to a person', async () => {
    const { decision } = await attemptIn('traced', { delivery: { ...SETTLED, known: undefined }, there: ['A-1'] });
    expect(decision.state).toBe('needsAttention');
  });
});

it('answers that the contract does not know are counted, and after five a person looks', async () => {
  expect((await attemptIn('recognised', { outcome: STRANGE })).decision).toMatchObject({ isBadAnswer: true });
  expect((await attemptIn('recognised', { outcome: UNKNOWN })).decision).toMatchObject({ isBadAnswer: false });
  const { decision, done } = await attemptIn('recognised', { delivery: { ...BEGUN, badAnswers: 5 } });
  expect([decision.state, done]).toEqual(['needsAttention', []]);
  const found = await attemptIn('traced', { delivery: { ...BEGUN, badAnswers: 5 }, there: ['A-1'] });
  expect(found.decision).toEqual({ state: 'delivered', receipt: 'A-1' });
});
