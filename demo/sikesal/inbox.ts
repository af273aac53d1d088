import { findText, type SystemCall } from '../legacy-system.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import { COMPLAINT_TOPICS } from './complaint-topics.ts';
import type { Complaint } from './records.ts';

/** Complaints that came while the system runs. */
export interface Inbox {
  /** Files a complaint and returns it. */
  file(draft: NewComplaint): Complaint;
  /** Those of one person, newest first. */
  listOf(nik: string): readonly Complaint[];
}

/** What a person sends. */
export interface NewComplaint {
  readonly nik: string;
  readonly judul: string;
  readonly isi: string;
  readonly kategori: string;
}

/** What is wrong with a complaint, by field. */
export type ComplaintMistakes = Readonly<Record<string, readonly string[]>>;

// Far above the invented ones, however many people the city has.
const FIRST_NUMBER = 900_001;
const MAX_TITLE = 100;
const MIN_TEXT = 10;
const MAX_TEXT = 2_000;

/** Opens an empty inbox; nothing in it outlives the process. */
export function createInbox(): Inbox {
  const complaints: Complaint[] = [];
  return {
    file: (draft) => {
      const complaint: Complaint = {
        ...draft,
        id: `SK-${REFERENCE_DAY.slice(0, 4)}-${FIRST_NUMBER + complaints.length}`,
        status: 'baru',
        tgl_lapor: writeTime(complaints.length),
        opd_id: null,
        opd_nama: null,
      };
      complaints.push(complaint);
      return complaint;
    },
    listOf: (nik) => complaints.filter((complaint) => complaint.nik === nik).toReversed(),
  };
}

/** The city's day is fixed, so its clock is too: one second after another from eight in the morning. */
function writeTime(count: number): string {
  const time = new Date(Date.parse(`${REFERENCE_DAY}T08:00:00Z`) + count * 1_000).toISOString();
  return `${time.slice(0, 19)}+07:00`;
}

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
