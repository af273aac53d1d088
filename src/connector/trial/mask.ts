/** `codes`: short values stay, which whoever maps a system on his own machine must see. `all`: nothing of anybody stays. */
export type Masking = 'codes' | 'all';

/** Short values are codes; with more letters than this they are names: Ani, BUDI. */
const MAX_SHOWN_LENGTH = 4;
const MAX_SHOWN_LETTERS = 2;
/** Letters, their accents, and signs that are drawn like letters. */
const LETTER = /[\p{L}\p{M}]|[^\p{ASCII}\p{N}\p{P}\p{Z}]/gu;

/**
 * An answer with its shape kept and its content gone: letters become x, digits 9. Whoever maps it sees how a date or an
 * amount is written, and nobody's name, whatever its column is called.
 */
export function maskAnswer(value: unknown, masking: Masking = 'codes'): unknown {
  if (typeof value === 'string') return maskText(value, masking);
  if (typeof value === 'number') return maskNumber(value, masking);
  if (typeof value === 'bigint') return maskText(String(value), masking);
  // Whether somebody gets aid is told by it alone.
  if (typeof value === 'boolean') return masking === 'all' ? '(true or false)' : value;
  if (Array.isArray(value)) return value.map((one) => maskAnswer(one, masking));
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  return maskKeys(value, masking);
}

function maskNumber(value: number, masking: Masking): number | string {
  const text = String(value);
  return masking === 'codes' && text.length <= MAX_SHOWN_LENGTH ? value : maskText(text, masking);
}

function maskText(text: string, masking: Masking): string {
  const letters = text.match(LETTER)?.length ?? 0;
  if (masking === 'codes' && text.length <= MAX_SHOWN_LENGTH && letters <= MAX_SHOWN_LETTERS) return text;
  const masked = text
    .replace(/\p{Lu}/gu, 'X')
    .replace(LETTER, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '9');
  // DONE and REJECTED are told apart by how long they are.
  return masking === 'all' ? masked.replace(/X+/g, 'X').replace(/x+/g, 'x') : masked;
}

/** Keys that look alike once masked are numbered, so that each keeps its row. */
function maskKeys(value: object, masking: Masking): unknown {
  const shown = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const masked = isName(key) ? key : maskText(key, masking);
    let unique = masked;
    for (let count = 2; shown.has(unique); count++) unique = `${masked} (${count})`;
    shown.set(unique, maskAnswer(inner, masking));
  }
  return Object.fromEntries(shown);
}

/** A system may put somebody's name or number into a key; the name of a column has no blanks and no long numbers, and is no address. */
function isName(key: string): boolean {
  return /^[\w$.:@#-]*$/.test(key) && !/\d{6,}|.@/.test(key);
}
