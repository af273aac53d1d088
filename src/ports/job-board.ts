import type { IncomingMessage, ServerResponse } from 'node:http';

/** A page that shows the queues and can change nothing in them. It asks nobody who he is: whoever serves it does. */
export interface JobBoard {
  /** Answers a request for an address below `/jobs`. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}
