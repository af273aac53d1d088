import { type Dispatcher, Pool } from 'undici';
import { CallFailure } from './call-failure.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query; the origin belongs to the transport. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  /** Sent once more when a kept connection turns out to be broken before any answer came. */
  readonly isRead: boolean;
  /** When it must have been answered, in milliseconds since the epoch; else the transport's own timeout from now on. */
  readonly deadlineMs?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly date: string | undefined;
  /** The Link header, several of them put together. */
  readonly link: string | undefined;
  readonly text: string;
}

/** What a call may take at most. */
export interface CallLimits {
  readonly timeoutMs: number;
  /** Calls under way at once, and so connections. */
  readonly concurrency: number;
  /** Ten million by default. */
  readonly maxAnswerBytes?: number;
}

/** Sends requests to one origin. */
export interface Transport {
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

// An answer of a citizen's records is a few kB; anything near this is a fault or an attack on the hub's memory.
const MAX_ANSWER_BYTES = 10_000_000;
// How often overdue calls are looked for: one timer for all calls in flight costs less than one timer per call.
const SWEEP_INTERVAL_MS = 50;

/** Creates a transport over kept connections, with one deadline per request that also bounds a dripping answer. */
export function createTransport(origin: string, limits: CallLimits): Transport {
  const pool = new Pool(origin, {
    // Never more than calls: old servers give a worker to each connection. A few to spare would save a tenth of the
    // hub's CPU under load, because a connection that has just answered is not free until undici's next turn.
    connections: limits.concurrency,
    headersTimeout: 0,
    bodyTimeout: 0,
    // Else a connection that is never made holds its place for undici's own ten seconds.
    connect: { timeout: limits.timeoutMs },
  });
  const maxAnswerBytes = limits.maxAnswerBytes ?? MAX_ANSWER_BYTES;
  const inFlight: Exchange[] = [];
  const sweep = setInterval(() => {
    const now = Date.now();
    for (const exchange of inFlight.filter(({ deadline }) => deadline <= now)) exchange.expire();
  }, SWEEP_INTERVAL_MS);
  sweep.unref();
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const exchange = new Exchange(request, pool, inFlight, resolve, reject);
        exchange.deadline = request.deadlineMs ?? Date.now() + limits.timeoutMs;
        exchange.maxAnswerBytes = maxAnswerBytes;
        exchange.dispatch();
      }),
    close: async () => {
      clearInterval(sweep);
      await pool.destroy();
    },
  };
}

type Settle<T> = (value: T) => void;

/** One request on its way, and its answer as it arrives. */
class Exchange implements Dispatcher.DispatchHandler {
  deadline = 0;
  maxAnswerBytes = MAX_ANSWER_BYTES;
  readonly #options: Dispatcher.DispatchOptions;
  readonly #pool: Pool;
  /** Whether it is sent again, once, when the connection ends before an answer began. */
  #mayRepeat: boolean;
  readonly #inFlight: Exchange[];
  /** Its place there. */
  #place: number;
  readonly #resolve: Settle<HttpAnswer>;
  readonly #reject: Settle<Error>;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #bytes = 0;
  #status = 0;
  #retryAfter: string | undefined;
  #date: string | undefined;
  #link: string | undefined;
  #failure: CallFailure | undefined;

  constructor(
    { path, method, headers, body, isRead }: HttpRequest,
    pool: Pool,
    inFlight: Exchange[],
    resolve: Settle<HttpAnswer>,
    reject: Settle<Error>,
  ) {
    this.#options = { path, method, headers, body: body ?? null };
    this.#pool = pool;
    this.#mayRepeat = isRead;
    this.#inFlight = inFlight;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#place = inFlight.push(this) - 1;
  }

  /** A method, and no closure that is made for each call: one that knows its call kept all of them in memory for seconds. */
  dispatch(): void {
    this.#pool.dispatch(this.#options, this);
  }

  /** Gives up on an overdue call; one that still waits for a connection fails when it gets it. */
  expire(): void {
    // Without a connection nothing was sent, and nothing will be: the first thing that it would do is end.
    const isUndone = this.#controller === undefined;
    this.#abort(new CallFailure('unavailable', 'no answer within the time allowed', { isUndone }));
    this.#finish();
    this.#reject(this.#failure as CallFailure);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#failure) controller.abort(this.#failure);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    this.#status = status;
    this.#retryAfter = textOrNothing(headers['retry-after']);
    this.#date = textOrNothing(headers.date);
    this.#link = Array.isArray(headers.link) ? headers.link.join(', ') : textOrNothing(headers.link);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.maxAnswerBytes)
      this.#abort(new CallFailure('badAnswer', `the answer is larger than ${this.maxAnswerBytes} bytes`));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#finish();
    const [only] = this.#chunks;
    const whole = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    const text = whole.toString('utf8');
    this.#resolve({ status: this.#status, retryAfter: this.#retryAfter, date: this.#date, link: this.#link, text });
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    if (this.#mayRepeat && !this.#failure && this.#status === 0 && isBroken(cause)) {
      this.#mayRepeat = false;
      this.dispatch();
      return;
    }
    this.#finish();
    this.#reject(this.#failure ?? failureOf(cause, this.#controller === undefined));
  }

  #abort(failure: CallFailure): void {
    this.#failure = failure;
    this.#controller?.abort(failure);
  }

  /** The last one takes its place. Not a Set: its outgrown tables would keep what is long over (see base/under-way.ts). */
  #finish(): void {
    const last = this.#inFlight.pop();
    if (!last || last === this) return;
    // Over already: whoever was last still is.
    if (this.#inFlight[this.#place] !== this) {
      this.#inFlight.push(last);
      return;
    }
    this.#inFlight[this.#place] = last;
    last.#place = this.#place;
  }
}

function textOrNothing(header: unknown): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

const BROKEN_CONNECTION = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

function codeOf(error: Error): string {
  return String((error as NodeJS.ErrnoException).code ?? 'no code');
}

function isBroken(error: Error): boolean {
  return error.name !== 'HTTPParserError' && BROKEN_CONNECTION.has(codeOf(error));
}

/** Keeps only the code of what went wrong below: undici's parser errors carry the bytes of the answer. */
function failureOf(error: Error, isUndone: boolean): CallFailure {
  if (error.name === 'HTTPParserError') return new CallFailure('badAnswer', 'something that is not HTTP');
  return new CallFailure('unavailable', `the connection failed (${codeOf(error)})`, { isUndone });
}
