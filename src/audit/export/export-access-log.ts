import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { ClientBase } from 'pg';
import { type Clock, systemClock } from '../../base/clock.ts';
import { fingerprintOf } from '../../base/ed25519-key.ts';
import { type Database, withStoreErrors } from '../../store/index.ts';
import { CHAIN_START } from '../chain.ts';
import { type CheckpointLine, isSigned } from '../checkpoints/checkpoint.ts';
import type { ChainPoint } from '../log-row.ts';
import { readRows, withSnapshot } from '../read-rows.ts';
import { createChainCheck } from '../verify/create-chain-check.ts';
import type { Finding } from '../verify/finding.ts';
import { summarize, type Verification } from '../verify/verify-access-log.ts';
import { formatEnd, formatHeader, formatRow, formatVoucher, messageOf } from './export-line.ts';

export interface ExportOptions {
  /** Accesses from this moment on; from the first one where it is undefined. */
  readonly fromMs: number | undefined;
  /** Accesses before this moment. */
  readonly untilMs: number | undefined;
  /** Signs what the file says of itself. */
  readonly signingKey: KeyObject;
  readonly onProgress?: (rows: number) => void;
  readonly clock?: Clock;
}

interface Range {
  readonly before: ChainPoint;
  readonly lastSeq: number;
  readonly findings: readonly Finding[];
}

/**
 * Writes the rows from the first to the last of that time, with everything that verifying them needs but the public key;
 * `out` takes lines and resolves when it can take more. What is wrong with these rows is told, and written as it is.
 */
export function exportAccessLog(
  database: Database,
  checkpoints: readonly CheckpointLine[],
  out: (lines: string) => Promise<void>,
  options: ExportOptions,
): Promise<Verification> {
  return withStoreErrors(async () => {
    const client = await database.pool.connect();
    try {
      return await withSnapshot(client, () => writeExport(client, checkpoints, out, options));
    } finally {
      client.release();
    }
  });
}

async function writeExport(
  client: ClientBase,
  lines: readonly CheckpointLine[],
  out: (lines: string) => Promise<void>,
  options: ExportOptions,
): Promise<Verification> {
  const { signingKey, onProgress, clock = systemClock } = options;
  const { before, lastSeq, findings } = await findRange(client, options);
  const within = listWithin(lines, createPublicKey(signingKey), before.seq, lastSeq);
  const header = {
    key: fingerprintOf(signingKey),
    fromMs: options.fromMs ?? null,
    untilMs: options.untilMs ?? null,
    before,
  };
  await out(joinLines([formatHeader(header), ...within.map(({ text }) => formatVoucher(text))]));
  const check = createChainCheck(
    before,
    within.map(({ checkpoint }) => checkpoint),
  );
  let rows = 0;
  for await (const page of readRows(client, before.seq + 1, lastSeq)) {
    for (const row of page) check.add(row);
    await out(joinLines(page.map(formatRow)));
    rows += page.length;
    onProgress?.(rows);
  }
  const chain = check.end();
  const said = { end: chain.end, rows, checkpoints: within.length, atMs: clock.now() };
  const signature = sign(null, messageOf(header, said), signingKey).toString('base64');
  await out(joinLines([formatEnd({ ...said, signature })]));
  return summarize(chain, within.length, [...findings, ...chain.findings]);
}

/** From the first to the last row of that time, with those between that are not: only a whole piece of chain proves anything. */
async function findRange(client: ClientBase, { fromMs, untilMs }: ExportOptions): Promise<Range> {
  const times = [fromMs, untilMs].map((ms) => (ms === undefined ? null : new Date(ms).toISOString()));
  const { rows: found } = await client.query<{ first: string | null; last: string | null }>(
    `select min(seq) as first, max(seq) as last from access_log
     where seq > 0 and at >= coalesce($1::timestamptz, '-infinity') and at < coalesce($2::timestamptz, 'infinity')`,
    times,
  );
  const first = Number(found[0]?.first ?? 1);
  const lastSeq = Number(found[0]?.last ?? 0);
  if (first === 1) return { before: CHAIN_START, lastSeq, findings: [] };
  const { rows } = await client.query<{ hash: Buffer }>('select hash from access_log where seq = $1', [first - 1]);
  const [row] = rows;
  if (row) return { before: { seq: first - 1, hash: row.hash }, lastSeq, findings: [] };
  const missing: Finding = { kind: 'missing', seq: first - 1, untilSeq: first - 1 };
  return { before: { seq: first - 1, hash: CHAIN_START.hash }, lastSeq, findings: [missing] };
}

function listWithin(lines: readonly CheckpointLine[], publicKey: KeyObject, fromSeq: number, untilSeq: number) {
  return lines.flatMap((line) => {
    const { checkpoint, text } = line;
    if (!checkpoint || checkpoint.seq < fromSeq || checkpoint.seq > untilSeq) return [];
    return isSigned(line, publicKey) ? [{ checkpoint, text }] : [];
  });
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
