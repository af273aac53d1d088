import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallArguments, Source } from '../../protocol.ts';
import { createFilesProtocol } from '../index.ts';
import { DEFAULT_FILE_LIMITS, type FileLimits } from '../limits.ts';
import type { Sleep } from '../settling.ts';

export type Spec = Readonly<Record<string, unknown>>;

export interface OpenFolder {
  readonly path: string;
  readonly source: Source;
  /** Puts a file into the folder as if it had last been written `ageSeconds` ago. */
  put(name: string, content: string | Buffer, ageSeconds?: number): void;
  /** One call of an operation. */
  ask(spec: Spec, args?: CallArguments): Promise<unknown>;
  close(): Promise<void>;
}

export interface FolderSetup {
  readonly sleep?: Sleep;
  readonly limits?: Partial<FileLimits>;
  readonly timeoutMs?: number;
  readonly source?: Spec;
}

/** Opens a source on an empty folder of its own; by default nothing is waited for. */
export function openFolder(setup: FolderSetup = {}): OpenFolder {
  const { sleep = async () => {}, timeoutMs = 10_000 } = setup;
  const path = mkdtempSync(join(tmpdir(), 'files-'));
  const protocol = createFilesProtocol(sleep, { ...DEFAULT_FILE_LIMITS, ...setup.limits });
  const source = protocol.open({ files: path, ...setup.source }, { timeoutMs, concurrency: 8 });
  const nowSeconds = Date.now() / 1000;
  return {
    path,
    source,
    put: (name, content, ageSeconds = 60) => {
      writeFileSync(join(path, name), content);
      utimesSync(join(path, name), nowSeconds, nowSeconds - ageSeconds);
    },
    ask: async (spec, args = {}) => source.prepare({ name: 'ask', spec, isRead: true })(args),
    close: async () => {
      await source.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}
