import { distance } from 'fastest-levenshtein';
import type { DukcapilRecord } from './records.ts';

/** A word for each element that was sent along: `Sesuai`, `Tidak Sesuai`, or `Sesuai (95)` for text. */
export type Verdicts = Readonly<Record<string, string>>;

const EXACT = 100;
/** Elements that are written by people, so that the service compares how alike they are. */
const TEXTS: ReadonlySet<string> = new Set([
  'NAMA_LGKP',
  'TMPT_LHR',
  'ALAMAT',
  'KEL_NAME',
  'KEC_NAME',
  'KAB_NAME',
  'PROP_NAME',
  'NAMA_LGKP_AYAH',
  'NAMA_LGKP_IBU',
]);

/** Compares what was sent with the record, element by element; what the record has no key for gets no word. */
export function verify(record: DukcapilRecord, sent: Readonly<Record<string, unknown>>, threshold: number): Verdicts {
  const elements = Object.entries(sent).filter(([key]) => Object.hasOwn(record, key));
  return Object.fromEntries(
    elements.map(([key, value]) => [key, compare(key, plain(record[key]), plain(value), threshold)]),
  );
}

function compare(key: string, kept: string, sent: string, threshold: number): string {
  if (kept === '') return 'Tidak Sesuai';
  if (!TEXTS.has(key)) return isSame(key, kept, sent) ? 'Sesuai' : 'Tidak Sesuai';
  const alike = scoreLikeness(kept, sent);
  return alike >= threshold ? `Sesuai (${alike})` : 'Tidak Sesuai';
}

/** Days are accepted in the form of the answers, and as people in the counters write them, day first. */
function isSame(key: string, kept: string, sent: string): boolean {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(sent) ?? [];
  return kept === (key.startsWith('TGL_') && year ? `${year}-${month}-${day}` : sent);
}

function scoreLikeness(kept: string, sent: string): number {
  return Math.round((1 - distance(kept, sent) / Math.max(kept.length, sent.length)) * EXACT);
}

function plain(value: unknown): string {
  return String(value ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .toUpperCase();
}

/** Returns how alike texts must be, in percent: exactly when nobody says, or says it badly. */
export function readThreshold(value: unknown): number {
  const threshold = Number(value);
  return value !== '' && threshold >= 1 && threshold <= EXACT ? threshold : EXACT;
}
