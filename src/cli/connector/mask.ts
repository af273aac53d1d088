/** Short values are codes, which whoever maps them must see; nobody is known by four letters. */
const MAX_SHOWN_LENGTH = 4;

/**
 * An answer with its shape kept and its content gone: letters become x, digits 9. Whoever maps it sees how a date or an
 * amount is written, and nobody's name, whatever its column is called.
 */
export function maskAnswer(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number') return String(value).length <= MAX_SHOWN_LENGTH ? value : maskText(String(value));
  if (Array.isArray(value)) return value.map(maskAnswer);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [maskKey(key), maskAnswer(inner)]));
}

function maskText(text: string): string {
  if (text.length <= MAX_SHOWN_LENGTH) return text;
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\d/g, '9');
}

/** A system may put a number of somebody into a key. */
function maskKey(key: string): string {
  return /\d{6,}/.test(key) ? maskText(key) : key;
}
