import type { KeyObject } from 'node:crypto';
import { type Database, withStoreErrors } from '../../store/index.ts';
import { CHAIN_START } from '../chain.ts';
import { type Checkpoint, type CheckpointLine, isSigned } from '../checkpoints/checkpoint.ts';
import type { ChainPoint } from '../log-row.ts';
import { findHead, readRows, withSnapshot } from '../read-rows.ts';
import { type CheckedChain, createChainCheck } from './create-chain-check.ts';
import type { Finding } from './finding.ts';

/** What verifying came to; nothing is wrong when there is no finding. */
export interface Verification {
  readonly rows: number;
  readonly lastSeq: number;
  /** How many checkpoints with a good signature were compared. */
  readonly checkpoints: number;
  /** The last row that a checkpoint vouches for; later ones are only chained. */
  readonly vouchedSeq: number | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Recomputes the whole chain of the log and compares it with its head and with checkpoints that were read before this
 * call, so that rows written meanwhile are not missed.
 * @throws HubError INTERNAL when the database does not answer; whatever is wrong with the log is a finding.
 */
export function verifyAccessLog(
  database: Database,
  checkpoints: readonly CheckpointLine[],
  publicKey: KeyObject,
  onProgress: (rows: number) => void = () => {},
): Promise<Verification> {
  const { good, findings } = sortCheckpoints(checkpoints, publicKey);
  const check = createChainCheck(CHAIN_START, good);
  return withStoreErrors(async () => {
    const client = await database.pool.connect();
    try {
      return await withSnapshot(client, async () => {
        const head = await findHead(client);
        let rows = 0;
        for await (const page of readRows(client)) {
          for (const row of page) check.add(row);
          rows += page.length;
          onProgress(rows);
        }
        const chain = check.end();
        const all = [...chain.findings, ...compareEnd(head, chain), ...findings];
        return summarize(chain, good.length, all);
      });
    } finally {
      client.release();
    }
  });
}

/** Parts the checkpoints that the key's holder has signed from those that prove nothing. */
export function sortCheckpoints(
  lines: readonly CheckpointLine[],
  publicKey: KeyObject,
): { good: Checkpoint[]; findings: Finding[] } {
  const good: Checkpoint[] = [];
  const findings: Finding[] = [];
  for (const one of lines) {
    if (one.checkpoint === undefined) findings.push({ kind: 'checkpoint-unreadable', line: one.line });
    else if (isSigned(one, publicKey)) good.push(one.checkpoint);
    else findings.push({ kind: 'checkpoint-forged', line: one.line });
  }
  return { good, findings };
}

/** Puts a checked chain and all that was found together. */
export function summarize(chain: CheckedChain, checkpoints: number, findings: readonly Finding[]): Verification {
  return { rows: chain.rows, lastSeq: chain.end.seq, checkpoints, vouchedSeq: chain.vouchedSeq, findings };
}

/** Compares where a chain ends with where it is said to. */
export function compareEnd(head: ChainPoint | undefined, { end }: CheckedChain): Finding[] {
  if (head === undefined) return [{ kind: 'head', seq: end.seq }];
  if (head.seq > end.seq) return [{ kind: 'missing', seq: end.seq + 1, untilSeq: head.seq }];
  if (head.seq < end.seq) return [{ kind: 'inserted', seq: head.seq + 1 }];
  return head.hash.equals(end.hash) ? [] : [{ kind: 'head', seq: end.seq }];
}
