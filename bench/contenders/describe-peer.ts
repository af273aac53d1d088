import { join } from 'node:path';
import type { ProcessOptions } from '../process/start-process.ts';

/** The contenders that are somebody else's. */
export const peerNames = ['hive', 'apollo'] as const;
export type PeerName = (typeof peerNames)[number];

/** What a process says that is ready to be asked. */
export interface AnswersAt {
  readonly url: string;
}

export interface PeerSetting {
  readonly supergraphFile: string;
  /** The one header of a request that subgraphs get to see. */
  readonly forwardedHeader?: string;
}

/** How to start a peer; its process says where it answers. */
export function describePeer(name: PeerName, { supergraphFile, forwardedHeader }: PeerSetting): ProcessOptions {
  return {
    name,
    script: join(import.meta.dirname, name, `${name}-server.ts`),
    env: {
      BENCH_SUPERGRAPH_FILE: supergraphFile,
      ...(forwardedHeader !== undefined && { BENCH_FORWARDED_HEADER: forwardedHeader }),
      // Apollo Gateway would else look for a cloud's metadata server and report its use: neither is on this machine.
      APOLLO_TELEMETRY_DISABLED: 'true',
    },
  };
}
