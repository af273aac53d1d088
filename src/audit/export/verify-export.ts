import { type KeyObject, verify } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fingerprintOf } from '../../base/ed25519-key.ts';
import { type CheckpointLine, parseCheckpoint } from '../checkpoints/checkpoint.ts';
import { type ChainCheck, createChainCheck } from '../verify/create-chain-check.ts';
import type { Finding } from '../verify/finding.ts';
import { compareEnd, sortCheckpoints, summarize, type Verification } from '../verify/verify-access-log.ts';
import { type ExportEnd, type ExportHeader, messageOf } from './export-line.ts';
import { parseLine } from './parse-line.ts';

/**
 * Verifies an exported file by itself: no database and no secret key, only the hub's public key, got from elsewhere than
 * the file.
 */
export async function verifyExport(
  file: string,
  publicKey: KeyObject,
  onProgress: (rows: number) => void = () => {},
): Promise<Verification> {
  const reader = createReader(publicKey);
  const handle = await open(file);
  try {
    let line = 0;
    for await (const text of handle.readLines()) {
      reader.add(text, ++line);
      if (line % 5000 === 0) onProgress(line);
    }
  } finally {
    await handle.close();
  }
  return reader.end();
}

/** Takes the lines in turn: the header, checkpoints, rows, the end. */
function createReader(publicKey: KeyObject) {
  const findings: Finding[] = [];
  const vouchers: CheckpointLine[] = [];
  let header: ExportHeader | undefined;
  let check: ChainCheck | undefined;
  let end: ExportEnd | undefined;
  let lastSeq = Number.NEGATIVE_INFINITY;
  const complain = (reason: string) => findings.push({ kind: 'statement', reason });

  /** At the first row the checkpoints are complete. */
  function beginRows(before: ExportHeader['before']): ChainCheck {
    const sorted = sortCheckpoints(vouchers, publicKey);
    findings.push(...sorted.findings);
    return createChainCheck(before, sorted.good);
  }

  return {
    add(text: string, line: number): void {
      const read = parseLine(text);
      if (read === undefined) complain(`line ${line} is not as the hub writes it`);
      else if (end !== undefined) complain(`line ${line} stands after the end`);
      else if ((read.kind === 'header') !== (header === undefined)) complain(`line ${line} is not in its place`);
      else if (read.kind === 'header') header = read.header;
      else if (read.kind === 'end') end = read.end;
      else if (read.kind === 'checkpoint') {
        if (check) complain(`line ${line} is not in its place`);
        else vouchers.push(parseCheckpoint(read.text, line));
      } else if (header && read.row.seq >= lastSeq) {
        check ??= beginRows(header.before);
        check.add(read.row);
        lastSeq = read.row.seq;
      } else complain(`line ${line} is not in its place`);
    },
    end(): Verification {
      if (header === undefined) {
        complain('this is not an export of the access log: it has no header');
        return { rows: 0, lastSeq: 0, checkpoints: 0, vouchedSeq: undefined, findings };
      }
      const chain = (check ?? beginRows(header.before)).end();
      const { isSigned, reasons } = checkStatements(header, end, vouchers.length, publicKey);
      for (const reason of reasons) complain(reason);
      const all = [...chain.findings, ...(end ? compareEnd(end.end, chain) : []), ...findings];
      // The signed end vouches for every row before it, as a checkpoint does.
      const vouchedSeq = isSigned && all.length === 0 ? chain.end.seq : chain.vouchedSeq;
      return summarize({ ...chain, vouchedSeq }, vouchers.length, all);
    },
  };
}

/** Compares what the file says of itself with what the hub signed. */
function checkStatements(
  header: ExportHeader,
  end: ExportEnd | undefined,
  checkpoints: number,
  publicKey: KeyObject,
): { isSigned: boolean; reasons: string[] } {
  if (end === undefined) return { isSigned: false, reasons: ['the signed end is missing: the file was cut off'] };
  if (header.key !== fingerprintOf(publicKey)) {
    const reason = `the file names key ${header.key}, this one is ${fingerprintOf(publicKey)}: is it the right key?`;
    return { isSigned: false, reasons: [reason] };
  }
  if (!verify(null, messageOf(header, end), publicKey, Buffer.from(end.signature, 'base64'))) {
    return { isSigned: false, reasons: ['the header or the end is not what the hub signed'] };
  }
  const isComplete = end.checkpoints === checkpoints;
  return { isSigned: true, reasons: isComplete ? [] : [`${checkpoints} checkpoints instead of ${end.checkpoints}`] };
}
