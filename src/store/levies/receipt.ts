import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { SecretKey } from '../personal-data.ts';

/** Letters that cannot be mistaken for one another when they are read aloud or written by hand; no digits. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ';
/** 22 letters hold 4.46 bits each: 89 bits. */
const LENGTH = 20;
const GROUP = 4;

/**
 * Makes the receipt of a report out of the reporter's own key of it and a key of the hub: the same again for the same report,
 * so that a lost answer can be asked for anew, and nothing that must be kept.
 */
export function makeReceipt(idempotencyKey: string, report: string, { key }: SecretKey): string {
  const mac = createHmac('sha256', key).update(`levy receipt\0${idempotencyKey}\0${report}`).digest('hex');
  let rest = BigInt(`0x${mac}`);
  let letters = '';
  for (let index = 0; index < LENGTH; index++) {
    letters += LETTERS[Number(rest % BigInt(LETTERS.length))];
    rest /= BigInt(LETTERS.length);
  }
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** A receipt as somebody typed it, without blanks and hyphens; undefined for what can be none. */
export function readReceipt(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, '');
  return letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter)) ? letters : undefined;
}

/** What a receipt is found by; of 89 random bits no key is needed to keep it from being guessed. */
export function hashReceipt(letters: string): Buffer {
  return createHash('sha256').update(`levy receipt\0${letters}`).digest();
}

/** The private half of the key that answers are sealed to: whoever has the receipt has it, and nobody else. */
export function deriveAnswerSecret(letters: string): Buffer {
  return Buffer.from(hkdfSync('sha256', letters, 'hub-kota-jambi', 'levy answer', 32));
}
