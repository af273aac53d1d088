import type { FastifyInstance, FastifyReply } from 'fastify';
import { HubError } from '../../base/hub-error.ts';
import type { Log } from '../../base/log.ts';
import { makeTable, type Table } from './make-table.ts';
import { createVariableReader } from './read-variables.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

export interface ExportOptions {
  /** Operations whose first list can be had as a table, by name: `city-status`. */
  readonly operations: ReadonlyMap<string, string>;
  readonly log: Log;
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof TYPES;

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/**
 * Serves `GET /export/<operation>.csv` and `.xlsx`: the first list of a registered operation as a table, asked of `/graphql`
 * with the caller's own headers, so that every rule, limit and log there holds here. Variables stand in the address, and
 * personal ones are refused there as everywhere. Nothing is exported of an answer with errors.
 */
export function serveExport(app: FastifyInstance, { operations, log }: ExportOptions): void {
  const readers = new Map([...operations].map(([name, text]) => [name, createVariableReader(text)]));
  app.get<{ Params: { file: string }; Querystring: Record<string, string> }>(
    '/export/:file',
    async (request, reply) => {
      const [, name = '', format = ''] = /^([\w-]+)\.(csv|xlsx)$/.exec(request.params.file) ?? [];
      const query = operations.get(name);
      const readVariables = readers.get(name);
      if (query === undefined || !readVariables) throw notThere(operations);
      const variables = readVariables(request.query);
      const { authorization, 'hub-purpose': purpose, 'hub-case': openCase } = request.headers;
      const answer = await app.inject({
        method: 'GET',
        url: '/graphql',
        query: { query, variables: JSON.stringify(variables) },
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'apollo-require-preflight': 'export',
          ...(authorization && { authorization }),
          ...(purpose && { 'hub-purpose': purpose }),
          ...(openCase && { 'hub-case': openCase }),
        },
      });
      const { data, errors } = answer.json<Answer>();
      if (errors) return refuse(reply, answer.statusCode, errors);
      const table = makeTable(data);
      if (!table) throw notThere(operations);
      log.info('a table was exported', { operation: name, format, rows: table.rows.length });
      return send(reply, name, format as Format, table);
    },
  );
}

function refuse(reply: FastifyReply, status: number, errors: readonly unknown[]) {
  return reply
    .code(status >= 400 ? status : 502)
    .header('cache-control', 'no-store')
    .send({ errors });
}

async function send(reply: FastifyReply, name: string, format: Format, table: Table) {
  const content = format === 'csv' ? writeCsv(table) : await writeXlsx(table, name);
  return reply
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(content);
}

function notThere(operations: ExportOptions['operations']): HubError {
  return new HubError('NOT_FOUND', 'There is no such table.', {
    fix: `Ask for /export/<operation>.csv or .xlsx, of: ${[...operations.keys()].sort().join(', ')}.`,
  });
}
