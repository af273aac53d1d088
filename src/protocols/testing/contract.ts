import { afterEach, describe, expect, it } from 'vitest';
import { CallFailure, type FailureKind } from '../../outbound/index.ts';
import type { Call } from '../protocol.ts';
import { everythingIn } from './everything-in.ts';

/** What a harness must make its fake system do. */
export type Behaviour =
  /** Answers the records of `harness.answer`. */
  | 'answers'
  /** Answers, as its contract says it, that there is no record. */
  | 'hasNone'
  /** Takes the question and never answers. */
  | 'hangs'
  /** Breaks the connection before it answers. */
  | 'resets'
  /** Answers with something that cannot be parsed and that holds `SECRETS.answer`. */
  | 'answersNonsense'
  /** Says that the hub's password is wrong. */
  | 'refusesPassword'
  /** Answers more than 10 MB. */
  | 'answersTooMuch'
  /** Says once that the session is over, then takes a new log-in and answers. Only where the protocol has sessions. */
  | 'endsSession';

/** Texts that a harness must use, and that must never come back in an error. */
export const SECRETS = {
  password: 'kata-sandi-yang-rahasia-7Q',
  argument: '1571991007900001',
  answer: 'ISI-JAWABAN-RAHASIA',
} as const;

/** A fake system with one open operation that takes the argument `key`. */
export interface OpenFake {
  readonly call: Call;
  /** How often the operation itself, log-ins not counted, has arrived. */
  arrivals(): number;
  openConnections(): number;
  /** Closes the source. */
  close(): Promise<void>;
  /** Stops the fake system. */
  stop(): Promise<void>;
}

export interface ProtocolHarness {
  readonly answer: unknown;
  readonly noneAnswer: unknown;
  readonly hasSession: boolean;
  /** Behaviours that its systems cannot have: a file breaks no connection and asks for no password. */
  readonly cannot?: readonly Behaviour[];
  /** Starts a fake system that behaves so and opens it; for `hangs` with a time limit of about 100 ms. */
  open(behaviour: Behaviour, isRead: boolean): Promise<OpenFake>;
}

/** The promises of `protocol.ts`; every protocol runs them against its own fake system. */
export function describeProtocol(name: string, harness: ProtocolHarness): void {
  const started: OpenFake[] = [];
  const open = async (behaviour: Behaviour, isRead = true): Promise<OpenFake> => {
    const fake = await harness.open(behaviour, isRead);
    started.push(fake);
    return fake;
  };
  afterEach(async () => {
    for (const fake of started.splice(0)) {
      await fake.close();
      await fake.stop();
    }
  });
  describe(`the protocol ${name}`, () => {
    describeAnswers(harness, open);
    describeFailures(harness, open);
    if (!harness.cannot?.includes('resets')) describeConnections(open);
  });
}

type Open = (behaviour: Behaviour, isRead?: boolean) => Promise<OpenFake>;

const ask = (fake: OpenFake) => fake.call({ key: SECRETS.argument });

function describeAnswers(harness: ProtocolHarness, open: Open): void {
  it('gives the parsed answer', async () => {
    expect(await ask(await open('answers'))).toEqual(harness.answer);
  });

  it('gives an answer without records as an answer, not as a failure', async () => {
    expect(await ask(await open('hasNone'))).toEqual(harness.noneAnswer);
  });

  it.runIf(harness.hasSession)('opens a new session when the old one is over, and asks again', async () => {
    const fake = await open('endsSession');
    expect(await ask(fake)).toEqual(harness.answer);
    expect(fake.arrivals()).toBe(2);
  });
}

const FAILURES: readonly [Behaviour, FailureKind][] = [
  ['hangs', 'unavailable'],
  ['resets', 'unavailable'],
  ['answersNonsense', 'badAnswer'],
  ['answersTooMuch', 'badAnswer'],
  ['refusesPassword', 'denied'],
];

function describeFailures({ cannot = [] }: ProtocolHarness, open: Open): void {
  const failures = FAILURES.filter(([behaviour]) => !cannot.includes(behaviour));
  it.each(failures)('a system that %s is a failure of the kind %s', async (behaviour, kind) => {
    const failure = await failureOf(await open(behaviour));
    expect(failure).toBeInstanceOf(CallFailure);
    expect(failure).toMatchObject({ kind });
  });

  it.each(failures)('a system that %s leaves no secret, argument or answer in the error', async (behaviour) => {
    const shown = everythingIn(await failureOf(await open(behaviour)));
    expect(shown).toContain('CallFailure');
    for (const secret of Object.values(SECRETS)) expect(shown).not.toContain(secret);
  });
}

function describeConnections(open: Open): void {
  it('sends a read once more when the connection broke before an answer', async () => {
    const fake = await open('resets');
    await failureOf(fake);
    expect(fake.arrivals()).toBe(2);
  });

  it('never sends a write a second time', async () => {
    const fake = await open('resets', false);
    await failureOf(fake);
    expect(fake.arrivals()).toBe(1);
  });

  it('leaves no connection open when it is closed', async () => {
    const fake = await open('answers');
    await ask(fake);
    await fake.close();
    await expect.poll(() => fake.openConnections()).toBe(0);
  });
}

function failureOf(fake: OpenFake): Promise<unknown> {
  return ask(fake).then(
    () => {
      throw new Error('the call did not fail');
    },
    (error: unknown) => error,
  );
}
