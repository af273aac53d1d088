/** Says where two JSON values first differ, and how; nothing when they are equal but for the ignored keys. */
export function findDifference(
  one: unknown,
  other: unknown,
  ignored: ReadonlySet<string> = new Set(),
  path = '$',
): string | undefined {
  if (!isObject(one) || !isObject(other)) {
    return Object.is(one, other) ? undefined : `${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return `${path}: one is a list`;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (ignored.has(key) && key in one && key in other) continue;
    const place = Array.isArray(one) ? `${path}[${key}]` : `${path}.${key}`;
    const difference = findDifference(one[key], other[key], ignored, place);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
