import { hashRow } from '../chain.ts';
import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import type { ChainPoint, LoggedRow } from '../log-row.ts';
import { createCheckpointCheck } from './create-checkpoint-check.ts';
import { findMoved, type Misfit } from './find-moved.ts';
import type { Finding } from './finding.ts';

/** Recomputes a chain, row by row. */
export interface ChainCheck {
  /** Takes the next row in the order of `seq`; several of the same must follow each other. */
  add(row: LoggedRow): void;
  /** Tells what was found; the check is over then. */
  end(): CheckedChain;
}

export interface CheckedChain {
  readonly rows: number;
  /** Where the rows end; where they begin when there is none. */
  readonly end: ChainPoint;
  /** The last place that a checkpoint vouches for. */
  readonly vouchedSeq: number | undefined;
  /** The first wrong row first. */
  readonly findings: readonly Finding[];
}

interface Run {
  readonly kind: 'changed';
  readonly seq: number;
  untilSeq: number;
}

/** Rows that do not fit and are kept to see whether they only stand elsewhere. */
const MAX_MISFITS = 200;

/** Creates a check of the rows that come after a point of the chain, against checkpoints whose signatures are good. */
export function createChainCheck(from: ChainPoint, checkpoints: readonly Checkpoint[]): ChainCheck {
  const findings: Finding[] = [];
  const misfits: Misfit[] = [];
  const vouchers = createCheckpointCheck(from, checkpoints);
  /** Any of which the next row may be tied to; none after a gap, where nothing is known. */
  let before: readonly Buffer[] = [from.hash];
  let lastSeq = from.seq;
  let lastHash = from.hash;
  let run: Run | undefined;
  let group: LoggedRow[] = [];
  let rows = 0;

  function flush(): void {
    const [first] = group;
    if (first === undefined) return;
    const { seq } = first;
    if (group.length > 1) findings.push({ kind: 'repeated', seq, times: group.length });
    if (seq <= from.seq) {
      findings.push({ kind: 'inserted', seq });
      return;
    }
    if (seq > lastSeq + 1) {
      findings.push({ kind: 'missing', seq: lastSeq + 1, untilSeq: seq - 1 });
      before = [];
      run = undefined;
    }
    const fitting = before.length === 0 ? first : findFitting(group, before);
    if (fitting) run = undefined;
    else noteMisfit(first);
    before = fitting ? [fitting.hash] : [...group.map(({ hash }) => hash), hashRow(before[0] as Buffer, seq, first)];
    vouchers.check(seq, group, findings);
    lastSeq = seq;
    lastHash = (fitting ?? first).hash;
  }

  function noteMisfit(row: LoggedRow): void {
    const begins = run === undefined;
    if (misfits.length < MAX_MISFITS) misfits.push({ row, previous: begins ? before[0] : undefined });
    if (run) {
      // After a row that does not fit, nothing says what the next one was tied to: one fault, not two.
      run.untilSeq = row.seq;
      return;
    }
    run = { kind: 'changed', seq: row.seq, untilSeq: row.seq };
    findings.push(run);
  }

  return {
    add(row) {
      rows++;
      if (group.length > 0 && group[0]?.seq !== row.seq) {
        flush();
        group = [];
      }
      group.push(row);
    },
    end() {
      flush();
      group = [];
      vouchers.end(lastSeq, findings);
      const told = findings.map((finding) => (finding.kind === 'changed' ? findMoved(finding, misfits) : finding));
      return { rows, end: { seq: lastSeq, hash: lastHash }, vouchedSeq: vouchers.vouchedSeq(), findings: told };
    },
  };
}

function findFitting(group: readonly LoggedRow[], before: readonly Buffer[]): LoggedRow | undefined {
  return group.find((row) => before.some((previous) => hashRow(previous, row.seq, row).equals(row.hash)));
}
