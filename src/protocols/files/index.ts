/**
 * The files protocols: CSV and XLSX that an OPD leaves in a folder of this machine (`files`) or of its SFTP server
 * (`sftp`). An operation reads the newest whole file of its name and finds rows by their columns. They refuse to read a
 * file that is still being written, to leave the folder, to trust a host key that nobody named, to take a column they do
 * not find for no condition, and to guess at a number that Excel has rounded: such a row is rejected by its number, and
 * a question that it might answer fails instead of being told that there is nothing.
 */
import { isAbsolute } from 'node:path';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { type Protocol, type Source, SpecMistake } from '../protocol.ts';
import { openFileSource } from './file-source.ts';
import { createFolder } from './folder.ts';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './limits.ts';
import { checkOperation, listParameters } from './operation.ts';
import type { FilePlace } from './place.ts';
import { probePlace } from './probe-place.ts';
import type { Sleep } from './settling.ts';
import { readSftpAddress } from './sftp/address.ts';
import { createRemoteFolder } from './sftp/remote-folder.ts';
import { createSftpSession } from './sftp/session.ts';

export { putFile } from './upload/put-file.ts';
export { type FileTrial, takesFile, tryFile } from './upload/try-file.ts';

type Spec = Readonly<Record<string, unknown>>;

/** Creates the protocol of folders on this machine; tests bring their own sleep and smaller limits. */
export function createFilesProtocol(sleep: Sleep, limits: FileLimits = DEFAULT_FILE_LIMITS): Protocol {
  return createProtocol('files', { openPlace: openFolder, settleMs: 500, sleep, limits });
}

/** Creates the protocol of folders on SFTP servers. */
export function createSftpProtocol(sleep: Sleep, limits: FileLimits = DEFAULT_FILE_LIMITS): Protocol {
  // Its times are whole seconds: a file that has looked the same for a second cannot change without looking otherwise.
  return createProtocol('sftp', { openPlace: openRemoteFolder, settleMs: 1000, sleep, limits });
}

const sleep: Sleep = (milliseconds) => sleepFor(milliseconds, undefined, { ref: false });

export const files: Protocol = createFilesProtocol(sleep);
export const sftp: Protocol = createSftpProtocol(sleep);

interface Kind {
  /** @throws SpecMistake */
  openPlace(spec: Spec, timeoutMs: number): FilePlace;
  readonly settleMs: number;
  readonly sleep: Sleep;
  readonly limits: FileLimits;
}

function createProtocol(name: string, { openPlace, settleMs, sleep, limits }: Kind): Protocol {
  return {
    name,
    open: (spec, { timeoutMs }): Source =>
      openFileSource(openPlace(spec, timeoutMs), {
        settleMs: Number(spec.settleMs ?? settleMs),
        sleep,
        limits: { ...limits, maxBytes: Number(spec.maxBytes ?? limits.maxBytes) },
        timeoutMs,
      }),
    probe: (spec, { timeoutMs }) => probePlace(openPlace(spec, timeoutMs), timeoutMs),
    listParameters: ({ where }) => ({ all: listParameters(where), addressed: [] }),
    checkOperation,
  };
}

function openFolder(spec: Spec): FilePlace {
  const folder = String(spec.files);
  if (isAbsolute(folder)) return createFolder(folder);
  throw new SpecMistake('files', 'is not a whole path of a folder', 'write it like: /srv/hub/dinsos');
}

function openRemoteFolder(spec: Spec, timeoutMs: number): FilePlace {
  const address = readSftpAddress(spec);
  return createRemoteFolder(createSftpSession(address), address.folder, timeoutMs);
}
