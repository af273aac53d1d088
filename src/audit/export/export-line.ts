import type { ChainPoint, LoggedRow } from '../log-row.ts';

/** The first line: what the file is, and what its first row is tied to. */
export interface ExportHeader {
  /** Fingerprint of the key that signed it. */
  readonly key: string;
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  readonly before: ChainPoint;
}

/** The last line: what the hub says that it wrote, signed. */
export interface ExportEnd {
  readonly end: ChainPoint;
  readonly rows: number;
  readonly checkpoints: number;
  readonly atMs: number;
  readonly signature: string;
}

/** Writes the header as a line. */
export function formatHeader({ key, fromMs, untilMs, before }: ExportHeader): string {
  return toLine({
    header: { format: 'hub access log', version: 1, key, fromMs, untilMs, before: toText(before) },
  });
}

/** Writes a checkpoint as a line; it is signed for itself and stays as it is. */
export function formatVoucher(checkpoint: string): string {
  return `{"checkpoint":${checkpoint}}`;
}

/** Writes a row as a line: its own names, bytes in hexadecimal. */
export function formatRow(row: LoggedRow): string {
  const { seq, atMs, channel, actorKind, actorHash, actorSealed, dataKeyId, actorOpd, app } = row;
  const { subjectHash, indexKeyId, reads, purpose, basis, caseId, outcome, hash } = row;
  return toLine({
    row: {
      ...{ seq, atMs, channel, actorKind, actorHash: hex(actorHash), actorSealed: actorSealed && hex(actorSealed) },
      ...{ dataKeyId, actorOpd, app, subjectHash: hex(subjectHash), indexKeyId, reads, purpose, basis, caseId },
      ...{ outcome, hash: hex(hash) },
    },
  });
}

/** Writes the end as a line. */
export function formatEnd({ end, rows, checkpoints, atMs, signature }: ExportEnd): string {
  return toLine({ end: { end: toText(end), rows, checkpoints, atMs, signature } });
}

/** What is signed: the end, and the header with it. */
export function messageOf({ fromMs, untilMs, before }: ExportHeader, said: Omit<ExportEnd, 'signature'>): Buffer {
  const { end, rows, checkpoints, atMs } = said;
  const { seq, hash } = toText(before);
  const last = toText(end);
  const parts = [fromMs, untilMs, seq, hash, last.seq, last.hash, rows, checkpoints, atMs];
  return Buffer.from(`hub access log export 1\n${parts.join('\n')}`);
}

/** Readers of lines take these two for ends of lines, and JSON does not. */
function toLine(value: object): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function toText({ seq, hash }: ChainPoint): { seq: number; hash: string } {
  return { seq, hash: hex(hash) };
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}
