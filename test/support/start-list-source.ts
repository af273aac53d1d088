import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListColumns } from './list-source/list-columns.ts';
import { type ListFault, ListFaults } from './list-source/list-fault.ts';
import { createListTable, type ListTable } from './list-source/list-table.ts';
import type { ListRow } from './list-source/row.ts';
import { type PageRequest, selectPage } from './list-source/select-page.ts';

/** A legacy system with one list, which a test changes and breaks while it is read. */
export interface ListSource {
  readonly url: string;
  readonly table: ListTable;
  readonly columns: ListColumns;
  /** Pages that were asked for, as `path?query`. */
  readonly asked: readonly string[];
  /** Adds a fault to those in force. */
  fail(fault: ListFault): void;
  /** Ends all faults, and forgets the answers that hang. */
  heal(): void;
  /** Keeps what the rows are now, for the fault `stale`. */
  remember(): void;
  /** Runs before a page is chosen, counted from 1: what changes here changes while somebody reads. */
  beforePage(listener: (page: number) => void): void;
  /** Every row as the source shows it now, by id: what a copy must be compared with. */
  shown(): readonly ListRow[];
  stop(): Promise<void>;
}

export interface ListSourceOptions {
  readonly rows?: number;
  readonly seed?: number;
}

/** Starts a list source on a free port of the loopback address; the caller stops it. */
export async function startListSource({ rows = 1000, seed = 1 }: ListSourceOptions = {}): Promise<ListSource> {
  const table = createListTable(rows, seed);
  const [columns, faults] = [new ListColumns(), new ListFaults()];
  const asked: string[] = [];
  const listeners: ((page: number) => void)[] = [];
  const waiting = new Set<ServerResponse>();
  let remembered = new Map<string, ListRow>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://source');
    if (pathname === '/rows/of') return void answerLive(request, response, table, columns, faults);
    const page = readRequest(pathname, searchParams);
    if (!page) return void response.writeHead(404).end();
    asked.push(`${request.url}`);
    for (const listener of listeners) listener(asked.length);
    const met = faults.enter();
    const { rows: chosen, total, next } = selectPage(table.rows(), remembered, page, met, asked.length);
    const content = {
      total: String(total),
      next: next === undefined ? null : `c${next}`,
      rows: chosen.map((row) => columns.show(row)),
    };
    if (met.some((fault) => fault.kind === 'hang')) return void waiting.add(response);
    send(response, JSON.stringify(content), met);
  };
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const heal = (): void => {
    faults.heal();
    for (const response of waiting) response.destroy();
    waiting.clear();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    table,
    columns,
    asked,
    fail: (fault) => faults.add(fault),
    heal,
    remember: () => {
      remembered = new Map(table.rows().map((row) => [String(row.id), row]));
    },
    beforePage: (listener) => void listeners.push(listener),
    shown: () => table.rows().map((row) => columns.show(row)),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** `/rows` by number (`page`) or behind a row (`after`), `/cursor` by a mark that only the source understands. */
function readRequest(path: string, query: URLSearchParams): PageRequest | undefined {
  const size = Number(query.get('size') || 500);
  const since = query.get('since') ?? '';
  if (path === '/cursor') return { since, size, start: { index: Number((query.get('cursor') || 'c0').slice(1)) } };
  if (path !== '/rows') return undefined;
  if (query.has('after')) return { since, size, start: { after: query.get('after') ?? '' } };
  return { since, size, start: { index: (Number(query.get('page') || 1) - 1) * size } };
}

/** A person's rows, for the live query: `{"nik":"…"}`, or without one those of a place. Only a source that is away fails. */
async function answerLive(
  request: IncomingMessage,
  response: ServerResponse,
  table: ListTable,
  columns: ListColumns,
  faults: ListFaults,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const wanted = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { nik?: string; lokasi?: string };
  const rows = table.rows().filter((row) => (wanted.nik ? row.nik === wanted.nik : row.lokasi === wanted.lokasi));
  send(response, JSON.stringify({ rows: rows.map((row) => columns.show(row)) }), faults.outages());
}

function send(response: ServerResponse, text: string, faults: readonly ListFault[]): void {
  const find = <Kind extends ListFault['kind']>(kind: Kind): Extract<ListFault, { kind: Kind }> | undefined =>
    faults.find((fault): fault is Extract<ListFault, { kind: Kind }> => fault.kind === kind);
  if (find('down')) return void response.destroy();
  const body = find('status500') ? '<h1>An Error Was Encountered</h1>' : text;
  const write = (): void => {
    const [status, type] = find('status500') ? [500, 'text/html'] : [200, 'application/json'];
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
    if (!find('cut')) return void response.end(body);
    // Half of it must have left before the connection goes.
    response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy());
  };
  const delay = find('slow')?.ms;
  if (delay === undefined) write();
  else setTimeout(write, delay).unref();
}
