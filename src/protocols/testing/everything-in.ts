import { inspect } from 'node:util';

/** All that a log or a client could ever show of an error: its text, stack, hidden properties and causes, as JSON too. */
export function everythingIn(error: unknown): string {
  const seen = new Set<unknown>();
  const parts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    parts.push(inspect(value, { depth: 8, showHidden: true, maxStringLength: null, maxArrayLength: null }));
    parts.push(
      JSON.stringify(
        Object.fromEntries(Object.getOwnPropertyNames(value).map((key) => [key, String(read(value, key))])),
      ),
    );
    visit(read(value, 'cause'));
  };
  visit(error);
  return parts.join('\n');
}

function read(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}
