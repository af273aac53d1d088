import { findText, type SystemCall } from '../legacy-system.ts';
import { PERMIT_SERVICES } from './permit.ts';

/** An application for a permit, as another program hands it in. */
export interface Application {
  readonly nik: string;
  /** Kind of permit. */
  readonly code: string;
  /** The sender's own number of it: the same once more is the same application. */
  readonly reference: string;
  readonly business: string;
  readonly place: string;
  readonly note: string;
}

const MAX_REFERENCE = 64;
const MAX_TEXT = 500;

/** Returns the application that a call carries, or the first thing that is wrong with it, for people to read. */
export function readApplication(call: SystemCall): Application | { readonly refusal: string } {
  const text = (field: string): string => (findText(call, field) ?? '').trim();
  const code = text('kode_layanan');
  const [reference, business, place, note] = [
    text('no_referensi'),
    text('nama_usaha'),
    text('lokasi'),
    text('keterangan'),
  ];
  const nik = text('nik');
  const checks: readonly (readonly [ok: boolean, refusal: string])[] = [
    [/^\d{16}$/.test(nik), 'NIK harus 16 digit'],
    [PERMIT_SERVICES.some((service) => service.code === code), `Kode layanan "${code.slice(0, 20)}" tidak dikenal`],
    [place !== '', 'Lokasi belum diisi'],
    [note !== '', 'Keterangan belum diisi'],
    [reference !== '' && reference.length <= MAX_REFERENCE, `Nomor referensi harus 1 sampai ${MAX_REFERENCE} huruf`],
    [[business, place, note].every(({ length }) => length <= MAX_TEXT), `Isian paling panjang ${MAX_TEXT} huruf`],
  ];
  const wrong = checks.find(([ok]) => !ok);
  return wrong ? { refusal: wrong[1] } : { nik, code, reference, business, place, note };
}
