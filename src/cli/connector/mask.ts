/** Short values are codes, which whoever maps them must see; with more letters than this they are names: Ani, BUDI. */
const MAX_SHOWN_LENGTH = 4;
const MAX_SHOWN_LETTERS = 2;

/**
 * An answer with its shape kept and its content gone: letters become x, digits 9. Whoever maps it sees how a date or an
 * amount is written, and nobody's name, whatever its column is called.
 */
export function maskAnswer(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number') return String(value).length <= MAX_SHOWN_LENGTH ? value : maskText(String(value));
  if (typeof value === 'bigint') return maskText(String(value));
  if (Array.isArray(value)) return value.map(maskAnswer);
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  return maskKeys(value);
}

function maskText(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (text.length <= MAX_SHOWN_LENGTH && letters <= MAX_SHOWN_LETTERS) return text;
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '9');
}

/** Keys that look alike once masked are numbered, so that each keeps its row. */
function maskKeys(value: object): unknown {
  const shown = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const masked = isName(key) ? key : maskText(key);
    let unique = masked;
    for (let count = 2; shown.has(unique); count++) unique = `${masked} (${count})`;
    shown.set(unique, maskAnswer(inner));
  }
  return Object.fromEntries(shown);
}

/** A system may put somebody's name or number into a key; the name of a column has no blanks and no long numbers. */
function isName(key: string): boolean {
  return /^[\w$.:@#-]*$/.test(key) && !/\d{6,}/.test(key);
}
