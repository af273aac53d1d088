import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import type { SyncControl } from '../../ports/sync-control.ts';
import { getStream } from './find-stream.ts';

const DONE = { pause: 'is paused', resume: 'goes on' } as const;

/** `sync pause` and `sync resume`, of the streams that are named. */
export async function pauseOrResume(control: SyncControl, action: keyof typeof DONE, args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  if (positionals.length === 0) {
    throw new HubError('BAD_USER_INPUT', `Say which stream to ${action}`, {
      fix: `For example: npm run hub -- sync ${action} dpmptsp/perizinan/Permit`,
    });
  }
  const known = await control.listStreams();
  // All are found before the first is touched.
  for (const { stream } of positionals.map((name) => getStream(name, known))) {
    await control[action](stream);
    console.log(`${stream} ${DONE[action]}.`);
  }
  return 0;
}
