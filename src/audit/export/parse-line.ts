import type { ChainPoint, LoggedRow } from '../log-row.ts';
import { type ExportEnd, type ExportHeader, formatEnd, formatHeader, formatRow } from './export-line.ts';

/** One line of an export, read. */
export type ExportLine =
  | { readonly kind: 'header'; readonly header: ExportHeader }
  /** Signed for itself, in the form that the file of checkpoints has. */
  | { readonly kind: 'checkpoint'; readonly text: string }
  | { readonly kind: 'row'; readonly row: LoggedRow }
  | { readonly kind: 'end'; readonly end: ExportEnd };

type Fields = Readonly<Record<string, unknown>>;

/** Reads a line; undefined unless it is, letter by letter, as the hub writes one. */
export function parseLine(text: string): ExportLine | undefined {
  const { header, checkpoint, row, end } = parse(text);
  if (isFields(header)) {
    const found = readHeader(header);
    return formatHeader(found) === text ? { kind: 'header', header: found } : undefined;
  }
  if (isFields(checkpoint)) return { kind: 'checkpoint', text: JSON.stringify(checkpoint) };
  if (isFields(row)) {
    const found = readRow(row);
    return formatRow(found) === text ? { kind: 'row', row: found } : undefined;
  }
  if (isFields(end)) {
    const found = readEnd(end);
    return formatEnd(found) === text ? { kind: 'end', end: found } : undefined;
  }
  return undefined;
}

// What is read here may have any type: written again it must give the same line, and then it had the right ones.

function readHeader({ key, fromMs, untilMs, before }: Fields): ExportHeader {
  return {
    key: String(key),
    fromMs: typeof fromMs === 'number' ? fromMs : null,
    untilMs: typeof untilMs === 'number' ? untilMs : null,
    before: readPoint(before),
  };
}

function readEnd({ end, rows, checkpoints, atMs, signature }: Fields): ExportEnd {
  const [rowCount, checkpointCount] = [Number(rows), Number(checkpoints)];
  return {
    end: readPoint(end),
    rows: rowCount,
    checkpoints: checkpointCount,
    atMs: Number(atMs),
    signature: String(signature),
  };
}

function readRow(row: Fields): LoggedRow {
  const orNull = (value: unknown) => (value === null ? null : String(value));
  return {
    ...readPoint(row),
    atMs: Number(row.atMs),
    channel: String(row.channel),
    actorKind: String(row.actorKind),
    actorHash: bytes(row.actorHash),
    actorSealed: row.actorSealed === null ? null : bytes(row.actorSealed),
    dataKeyId: orNull(row.dataKeyId),
    actorOpd: orNull(row.actorOpd),
    app: orNull(row.app),
    subjectHash: bytes(row.subjectHash),
    indexKeyId: String(row.indexKeyId),
    reads: String(row.reads),
    purpose: String(row.purpose),
    basis: String(row.basis),
    caseId: orNull(row.caseId),
    outcome: String(row.outcome),
  };
}

function readPoint(value: unknown): ChainPoint {
  const { seq, hash } = isFields(value) ? value : {};
  return { seq: Number(seq), hash: bytes(hash) };
}

function bytes(value: unknown): Buffer {
  return Buffer.from(String(value), 'hex');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function parse(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}
