import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { type Planner, readSupergraph } from './planner.ts';
import type { PlannerReply, PlannerRequest } from './planner-messages.ts';

export interface PlannerProcess extends Planner {
  /** Ends the process; plans still under way are rejected. */
  close(): void;
}

export interface PlannerProcessOptions {
  /** A plan takes well under a millisecond; one that takes this long is taken for hung. */
  readonly timeoutMs?: number;
}

interface Job {
  readonly operationText: string;
  resolve(plan: QueryPlan): void;
  reject(reason: Error): void;
}

const CHILD = fileURLToPath(new URL('./planner-child.ts', import.meta.url));
const DEFAULT_TIMEOUT_MS = 5000;

/**
 * Creates a planner in a process of its own. The planner is native code that ends its process on some valid queries
 * (it panics); there that costs only the caller who sent the query.
 * @throws HubError CONFIG_INVALID when the supergraph cannot be read.
 */
export function createPlannerProcess(supergraphSdl: string, options: PlannerProcessOptions = {}): PlannerProcess {
  readSupergraph(supergraphSdl);
  const queue = new PlannerQueue(supergraphSdl, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  return {
    plan: (operationText) => new Promise<QueryPlan>((resolve, reject) => queue.add({ operationText, resolve, reject })),
    close: () => queue.close(),
  };
}

/** Sends jobs one at a time, so that it is certain which of them ended the process. */
class PlannerQueue {
  readonly #supergraphSdl: string;
  readonly #timeoutMs: number;
  readonly #waiting: Job[] = [];
  #current: Job | undefined;
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(supergraphSdl: string, timeoutMs: number) {
    this.#supergraphSdl = supergraphSdl;
    this.#timeoutMs = timeoutMs;
    this.#child = this.#start();
  }

  add(job: Job): void {
    if (this.#closed) {
      job.reject(new Error('The query planner is closed'));
      return;
    }
    this.#waiting.push(job);
    if (!this.#current) this.#next();
  }

  close(): void {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.reject(new Error('The query planner is closed'));
    this.#child?.kill('SIGKILL');
  }

  #next(): void {
    clearTimeout(this.#timer);
    this.#current = this.#waiting.shift();
    if (!this.#current) {
      // An idle planner must not keep the hub from ending.
      this.#child?.channel?.unref();
      return;
    }
    this.#child ??= this.#start();
    this.#child.channel?.ref();
    this.#send(this.#child, { operationText: this.#current.operationText });
    const child = this.#child;
    this.#timer = setTimeout(() => child.kill('SIGKILL'), this.#timeoutMs);
  }

  #send(child: ChildProcess, request: PlannerRequest): void {
    // A failed write is followed by the exit of the process, which is handled there.
    child.send(request, () => {});
  }

  #start(): ChildProcess {
    // Nothing of the hub's environment or output belongs to the planner.
    const child = fork(CHILD, { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('message', (reply: PlannerReply) => this.#settle(reply));
    child.on('error', (error) => this.#ended(child, error.message));
    child.on('exit', (code, signal) => this.#ended(child, signal ?? `exit code ${code}`));
    child.unref();
    child.channel?.unref();
    this.#send(child, { supergraphSdl: this.#supergraphSdl });
    return child;
  }

  #settle(reply: PlannerReply): void {
    const job = this.#current;
    if ('plan' in reply) job?.resolve(reply.plan);
    else job?.reject(new Error(reply.failure));
    this.#next();
  }

  #ended(child: ChildProcess, reason: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#current?.reject(new Error(`The query planner ended while planning this operation (${reason})`));
    this.#next();
  }
}
