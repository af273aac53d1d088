import { findText, type SystemCall } from '../legacy-system.ts';
import { COMPLAINT_TOPICS } from './complaint-topics.ts';

/** What a person sends. */
export interface NewComplaint {
  readonly nik: string;
  readonly judul: string;
  readonly isi: string;
  readonly kategori: string;
  /** JPEGs in base64. */
  readonly foto: readonly string[];
}

/** What is wrong with a complaint, by field. */
export type ComplaintMistakes = Readonly<Record<string, readonly string[]>>;

const MAX_TITLE = 100;
const MIN_TEXT = 10;
const MAX_TEXT = 2_000;
const MAX_PHOTOS = 3;
const MAX_PHOTO_BYTES = 2 * 1_048_576;

/** Returns the complaint that a call carries, or what is wrong with it. */
export function readComplaint(call: SystemCall): NewComplaint | { readonly mistakes: ComplaintMistakes } {
  const text = (field: string): string => (findText(call, field) ?? '').trim();
  const draft = {
    nik: text('nik'),
    judul: text('judul'),
    isi: text('isi'),
    kategori: text('kategori'),
    foto: listPhotos(call),
  };
  const checks: readonly (readonly [field: keyof NewComplaint, ok: boolean, message: string])[] = [
    ['nik', /^\d{16}$/.test(draft.nik), 'NIK harus 16 digit'],
    ['judul', isBetween(draft.judul, 1, MAX_TITLE), `Judul harus 1 sampai ${MAX_TITLE} huruf`],
    ['isi', isBetween(draft.isi, MIN_TEXT, MAX_TEXT), `Isi harus ${MIN_TEXT} sampai ${MAX_TEXT} huruf`],
    ['kategori', COMPLAINT_TOPICS.some(({ category }) => category === draft.kategori), 'Kategori tidak dikenal'],
    [
      'foto',
      draft.foto.length <= MAX_PHOTOS && draft.foto.every(isPhoto),
      'Foto harus JPEG, paling banyak 3, masing-masing 2 MB',
    ],
  ];
  const wrong = checks.filter(([, ok]) => !ok).map(([field, , message]) => [field, [message]] as const);
  return wrong.length > 0 ? { mistakes: Object.fromEntries(wrong) } : draft;
}

/** What is no list is none, as in PHP. */
function listPhotos({ body: { foto } }: SystemCall): readonly string[] {
  return Array.isArray(foto) ? foto.map(String) : [];
}

function isPhoto(photo: string): boolean {
  const bytes = Buffer.from(photo, 'base64');
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  return isJpeg && bytes.length <= MAX_PHOTO_BYTES && bytes.toString('base64') === photo;
}

function isBetween({ length }: string, least: number, most: number): boolean {
  return length >= least && length <= most;
}
