/** The same value with lists cut at so many entries, behind which stands how many more there were. */
export function shortenLists(value: unknown, max: number): unknown {
  if (Array.isArray(value)) {
    const kept = value.slice(0, max).map((one) => shortenLists(one, max));
    return value.length > max ? [...kept, `… ${value.length - max} more`] : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortenLists(inner, max)]));
}
