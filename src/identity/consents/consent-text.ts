import { hash } from 'node:crypto';
import type { RegisteredApp } from '../../ports/app-registry.ts';

/** What a citizen reads before he consents; every change of its words is another version. */
export interface ConsentText {
  readonly version: string;
  /** In Indonesian, the language of the law's plain words. */
  readonly text: string;
}

/** Of the words that are the same for all; the rest of a version tells who is to see what, and what for. */
const VERSION = '2026-11-1';
const DIGEST_CHARS = 16;

/**
 * Writes the text of a consent, set apart from any other matter and in plain words (UU 27/2022 articles 21 and 22): who
 * sees what, what for, until when, and that it can be withdrawn.
 */
export function writeConsentText(
  { name, owner }: Pick<RegisteredApp, 'name' | 'owner'>,
  agencies: readonly string[],
  purpose: string,
  untilDay: string,
): ConsentText {
  const what = agencies.length > 0 ? agencies.join(', ') : 'semua perangkat daerah';
  const asked = `Saya mengizinkan aplikasi ${name}, yang dikelola ${owner}, melihat data pribadi saya dari: ${what}.`;
  // Not of the day, which is another at midnight.
  const digest = hash('sha256', `${asked}\0${purpose}`, 'hex').slice(0, DIGEST_CHARS);
  const text = [
    asked,
    `Tujuannya hanya: ${purpose}. Izin ini berlaku sampai ${untilDay}.`,
    'Saya dapat mencabutnya kapan saja; sejak saat itu aplikasi tersebut tidak dapat melihat data saya lagi.',
    'Setiap kali data saya dilihat, saya dapat membacanya pada catatan akses saya.',
  ].join(' ');
  return { version: `${VERSION}.${digest}`, text };
}
