import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import type { RunMode, StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import { paint } from '../paint.ts';
import { getStream } from './find-stream.ts';
import { createProgressLine, formatProgress } from './show-progress.ts';
import { type RunEnd, waitForRun } from './wait-for-run.ts';

/** `sync run`: asks for a run now, and with --wait stays until it has ended; exit code 1 when it did not succeed. */
export async function runNow(control: SyncControl, args: string[], lookMs: number): Promise<number> {
  const { streams, mode, allowShrink, wait, json } = await readRun(control, args);
  const ends: RunEnd[] = [];
  for (const { stream } of streams) {
    // A run of its own calendar may have ended while others were waited for.
    const before = getStream(stream, await control.listStreams());
    await control.run(stream, mode, { allowShrink });
    if (wait) ends.push(await follow(control, before, lookMs));
    else if (!json) console.log(`${stream}: a run is asked for.`);
  }
  if (json) console.log(JSON.stringify(wait ? ends : streams.map(({ stream }) => ({ stream, mode })), null, 2));
  else for (const end of ends) console.log(describe(end));
  return ends.every(({ end }) => end === 'succeeded') ? 0 : 1;
}

async function readRun(control: SyncControl, args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      sweep: { type: 'boolean', default: false },
      'allow-shrink': { type: 'boolean', default: false },
      wait: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { all, sweep, wait, json, 'allow-shrink': allowShrink } = values;
  if (all === positionals.length > 0) {
    throw new HubError('BAD_USER_INPUT', 'Say which stream to run, or --all', {
      fix: 'For example: npm run hub -- sync run dpmptsp/perizinan/Permit --wait',
    });
  }
  if (allowShrink && (all || positionals.length > 1)) {
    throw new HubError('BAD_USER_INPUT', '--allow-shrink is for one stream, which somebody has looked at');
  }
  const known = await control.listStreams();
  const streams = all ? known.filter(mayRun) : positionals.map((name) => getStream(name, known));
  const mode: RunMode = sweep ? 'sweep' : 'changes';
  return { streams, mode, allowShrink, wait, json };
}

/** Those that a person has stopped, or must look at, are run by their names alone. */
function mayRun({ stream, state }: StreamStatus): boolean {
  const isStopped = state === 'paused' || state === 'needsAttention';
  if (isStopped) console.error(`${stream} is left out: it ${state === 'paused' ? 'is paused' : 'needs a person'}.`);
  return !isStopped;
}

async function follow(control: SyncControl, before: StreamStatus, lookMs: number): Promise<RunEnd> {
  const line = createProgressLine();
  try {
    return await waitForRun(control, before, {
      now: Date.now,
      pause: () => sleep(lookMs),
      onLook: (status) => line.show(formatProgress(status)),
    });
  } finally {
    line.clear();
  }
}

function describe({ end, status }: RunEnd): string {
  const { stream, counts, reason } = status;
  if (end === 'notBegun') {
    return `${stream}: ${paint('yellow', 'nobody has begun the run yet')}. It stays asked for; is a hub running?`;
  }
  if (end === 'failed') return `${stream}: ${paint('red', 'no success')}. ${reason ?? ''}`.trimEnd();
  const { read = 0, written = 0, unchanged = 0, rejected = 0, deleted = 0, vanished = 0 } = counts ?? {};
  const parts = Object.entries({ written, unchanged, rejected, deleted, vanished })
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${value.toLocaleString('en')} ${name}`);
  return `${stream}: ${paint('green', 'done')}. ${read.toLocaleString('en')} rows read${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}
