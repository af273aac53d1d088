import type { RunCounts } from '../../ports/sync-control.ts';
import type { Missing } from '../../store/index.ts';
import { type Columns, compareColumns, type Drift } from './columns.ts';
import { RunFailure } from './describe-failure.ts';

/** Whether a source has lost, or changed, a column that the record reads. */
export function takesAway({ gone, retyped }: Pick<Drift, 'gone' | 'retyped'>, needed: ReadonlySet<string>): boolean {
  return [...gone, ...retyped].some((name) => needed.has(name));
}

/** Stops a run whose source has lost, or changed, a column that the record reads; says what else is new. */
export function judgeDrift(
  before: Columns | null,
  now: Columns,
  needed: ReadonlySet<string>,
  onDrift: 'continue' | 'pause',
): string | undefined {
  if (before === null || Object.keys(now).length === 0) return undefined;
  const { gone, added, retyped } = compareColumns(before, now);
  const parts = [
    ...gone.map((name) => `kolom ${name} hilang`),
    ...retyped.map((name) => `isi kolom ${name} berubah jenis`),
    ...added.map((name) => `kolom ${name} baru`),
  ];
  if (parts.length === 0) return undefined;
  const note = `Sumber berubah: ${parts.join(', ')}.`;
  if (onDrift === 'continue' || !takesAway({ gone, retyped }, needed)) return note;
  throw new RunFailure(
    'The source has changed columns that the record reads.',
    `${note} Sesuaikan berkas konektor, lalu lanjutkan dengan: sync resume.`,
    'paused',
  );
}

/** Whether every row that was read has ended somewhere. @throws RunFailure */
export function judgeCounts(counts: RunCounts): void {
  const { read, written, unchanged, rejected, deleted } = counts;
  if (read === written + unchanged + rejected + deleted) return;
  throw new RunFailure(
    'The run does not add up.',
    `Hitungan tidak cocok: ${read} dibaca, ${written} ditulis, ${unchanged} tetap, ${rejected} ditolak, ${deleted} dihapus.`,
  );
}

/** Whether the source gave as many rows as it says that it has, each once. @throws RunFailure */
export function judgeTotal(total: number | undefined, read: number, distinct: number | undefined): void {
  if (total === undefined) return;
  if (total !== read)
    throw new RunFailure(
      'The source gave another number of rows than it says it has.',
      `Sumber menyebut ${total} baris, yang diberikan ${read}. Dibaca ulang pada jadwal berikutnya.`,
    );
  if (distinct !== undefined && distinct !== read)
    throw new RunFailure(
      'The source gave rows twice and others not at all.',
      `Dari ${read} baris hanya ${distinct} yang berbeda: urutan halaman sumber tidak tetap, atau kuncinya dipakai dua kali.`,
    );
}

export interface Removal {
  readonly missing: Missing;
  /** Rows that could not be told from others, so that any of the missing may be one of them. */
  readonly unknown: number;
  readonly shrinkGuard: number;
  readonly allowShrink: boolean;
  /** Every key has changed, so that only the number of rows says something. */
  readonly isRekeyed: boolean;
}

// One of three rows is a third: the guard is for many.
const ALWAYS_ALLOWED = 5;

/**
 * Whether what a sweep has not seen may be removed; false where nobody can tell what is missing.
 * @throws RunFailure when so many are missing that a person must say it.
 */
export function judgeRemoval({ missing, unknown, shrinkGuard, allowShrink, isRekeyed }: Removal): boolean {
  if (missing.count === 0) return true;
  if (unknown > 0) return false;
  const lost = isRekeyed ? Math.max(0, missing.count - missing.distinct) : missing.count;
  const isMany = lost > missing.live * shrinkGuard && (lost > ALWAYS_ALLOWED || lost === missing.live);
  if (!isMany || allowShrink) return true;
  throw new RunFailure(
    'More copies would vanish than the shrink guard allows.',
    `${lost} dari ${missing.live} salinan tidak ada lagi di sumber, lebih dari ${Math.round(shrinkGuard * 100)} %. ` +
      'Tidak ada yang dihapus. Jika memang benar, jalankan: sync run --allow-shrink.',
    'needsAttention',
  );
}
