/** What stands in a field of targets or realisations. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number }
  /** A target such as `80–90 %`. */
  | { readonly kind: 'range'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'empty' }
  /** A grade, a date, a number of another spelling: nothing to compute with. */
  | { readonly kind: 'text' };

const NUMBER = String.raw`-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?`;
const SINGLE = new RegExp(`^(${NUMBER})\\s*(?:%|persen)?$`, 'i');
const RANGE = new RegExp(`^(${NUMBER})\\s*%?\\s*(?:-|–|—|s\\.?/?d\\.?|sampai)\\s*(${NUMBER})\\s*(?:%|persen)?$`, 'i');

/**
 * Reads a target or realisation as e-SAKIP keeps it: text with a decimal comma (DOMAIN §1). `85.5` is refused and not
 * guessed, because with a comma as the mark of decimals the dot can only part thousands.
 */
export function readFigure(text: string | null | undefined): Figure {
  const trimmed = (text ?? '').trim();
  if (trimmed === '' || trimmed === '-') return { kind: 'empty' };
  const single = SINGLE.exec(trimmed);
  if (single) return { kind: 'number', value: toNumber(single[1]) };
  const [, low, high] = RANGE.exec(trimmed) ?? [];
  const [lower, upper] = [toNumber(low), toNumber(high)];
  return lower <= upper ? { kind: 'range', lower, upper } : { kind: 'text' };
}

function toNumber(text: string | undefined): number {
  return text === undefined ? Number.NaN : Number(text.replaceAll('.', '').replace(',', '.'));
}
