import { findText, type SystemCall } from '../legacy-system.ts';
import { COMPLAINT_TOPICS } from './complaint-topics.ts';

/** What a person sends. */
export interface NewComplaint {
  readonly nik: string;
  readonly judul: string;
  readonly isi: string;
  readonly kategori: string;
}

/** What is wrong with a complaint, by field. */
export type ComplaintMistakes = Readonly<Record<string, readonly string[]>>;

const MAX_TITLE = 100;
const MIN_TEXT = 10;
const MAX_TEXT = 2_000;

/** Returns the complaint that a call carries, or what is wrong with it. */
export function readComplaint(call: SystemCall): NewComplaint | { readonly mistakes: ComplaintMistakes } {
  const text = (field: string): string => (findText(call, field) ?? '').trim();
  const draft = { nik: text('nik'), judul: text('judul'), isi: text('isi'), kategori: text('kategori') };
  const checks: readonly (readonly [field: keyof NewComplaint, ok: boolean, message: string])[] = [
    ['nik', /^\d{16}$/.test(draft.nik), 'NIK harus 16 digit'],
    ['judul', isBetween(draft.judul, 1, MAX_TITLE), `Judul harus 1 sampai ${MAX_TITLE} huruf`],
    ['isi', isBetween(draft.isi, MIN_TEXT, MAX_TEXT), `Isi harus ${MIN_TEXT} sampai ${MAX_TEXT} huruf`],
    ['kategori', COMPLAINT_TOPICS.some(({ category }) => category === draft.kategori), 'Kategori tidak dikenal'],
  ];
  const wrong = checks.filter(([, ok]) => !ok).map(([field, , message]) => [field, [message]] as const);
  return wrong.length > 0 ? { mistakes: Object.fromEntries(wrong) } : draft;
}

function isBetween({ length }: string, least: number, most: number): boolean {
  return length >= least && length <= most;
}
