/** Names of fields whose values are made anew with every answer. */
const PASSING = new Set(['__typename', 'asOf', 'generatedOn']);

// Words of a system's own list (`jalan`, `ISSUED`), and moments, which come anew.
const SAYS_NOTHING = /^[a-z-]+$|^[A-Z_]+$|^\d{4}-\d\d-\d\dT/;

/** Every value in an answer that could tell something of somebody: text of four letters or more, numbers from 10,000 on. */
export function collectValues(data: unknown, into: Set<string> = new Set()): Set<string> {
  if (typeof data === 'string' && data.length >= 4 && !SAYS_NOTHING.test(data)) into.add(data);
  if (typeof data === 'number' && Math.abs(data) >= 10_000) into.add(String(data));
  if (Array.isArray(data)) for (const item of data) collectValues(item, into);
  else if (typeof data === 'object' && data !== null)
    for (const [name, value] of Object.entries(data)) if (!PASSING.has(name)) collectValues(value, into);
  return into;
}
