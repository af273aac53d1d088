import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallControl } from '../control.ts';
import type { Fault } from '../fault.ts';
import type { CountStatements } from './statement-counter.ts';

/** One client's connection through the proxy, from its acceptance to its end. */
export class Passage {
  readonly #client: Socket;
  readonly #control: CallControl;
  readonly #count: CountStatements;
  #server: Socket | undefined;
  /** Entries in the books whose answer has not begun. */
  #waiting = 0;
  #isCut = false;
  #isMute = false;

  constructor(client: Socket, control: CallControl, count: CountStatements) {
    this.#client = client;
    this.#control = control;
    this.#count = count;
  }

  /** Carries everything between client and server until one of them, or a fault, ends it; never rejects. */
  async run(target: NetConnectOpts | undefined): Promise<void> {
    try {
      await this.#carry(target);
    } catch {
      // Either side may go away at any time; the other learns it by the end of its own connection, below.
    } finally {
      this.#client.destroy();
      this.#server?.destroy();
      this.#answered();
    }
  }

  async #carry(target: NetConnectOpts | undefined): Promise<void> {
    const fault = this.#enter('connect');
    if (fault.down || !target) return;
    if (fault.hang) {
      this.#client.resume();
      return finished(this.#client);
    }
    await pauseFor(fault);
    this.#isCut = fault.truncated ?? false;
    const server = this.#open(target);
    for await (const chunk of this.#client) {
      const faults = this.#enterAll(this.#count(chunk));
      if (faults.some(({ down }) => down)) return;
      this.#isMute ||= faults.some(({ hang }) => hang);
      if (this.#isMute) continue;
      this.#isCut ||= faults.some(({ truncated }) => truncated);
      for (const one of faults) await pauseFor(one);
      server.write(chunk);
    }
  }

  #open(target: NetConnectOpts): Socket {
    const server = connect(target);
    this.#server = server;
    server.on('error', () => this.#client.destroy());
    server.on('close', () => this.#client.destroy());
    server.on('data', (chunk: Buffer) => this.#answer(chunk, server));
    return server;
  }

  #answer(chunk: Buffer, server: Socket): void {
    this.#answered();
    if (this.#isCut) {
      server.pause();
      this.#client.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => this.#client.destroy());
      return;
    }
    if (this.#client.write(chunk)) return;
    server.pause();
    this.#client.once('drain', () => server.resume());
  }

  #enter(operation: 'connect' | 'statement'): Fault {
    this.#waiting += 1;
    return this.#control.enter(operation).fault;
  }

  #enterAll(statements: number): readonly Fault[] {
    return Array.from({ length: statements }, () => this.#enter('statement'));
  }

  #answered(): void {
    for (; this.#waiting > 0; this.#waiting -= 1) this.#control.leave();
  }
}

async function pauseFor({ slowMs }: Fault): Promise<void> {
  if (slowMs) await sleep(slowMs, undefined, { ref: false });
}
