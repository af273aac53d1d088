import type { RegisteredApp } from '../../ports/app-registry.ts';

/** What a citizen reads before he consents; every change of its words is another version. */
export interface ConsentText {
  readonly version: string;
  /** In Indonesian, the language of the law's plain words. */
  readonly text: string;
}

const VERSION = '2026-11-1';

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
  const text = [
    `Saya mengizinkan aplikasi ${name}, yang dikelola ${owner}, melihat data pribadi saya dari: ${what}.`,
    `Tujuannya hanya: ${purpose}. Izin ini berlaku sampai ${untilDay}.`,
    'Saya dapat mencabutnya kapan saja; sejak saat itu aplikasi tersebut tidak dapat melihat data saya lagi.',
    'Setiap kali data saya dilihat, saya dapat membacanya pada catatan akses saya.',
  ].join(' ');
  return { version: VERSION, text };
}
