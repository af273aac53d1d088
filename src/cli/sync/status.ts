import { parseArgs } from 'node:util';
import type { SyncControl } from '../../ports/sync-control.ts';
import { judgeStreams } from '../../sync/index.ts';
import { paint } from '../paint.ts';
import { listNamed } from './find-stream.ts';
import { formatStatus } from './format-status.ts';

/** `sync status`: how the streams fare; with --check exit code 1 when one of them should be looked at. */
export async function showStatus(control: SyncControl, args: string[], nowMs = Date.now()): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
  });
  const streams = await listNamed(control, positionals);
  const alerts = judgeStreams(streams, nowMs);
  if (values.json) console.log(JSON.stringify(streams, null, 2));
  else if (streams.length === 0) console.log('No connector file has a sync: section.');
  else {
    console.log(formatStatus(streams, nowMs));
    for (const { subject, describe } of alerts) console.log(`${paint('red', '!')} ${subject}: ${describe}`);
  }
  return values.check && alerts.length > 0 ? 1 : 0;
}
