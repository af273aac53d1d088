import type { FieldReader } from '../compile/mapping.ts';
import type { Misfit } from './compiled-stream.ts';

/** Says what kind of thing stands in a place, in Indonesian, and never what. */
export function describeKind(value: unknown): string {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return 'kosong';
  if (typeof value === 'string') return /^-?\d+([.,]\d+)?$/.test(value.trim()) ? 'teks angka' : 'teks';
  if (typeof value === 'number') return 'angka';
  if (typeof value === 'boolean') return 'ya/tidak';
  return Array.isArray(value) ? 'daftar' : 'objek';
}

/** Why a row cannot be kept, as the OPD's staff reads it. */
export function describeMisfit(field: string, reader: FieldReader | undefined, row: unknown): Misfit {
  const column = reader?.column;
  const valueKind = describeKind(reader?.read(row));
  const place = column === undefined ? `yang mengisi ${field}` : `kolom ${column}`;
  if (valueKind === 'kosong')
    return { field, valueKind, cause: `Nilai ${place} kosong.`, fix: `Isi ${place} di aplikasi asal.` };
  return {
    field,
    valueKind,
    cause: `Nilai ${place} (${valueKind}) tidak dapat dibaca sebagai ${field}.`,
    fix: `Perbaiki ${place} di aplikasi asal, atau sesuaikan konverternya di berkas konektor, lalu ulangi baris ini.`,
  };
}
