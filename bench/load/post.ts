import type { Dispatcher, Pool } from 'undici';

/** An answer, whole. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** Posts JSON over a kept connection by undici's lowest layer: what it costs above this is the caller's own. */
export function post(pool: Pool, path: string, headers: Record<string, string>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    pool.dispatch({ path, method: 'POST', headers, body }, new Exchange(resolve, reject));
  });
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (error: Error) => void;
  readonly #chunks: Buffer[] = [];
  #status = 0;

  constructor(resolve: (answer: Answer) => void, reject: (error: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  // undici takes a handler without this one for one of its older interface.
  onRequestStart(): void {}

  onResponseStart(_controller: unknown, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    this.#resolve({
      status: this.#status,
      body: only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks),
    });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#reject(error);
  }
}
