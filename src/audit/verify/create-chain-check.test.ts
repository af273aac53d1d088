import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainRows } from '../chain.ts';
import type { AccessRow, LoggedRow } from '../log-row.ts';
import { createChainCheck } from './create-chain-check.ts';

const rowOf = (index: number): AccessRow => ({
  atMs: 1_795_500_000_000 + index,
  channel: 'query',
  actorKind: 'officer',
  actorHash: Buffer.alloc(32, 1),
  actorSealed: null,
  dataKeyId: null,
  actorOpd: null,
  app: null,
  subjectHash: Buffer.alloc(32, index),
  indexKeyId: 'i1',
  reads: '[]',
  purpose: `purpose ${index}`,
  basis: 'public-task',
  caseId: null,
  outcome: 'allowed',
});

/** A sound log of ten rows. */
function logRows(): LoggedRow[] {
  const rows = Array.from({ length: 10 }, (_, index) => rowOf(index + 1));
  const { hashes } = chainRows(CHAIN_START, rows);
  return rows.map((row, index) => ({ ...row, seq: index + 1, hash: hashes[index] as Buffer }));
}

function check(rows: readonly LoggedRow[], checkpoints: readonly LoggedRow[] = []) {
  const one = createChainCheck(
    CHAIN_START,
    checkpoints.map(({ seq, hash }) => ({ seq, hash, atMs: 0 })),
  );
  for (const row of rows) one.add(row);
  return one.end();
}

const alter = (rows: readonly LoggedRow[], ...seqs: number[]) =>
  rows.map((row) => (seqs.includes(row.seq) ? { ...row, purpose: 'altered' } : row));

describe('checking a chain', () => {
  it('finds nothing in a sound one, and tells its end', () => {
    const rows = logRows();
    const { seq, hash } = rows[9] as LoggedRow;
    expect(check(rows)).toEqual({ rows: 10, end: { seq, hash }, vouchedSeq: undefined, findings: [] });
  });

  it('goes on after a gap with the next row as it stands, and finds what is wrong later', () => {
    const rows = alter(logRows(), 9).filter(({ seq }) => seq < 3 || seq > 5);
    expect(check(rows).findings).toEqual([
      { kind: 'missing', seq: 3, untilSeq: 5 },
      { kind: 'changed', seq: 9, untilSeq: 9 },
    ]);
  });

  it('takes rows that do not fit one after the other for one finding', () => {
    expect(check(alter(logRows(), 4, 5)).findings).toEqual([{ kind: 'changed', seq: 4, untilSeq: 5 }]);
  });

  it('knows the right one of two rows with one number, and goes on from it', () => {
    const rows = logRows();
    const false5 = { ...(rows[4] as LoggedRow), purpose: 'other', hash: Buffer.alloc(32, 9) };
    expect(check(rows.toSpliced(4, 0, false5)).findings).toEqual([{ kind: 'repeated', seq: 5, times: 2 }]);
    expect(check(rows.toSpliced(5, 0, false5)).findings).toEqual([{ kind: 'repeated', seq: 5, times: 2 }]);
  });

  it('says up to where checkpoints vouch, and which is the first that does not', () => {
    const rows = logRows();
    const at = (seq: number) => rows[seq - 1] as LoggedRow;
    expect(check(rows, [at(3), at(7)]).vouchedSeq).toBe(7);
    const foreign = { ...at(6), hash: Buffer.alloc(32, 9) };
    const { vouchedSeq, findings } = check(rows, [at(3), foreign]);
    expect({ vouchedSeq, findings }).toEqual({
      vouchedSeq: 3,
      findings: [{ kind: 'rewritten', seq: 6, sinceSeq: 3, atMs: 0 }],
    });
  });
});
