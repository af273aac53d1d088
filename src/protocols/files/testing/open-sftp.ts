import type { CallArguments, Source } from '../../protocol.ts';
import { createSftpProtocol } from '../index.ts';
import { DEFAULT_FILE_LIMITS, type FileLimits } from '../limits.ts';
import type { Sleep } from '../settling.ts';
import type { Spec } from './open-folder.ts';
import { type SftpFake, startSftp } from './start-sftp.ts';

export interface OpenSftp {
  readonly server: SftpFake;
  readonly source: Source;
  /** Puts a file into the folder as if it had last been written `ageSeconds` ago. */
  put(name: string, content: string | Buffer, ageSeconds?: number): void;
  /** One call of an operation. */
  ask(spec: Spec, args?: CallArguments): Promise<unknown>;
  close(): Promise<void>;
}

export interface SftpSetup {
  readonly password?: string;
  /** The password that the server takes, when it is another one. */
  readonly acceptedPassword?: string;
  readonly publicKey?: string;
  /** Fingerprints that the source names beside the server's own. */
  readonly hostKeysBeside?: readonly string[];
  readonly sleep?: Sleep;
  readonly limits?: Partial<FileLimits>;
  readonly timeoutMs?: number;
  /** What the source says, beside the address. */
  readonly source?: Spec;
}

/** Opens a source on an empty folder of a server of its own; by default nothing is waited for. */
export async function openSftp(setup: SftpSetup = {}): Promise<OpenSftp> {
  const { password = 'sandi-demo', acceptedPassword = password, sleep = async () => {}, timeoutMs = 10_000 } = setup;
  const { publicKey } = setup;
  const server = await startSftp({ user: 'hub', password: acceptedPassword, ...(publicKey && { publicKey }) });
  const protocol = createSftpProtocol(sleep, { ...DEFAULT_FILE_LIMITS, ...setup.limits });
  const secret = publicKey ? '' : `:${encodeURIComponent(password)}`;
  const spec = {
    sftp: `sftp://hub${secret}@127.0.0.1:${server.port}/ekspor`,
    hostKey: [...(setup.hostKeysBeside ?? []), server.hostKey].join(', '),
    ...setup.source,
  };
  const source = protocol.open(spec, { timeoutMs, concurrency: 8 });
  const nowSeconds = Math.floor(Date.now() / 1000);
  return {
    server,
    source,
    put: (name, content, ageSeconds = 60) => {
      server.files.set(`/ekspor/${name}`, { content: Buffer.from(content), mtime: nowSeconds - ageSeconds });
    },
    ask: async (operation, args = {}) => source.prepare({ name: 'ask', spec: operation, isRead: true })(args),
    close: async () => {
      await source.close();
      await server.stop();
    },
  };
}
