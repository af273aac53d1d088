import { recognisePersonal } from '../guess/recognise-personal.ts';
import { splitWords } from '../guess/split-words.ts';
import type { DeclaredType } from '../source-sketch.ts';
import { inventAddress, inventEmail, inventName, inventNik, inventPhone } from './invented-people.ts';

/** A value for a place of which only name and type are known. */
export function inventExample(name: string, declared: DeclaredType | undefined): string | number | boolean {
  if (declared === 'boolean') return true;
  if (declared === 'integer') return splitWords(name).includes('tahun') ? 2025 : 3;
  if (declared === 'number') return 12.5;
  if (declared === 'date') return '2025-10-16';
  if (declared === 'datetime') return '2025-10-16T08:15:00+07:00';
  const personal = recognisePersonal(name, []);
  if (personal === 'nik' || personal === 'familyCard') return inventNik(0);
  if (personal === 'name') return inventName(0);
  if (personal === 'address') return inventAddress(0);
  if (personal === 'phone') return inventPhone(0);
  if (personal === 'email') return inventEmail(0);
  const isDay = splitWords(name).some((word) => /^(?:tgl|tanggal|date|berlaku|tempo)$/.test(word));
  return isDay ? '16-10-2025' : `contoh ${name}`;
}
