import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { JobBoard } from '../../ports/job-board.ts';
import { createBoardSessions } from './board-sessions.ts';

export interface JobBoardOptions {
  /** Loads the board; asked at the first request that may see it. */
  open(basePath: string): Promise<JobBoard>;
  /** Says until when who sends these headers is an operator. @throws or gives nothing for everybody else */
  findOperator(headers: IncomingHttpHeaders): Promise<{ readonly expiresMs: number } | undefined>;
  readonly clock?: Clock;
}

const BASE = '/jobs';
/** The page on which a person shows his token; it belongs to the hub's other pages. */
const LOGIN_PAGE = '/jobs-login';

/**
 * Adds the job board at `/jobs`, for operators: with their token in `Authorization`, or in a browser after it was sent once to
 * `/jobs/session`. There is no address below `/jobs` that takes anything else but GET.
 */
export function serveJobBoard(app: FastifyInstance, options: JobBoardOptions): void {
  const { clock = systemClock } = options;
  const sessions = createBoardSessions(clock);
  let board: Promise<JobBoard> | undefined;
  const getBoard = () => {
    board ??= options.open(BASE);
    board.catch(() => {
      board = undefined;
    });
    return board;
  };
  app.post(`${BASE}/session`, async ({ headers }, reply) => {
    const operator = await getOperator(options, headers);
    return reply
      .code(204)
      .header('cache-control', 'no-store')
      .header('set-cookie', sessions.begin(operator.expiresMs))
      .send();
  });
  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!sessions.isOpen(request.headers.cookie)) {
      if (isPerson(request)) return reply.header('cache-control', 'no-store').redirect(LOGIN_PAGE, 303);
      await getOperator(options, request.headers);
    }
    const { answer } = await getBoard();
    reply.hijack();
    answer(request.raw, reply.raw);
    return reply;
  };
  app.get(BASE, show);
  app.get(`${BASE}/*`, show);
  app.addHook('onClose', async () => (await board)?.close());
}

/** A browser that opens the page, which has no token to send. */
function isPerson({ headers }: FastifyRequest): boolean {
  return headers.authorization === undefined && (headers.accept ?? '').includes('text/html');
}

/** The same answer to everybody else, whatever is wrong with his token. */
async function getOperator({ findOperator }: JobBoardOptions, headers: IncomingHttpHeaders) {
  const operator = headers.authorization && (await findOperator(headers).catch(() => undefined));
  if (operator) return operator;
  const error = new HubError('FORBIDDEN', 'The job board is for operators.', {
    fix: `Send an operator's token, or open ${LOGIN_PAGE} in a browser.`,
  });
  throw Object.assign(error, { statusCode: 403 });
}
