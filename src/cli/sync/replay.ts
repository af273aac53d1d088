import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import type { SyncControl } from '../../ports/sync-control.ts';
import { withProgress } from '../with-progress.ts';
import { getStream } from './find-stream.ts';

/** `sync replay`: tries quarantined rows again, all of a stream or one; exit code 1 while some still do not fit. */
export async function replayRows(control: SyncControl, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [name, id, ...others] = positionals;
  if (name === undefined || others.length > 0) {
    throw new HubError('BAD_USER_INPUT', 'Say which stream, and perhaps which row of it', {
      fix: 'For example: npm run hub -- sync replay dpmptsp/perizinan/Permit',
    });
  }
  const { stream } = getStream(name, await control.listStreams());
  const outcome = await withProgress(`Trying the rows of ${stream} again`, () => control.replay(stream, id));
  if (values.json) console.log(JSON.stringify({ stream, ...outcome }, null, 2));
  else {
    const { written, rejected } = outcome;
    console.log(`${stream}: ${written.toLocaleString('en')} fit now, ${rejected.toLocaleString('en')} still do not.`);
  }
  return outcome.rejected > 0 ? 1 : 0;
}
