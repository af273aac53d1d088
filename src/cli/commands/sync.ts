import { HubError } from '../../base/hub-error.ts';
import type { SyncControl } from '../../ports/sync-control.ts';
import type { Run } from '../command.ts';
import { nameNearest } from '../schema/name-nearest.ts';
import { pauseOrResume } from '../sync/pause.ts';
import { showQuarantine } from '../sync/quarantine.ts';
import { replayRows } from '../sync/replay.ts';
import { runNow } from '../sync/run.ts';
import { showStatus } from '../sync/status.ts';
import { type WithSync, withHubSync } from '../sync/with-sync.ts';

const ACTIONS: Readonly<Record<string, (control: SyncControl, args: string[], lookMs: number) => Promise<number>>> = {
  run: runNow,
  status: (control, args) => showStatus(control, args),
  pause: (control, args) => pauseOrResume(control, 'pause', args),
  resume: (control, args) => pauseOrResume(control, 'resume', args),
  replay: (control, args) => replayRows(control, args),
  quarantine: (control, args) => showQuarantine(control, args),
};

/** How often a run that is waited for is looked at. */
const LOOK_MS = 500;

/** `sync …`: what operators do with the streams of records. */
export function createSyncCommand(withSync: WithSync, lookMs = LOOK_MS): Run {
  return async ([name = '', ...args]) => {
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action) return withSync((control) => action(control, args, lookMs));
    const names = Object.keys(ACTIONS);
    throw new HubError('BAD_USER_INPUT', `Say what to do with the streams: ${names.join(', ')}`, {
      fix: `${nameNearest(name, names)}For example: npm run hub -- sync status`,
    });
  };
}

export const runSync = createSyncCommand(withHubSync);
