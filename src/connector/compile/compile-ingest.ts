import { HubError } from '../../base/hub-error.ts';
import type { IngestTarget, RejectedPush } from '../../ports/ingest.ts';
import type { PushRow, PushStore } from '../../ports/push-store.ts';
import { type AcceptSpec, readAccept } from '../../protocols/push/index.ts';
import type { CompiledRecord } from './compile-record.ts';
import { compileCondition } from './condition.ts';
import type { OpenSource } from './open-sources.ts';
import { compilePath } from './path.ts';

const DEFAULT_WINDOW_SECONDS = 300;

export interface IngestParts {
  readonly opd: string;
  readonly system: string;
  readonly pushes: PushStore | undefined;
}

/** Where an operation of a pushed source takes its rows; undefined for one of another source, and without a store. */
export function compileIngest(
  { opd, system, pushes }: IngestParts,
  name: string,
  spec: Readonly<Record<string, unknown>>,
  open: OpenSource,
  record: CompiledRecord,
): IngestTarget | undefined {
  if (open.protocol.name !== 'push' || !pushes) return undefined;
  const accept = readAccept(spec);
  const stream = `${opd}/${system}/${name}`;
  const checkRow = createRowCheck(accept, record, { opd, system });
  return {
    secret: String(open.spec.push),
    windowSeconds: Number(open.spec.windowSeconds ?? DEFAULT_WINDOW_SECONDS),
    maxRows: accept.maxRows,
    accept: async (rows, signature, refuseAgainUntilMs) => {
      const checked = rows.map(checkRow);
      const rejected = checked.flatMap((one) => ('reason' in one ? [one] : []));
      const good = checked.flatMap((one) => ('reason' in one ? [] : [one]));
      const counts = await pushes.accept({ stream, signature, refuseAgainUntilMs, rows: good });
      return counts === 'replayed' ? counts : { received: rows.length, ...counts, rejected };
    },
  };
}

/** A row of a delivery as it will be kept, or why it is not. */
function createRowCheck(accept: AcceptSpec, record: CompiledRecord, at: { opd: string; system: string }) {
  const { key, version, deletedWhen, lookupColumns } = accept;
  const condition = deletedWhen ? compileCondition(deletedWhen) : undefined;
  const isDeleted = typeof condition === 'function' ? condition : () => false;
  const findUnfit = createFitCheck(accept);
  const source = { ...at, mode: 'COPY', asOf: '' } as const;
  return (row: unknown, index: number): PushRow | RejectedPush => {
    const reject = (column: string, reason: string, saran: string): RejectedPush => ({
      row: index + 1,
      column,
      reason,
      saran,
    });
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      return reject('', 'is no object', 'Kirim setiap baris sebagai objek JSON: { "kolom": nilai }.');
    const content = row as Readonly<Record<string, unknown>>;
    const unfit = findUnfit(content);
    if (unfit) return reject(...unfit);
    const keyText = textOf(content[key]);
    if (keyText === '') return reject(key, 'is empty', `Isi kolom ${key}; tanpa itu baris tidak dapat dikenali.`);
    const isGone = isDeleted(content);
    const fault = isGone ? undefined : findFault(record, content, source);
    if (fault) return reject(fault, 'does not fit', 'Perbaiki nilainya di sistem asal, lalu kirim baris ini lagi.');
    const lookups = Object.fromEntries(lookupColumns.map((column) => [column, textOf(content[column])]));
    return { key: keyText, lookups, content, version: version && textOf(content[version]), isDeleted: isGone };
  };
}

// Deeper than any system writes, and far from where writing it as text would end in a stack overflow.
const MAX_LEVELS = 32;

type Unfit = readonly [column: string, reason: string, saran: string];

/** Finds what would make a row fail the whole delivery, or pass for another row. */
function createFitCheck({ key, version, deletedWhen = {}, lookupColumns }: AcceptSpec) {
  const textColumns = new Set([key, ...(version === undefined ? [] : [version]), ...lookupColumns]);
  const marks = Object.keys(deletedWhen).flatMap((path) => {
    const read = compilePath(path);
    return read ? [[path, read] as const] : [];
  });
  return (content: Readonly<Record<string, unknown>>): Unfit | undefined => {
    if (isDeeper(content, MAX_LEVELS)) return ['', 'is nested too deep', 'Kirim baris tanpa daftar yang bersarang.'];
    for (const [path, read] of marks)
      if (isObject(read(content))) return [path, 'is no single value', `Isi ${path} dengan satu nilai.`];
    for (const column of textColumns) {
      const value = content[column];
      if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
        return [
          column,
          'is a number whose last digits are lost',
          `Kirim ${column} sebagai teks, di antara tanda petik.`,
        ];
      if (typeof value === 'string' && value.includes('\0'))
        return [column, 'holds a character that no text has', `Hapus karakter NUL dari ${column}.`];
    }
    return undefined;
  };
}

function isDeeper(value: unknown, levels: number): boolean {
  return isObject(value) && (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The graph's field whose value does not convert, or `owner`; undefined when all is well. */
function findFault(
  record: CompiledRecord,
  content: Readonly<Record<string, unknown>>,
  source: Parameters<CompiledRecord['map']>[2],
): string | undefined {
  try {
    const mapped = record.map(content, [content], source, undefined);
    return Object.entries(mapped).find(([, value]) => value instanceof HubError)?.[0];
  } catch (error) {
    if (error instanceof HubError) return 'owner';
    throw error;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
