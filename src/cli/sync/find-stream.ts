import { HubError } from '../../base/hub-error.ts';
import type { StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import { nameNearest } from '../schema/name-nearest.ts';

/**
 * Finds the stream that is meant: by its whole name, or by the end of it where no other ends so.
 * @throws HubError NOT_FOUND with the nearest name, BAD_USER_INPUT for one that several have.
 */
export function getStream(name: string, streams: readonly StreamStatus[]): StreamStatus {
  const wanted = name.toLowerCase();
  const fitting = streams.filter(({ stream }) => `/${stream}`.toLowerCase().endsWith(`/${wanted}`));
  const [found, ...others] = fitting;
  if (found && others.length === 0) return found;
  const names = streams.map(({ stream }) => stream);
  if (others.length > 0) {
    throw new HubError('BAD_USER_INPUT', `Several streams end in ${name}`, {
      fix: `Name one: ${fitting.map(({ stream }) => stream).join(', ')}`,
    });
  }
  // A short name is compared with short ones: distance counts the missing OPD for wrong.
  const depth = name.split('/').length;
  const ends = names.map((one) => one.split('/').slice(-depth).join('/'));
  throw new HubError('NOT_FOUND', `There is no stream ${name}`, {
    fix: `${nameNearest(name, ends)}All of them: npm run hub -- sync status`,
  });
}

/** The streams that were named, or all where none was. */
export async function listNamed(control: SyncControl, names: readonly string[]): Promise<readonly StreamStatus[]> {
  const streams = await control.listStreams();
  return names.length === 0 ? streams : names.map((name) => getStream(name, streams));
}
