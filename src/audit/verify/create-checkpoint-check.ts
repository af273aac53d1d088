import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import type { ChainPoint, LoggedRow } from '../log-row.ts';
import type { Finding } from './finding.ts';

/** Compares a chain with what was vouched for. */
export interface CheckpointCheck {
  check(seq: number, rows: readonly LoggedRow[], findings: Finding[]): void;
  /** Looks for what was known of rows after the last one. */
  end(lastSeq: number, findings: Finding[]): void;
  /** The last place that fitted a checkpoint. */
  vouchedSeq(): number | undefined;
}

/** Creates a check against checkpoints whose signatures are good; those of rows before `from` are not for it. */
export function createCheckpointCheck(from: ChainPoint, checkpoints: readonly Checkpoint[]): CheckpointCheck {
  const bySeq = Map.groupBy(
    checkpoints.filter(({ seq }) => seq >= from.seq),
    ({ seq }) => seq,
  );
  let vouchedSeq: number | undefined;
  let isRewritten = false;

  function check(seq: number, hashes: readonly Buffer[], findings: Finding[]): void {
    const known = bySeq.get(seq);
    if (known === undefined) return;
    const stranger = known.find((one) => !hashes.some((hash) => hash.equals(one.hash)));
    if (stranger === undefined) {
      vouchedSeq = seq;
      isRewritten = false;
      return;
    }
    // Where one does not fit, all after it will not either: the first says everything.
    if (!isRewritten) findings.push({ kind: 'rewritten', seq, sinceSeq: vouchedSeq ?? from.seq, atMs: stranger.atMs });
    isRewritten = true;
  }

  const atStart: Finding[] = [];
  check(from.seq, [from.hash], atStart);
  return {
    check(seq, rows, findings) {
      findings.push(...atStart.splice(0));
      if (bySeq.has(seq)) {
        check(
          seq,
          rows.map(({ hash }) => hash),
          findings,
        );
      }
    },
    end(lastSeq, findings) {
      findings.push(...atStart.splice(0));
      const last = checkpoints.reduce<Checkpoint | undefined>(
        (found, one) => (found === undefined || one.seq > found.seq ? one : found),
        undefined,
      );
      if (last && last.seq > lastSeq) {
        findings.push({ kind: 'truncated', seq: lastSeq, knownSeq: last.seq, atMs: last.atMs });
      }
    },
    vouchedSeq: () => vouchedSeq,
  };
}
