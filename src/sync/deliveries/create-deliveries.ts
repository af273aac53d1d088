import { type Clock, systemClock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { CompiledSubmission } from '../../connector/index.ts';
import type { AttachmentStore } from '../../ports/attachment-store.ts';
import type { JobAttempt, Jobs, RunJob } from '../../ports/jobs.ts';
import type { Delivery, DeliveryStore, WaitingSubmission } from '../../store/index.ts';
import { attempt, type Decision } from './attempt.ts';
import { asDeliveryJob, DELIVER } from './delivery-job.ts';

export interface DeliveriesParts {
  readonly store: DeliveryStore;
  /** What the connectors of this process can send. */
  readonly submissions: readonly CompiledSubmission[];
  readonly jobs: Pick<Jobs, 'add'>;
  /** Where what came with them lies. */
  readonly attachments?: Pick<AttachmentStore, 'readOf' | 'removeOf'>;
  readonly log: Log;
  readonly clock?: Clock;
  /** 0 to 1. */
  readonly random?: () => number;
  readonly timing?: Partial<DeliveryTiming>;
}

/** How long and how often; tests shorten them. */
export interface DeliveryTiming {
  /**
   * No attempt takes longer: a look and a sending, each within its system's time limit. A worker that is gone is taken for
   * gone after it.
   */
  readonly leaseMs: number;
  /** How often rows are looked for whose time has come and that have no job. */
  readonly sweepEveryMs: number;
}

/** Brings what lies in the outbox to the OPDs' systems. */
export interface Deliveries {
  /** What jobs of these names do. */
  readonly runners: Readonly<Record<typeof DELIVER, RunJob>>;
  /** Makes one attempt at a submission, if it is its turn. @throws HubError INTERNAL when the database does not answer. */
  deliver(id: string, kind: string): Promise<void>;
  /** Adds jobs for all whose time has come; those that have one keep it. Returns how many it added or found. */
  sweep(): Promise<number>;
  /** Sweeps now and then until it is closed. */
  start(): void;
  close(): Promise<void>;
}

const defaultTiming: DeliveryTiming = { leaseMs: 5 * 60_000, sweepEveryMs: 30_000 };
const SWEEP_ROWS = 1_000;

/** Creates the deliveries of one process; other processes may do the same on the same database. */
export function createDeliveries(parts: DeliveriesParts): Deliveries {
  const { store, submissions, jobs, attachments, log, clock = systemClock, random = Math.random } = parts;
  const { leaseMs, sweepEveryMs } = { ...defaultTiming, ...parts.timing };
  const byKind = new Map(submissions.map((one) => [one.kind, one]));
  const wake = (waiting: WaitingSubmission, delayMs = 0) => jobs.add(asDeliveryJob(waiting, delayMs));
  const deliver = async (id: string, kind: string, isAborted = () => false): Promise<void> => {
    const submission = byKind.get(kind);
    if (!submission || isAborted()) return;
    const claim = await store.claim(id, leaseMs);
    if (claim.state !== 'claimed') return;
    const { delivery } = claim;
    const decision = await attempt(delivery, { store, submission, attachments, leaseMs, clock, random });
    await settle(store, delivery, decision);
    // The sweep of attachments removes what is left behind here.
    if (decision.state === 'delivered' && submission.attachments) await attachments?.removeOf(id);
    note(log, delivery, decision);
    if (decision.state === 'lost') return;
    if (decision.state === 'later') await wake(delivery, Math.max(0, decision.nextAtMs - clock.now()));
    else await wakeNext(delivery);
  };
  const wakeNext = async (delivery: Delivery): Promise<void> => {
    const next = await store.findNext(delivery);
    if (next) await wake(next);
  };
  const sweep = async (): Promise<number> => {
    const due = await store.listDue([...byKind.keys()], SWEEP_ROWS);
    for (const one of due) await wake(one);
    return due.length;
  };
  const sweeper = createSweeper(sweep, sweepEveryMs, log);
  const run: RunJob = ({ data, signal }: JobAttempt) =>
    deliver(String(data.submission), String(data.kind), () => signal.aborted);
  return { runners: { [DELIVER]: run }, deliver: (id, kind) => deliver(id, kind), sweep, ...sweeper };
}

async function settle(store: DeliveryStore, delivery: Delivery, decision: Decision): Promise<void> {
  switch (decision.state) {
    case 'delivered':
      return store.markDelivered(delivery, decision.receipt);
    case 'rejected':
      return store.markRejected(delivery, decision.reason);
    case 'needsAttention':
      return store.askPerson(delivery, decision.problem);
    case 'later':
      return store.postpone(delivery, decision);
    case 'lost':
      return;
    default:
      decision satisfies never;
  }
}

function note(log: Log, { id, opd, system, kind, attempts }: Delivery, decision: Decision): void {
  const fields = { submission: id, opd, system, kind, attempts };
  if (decision.state === 'needsAttention')
    log.error('submission needs attention', { ...fields, problem: decision.problem });
  else if (decision.state === 'later') log.warn('submission waits', { ...fields, problem: decision.problem });
  else log.info(`submission ${decision.state}`, fields);
}

/** Sweeps every so often, never twice at once; what failed once is tried again. */
function createSweeper(sweep: () => Promise<number>, everyMs: number, log: Log): Pick<Deliveries, 'start' | 'close'> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= sweep()
      .then(
        () => undefined,
        (error: unknown) => log.warn('outbox not swept', { error }),
      )
      .finally(() => {
        running = undefined;
      });
  };
  return {
    start: () => {
      timer ??= setInterval(run, everyMs).unref();
      run();
    },
    close: async () => {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
  };
}
