import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import type { QuarantinedRow, SyncControl } from '../../ports/sync-control.ts';
import { paint } from '../paint.ts';
import { readNumber } from '../read-number.ts';
import { getStream } from './find-stream.ts';
import { formatAge } from './format-age.ts';

const MAX_ROWS = 10_000;

/** `sync quarantine`: rows that did not fit, by their numbers, with what to do about each; never what stands in them. */
export async function showQuarantine(control: SyncControl, args: string[], nowMs = Date.now()): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, limit: { type: 'string', default: '50' } },
  });
  if (positionals.length > 1) throw new HubError('BAD_USER_INPUT', 'Name one stream, or none for all');
  const limit = readNumber('--limit', values.limit, MAX_ROWS);
  const [name] = positionals;
  const streams = await control.listStreams();
  const stream = name === undefined ? undefined : getStream(name, streams).stream;
  const rows = await control.listQuarantine(stream, limit);
  if (values.json) {
    console.log(JSON.stringify(rows, null, 2));
    return 0;
  }
  if (rows.length === 0) console.log('No row lies in quarantine.');
  for (const row of rows) console.log(describe(row, nowMs));
  const all = streams.filter((one) => !stream || one.stream === stream).reduce((sum, one) => sum + one.quarantined, 0);
  if (all > rows.length) console.log(`… and ${(all - rows.length).toLocaleString('en')} more; --limit shows them.`);
  return 0;
}

function describe(
  { id, stream, row, field, valueKind, cause, fix, firstSeenAtMs }: QuarantinedRow,
  nowMs: number,
): string {
  return [
    `${paint('bold', stream)} row ${row}, ${field} (${valueKind}), for ${formatAge(nowMs - firstSeenAtMs)}  ${paint('dim', id)}`,
    `  ${cause}`,
    `  ${fix}`,
  ].join('\n');
}
