// A process of the bench: records the simulated city, then serves the recorded answers of all its systems from memory,
// under the path of each system's name, for as little CPU as node:http allows.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../../process/answer-parent.ts';
import type { Citizen } from './citizens.ts';
import { recordCity } from './record-city.ts';
import type { RecordedAnswer } from './recorded-answers.ts';

/** What the bench learns when the upstream is ready. */
export interface UpstreamReady {
  /** The settings that the hub needs to reach the recorded systems. */
  readonly settings: Readonly<Record<string, string>>;
  readonly citizens: readonly Citizen[];
}

/** What the bench may ask of the upstream: to answer later from now on, and how many calls came so far. */
export type UpstreamQuestion = { readonly delayMs?: number };
export type UpstreamReply = { readonly calls: number };

const { citizens, settings, answers } = await recordCity(Number(process.env.BENCH_CITIZENS));
let calls = 0;
let delayMs = 0;

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => reply(request, response, body));
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
answerParent(
  {
    citizens,
    settings: {
      ...settings,
      DUKCAPIL_URL: `${base}/disdukcapil`,
      DPMPTSP_URL: `${base}/dpmptsp`,
      BPPRD_URL: `${base}/bpprd`,
      SIKESAL_URL: `${base}/sikesal`,
    },
  } satisfies UpstreamReady,
  (question: UpstreamQuestion): UpstreamReply => {
    delayMs = question.delayMs ?? delayMs;
    return { calls };
  },
);

function reply(request: IncomingMessage, response: ServerResponse, body: string): void {
  calls++;
  const answer = answers.find(request.url ?? '', body);
  if (!answer) response.writeHead(404).end();
  else if (delayMs === 0) send(response, answer);
  else setTimeout(send, delayMs, response, answer);
}

function send(response: ServerResponse, { contentType, body }: RecordedAnswer): void {
  response.writeHead(200, ['content-type', contentType, 'content-length', String(body.length)]).end(body);
}
