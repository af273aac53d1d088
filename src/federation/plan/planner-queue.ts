import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { PlannerFailure } from './planner.ts';
import type { PlannerReply, PlannerRequest } from './planner-child.ts';

/** An operation to be planned. */
export interface PlannerJob {
  readonly operationText: string;
  resolve(plan: QueryPlan): void;
  reject(reason: Error): void;
}

const CHILD = fileURLToPath(new URL('./planner-child.ts', import.meta.url));

/** Starting takes a fraction of a second; on a machine that is overwhelmed it may take far longer. */
const START_TIMEOUT_MS = 60_000;

/** The planner's process and the jobs for it, sent one at a time so that it is certain which of them ended it. */
export class PlannerQueue {
  readonly #program: string;
  readonly #supergraphSdl: string;
  readonly #timeoutMs: number;
  readonly #waiting: PlannerJob[] = [];
  #current: PlannerJob | undefined;
  #child: ChildProcess | undefined;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  readonly #loaded = Promise.withResolvers<void>();

  constructor(supergraphSdl: string, timeoutMs: number, program = CHILD) {
    this.#program = program;
    this.#supergraphSdl = supergraphSdl;
    this.#timeoutMs = timeoutMs;
    // Whoever does not ask hears of it by his first job.
    this.#loaded.promise.catch(() => {});
    this.#start();
  }

  /** Resolves when the supergraph has been read. @throws PlannerFailure when it cannot be. */
  ready(): Promise<void> {
    this.#child?.channel?.ref();
    return this.#loaded.promise;
  }

  add(job: PlannerJob): void {
    if (this.#isClosed) {
      job.reject(new PlannerFailure('The query planner is closed'));
      return;
    }
    this.#waiting.push(job);
    if (!this.#current) this.#next();
  }

  close(): void {
    this.#refuseAll(new PlannerFailure('The query planner is closed'));
  }

  /** From now on nothing is planned: it is closed, or has no supergraph to plan over. */
  #refuseAll(reason: PlannerFailure): void {
    this.#isClosed = true;
    this.#loaded.reject(reason);
    for (const job of this.#waiting.splice(0)) job.reject(reason);
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
    if (!this.#child) this.#start();
    this.#child?.channel?.ref();
    if (this.#isReady) this.#sendCurrent();
    else this.#endAfter(START_TIMEOUT_MS);
  }

  #sendCurrent(): void {
    if (!this.#current || !this.#child) return;
    this.#send(this.#child, { operationText: this.#current.operationText });
    this.#endAfter(this.#timeoutMs);
  }

  #endAfter(timeoutMs: number): void {
    const child = this.#child;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => child?.kill('SIGKILL'), timeoutMs);
  }

  #send(child: ChildProcess, request: PlannerRequest): void {
    // A failed write is followed by the exit of the process, which is handled there.
    child.send(request, () => {});
  }

  #start(): void {
    // Nothing of the hub's environment or output belongs to the planner.
    const child = fork(this.#program, { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#child = child;
    this.#isReady = false;
    child.on('message', (reply: PlannerReply) => this.#receive(reply));
    child.on('error', (error) => this.#ended(child, error.message));
    child.on('exit', (code, signal) => this.#ended(child, signal ?? `exit code ${code}`));
    child.unref();
    child.channel?.unref();
    this.#send(child, { supergraphSdl: this.#supergraphSdl });
  }

  #receive(reply: PlannerReply): void {
    if ('ready' in reply) {
      this.#isReady = true;
      this.#loaded.resolve();
      if (this.#current) this.#sendCurrent();
      else this.#child?.channel?.unref();
      return;
    }
    if (!this.#isReady) {
      this.#refuseAll(new PlannerFailure('failure' in reply ? reply.failure : 'The query planner gave no reason'));
      return;
    }
    const job = this.#current;
    if ('plan' in reply) job?.resolve(reply.plan);
    else job?.reject(new Error(reply.failure));
    this.#next();
  }

  #ended(child: ChildProcess, reason: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#loaded.reject(new PlannerFailure(`The query planner ended (${reason})`));
    this.#current?.reject(new PlannerFailure(`The query planner ended while planning this operation (${reason})`));
    this.#next();
  }
}
