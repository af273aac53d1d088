import { type Kysely, sql } from 'kysely';
import type { SecretKey } from './personal-data.ts';
import type { HubSchema } from './schema.ts';

/** The PostgreSQL channel on which hubs tell each other that links have changed. */
export const LINKS_CHANNEL = 'links_changed';

/** Which links changed: by kind and hash, as far as they fit into a message, otherwise all. */
export interface LinkChange {
  /** The writer's current index key, under which the hashes are. */
  readonly indexKeyId: string;
  readonly links: 'all' | readonly (readonly [kind: string, subjectHash: string])[];
}

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const MAX_PAYLOAD_BYTES = 7_900;

/** Writes a change down, giving up the details when they do not fit. */
export function encodeChange(change: LinkChange): string {
  const text = JSON.stringify(change);
  return Buffer.byteLength(text) <= MAX_PAYLOAD_BYTES ? text : JSON.stringify({ ...change, links: 'all' });
}

/** Reads a change; whatever it does not understand means that anything may have changed. */
export function decodeChange(payload: string): LinkChange {
  const everything: LinkChange = { indexKeyId: '', links: 'all' };
  try {
    const { indexKeyId, links } = JSON.parse(payload) as Partial<LinkChange>;
    if (typeof indexKeyId !== 'string' || !Array.isArray(links)) return everything;
    const isPair = (pair: unknown): boolean =>
      Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
    return links.every(isPair) ? { indexKeyId, links } : everything;
  } catch {
    return everything;
  }
}

/** Tells every hub which links have changed; sent at commit, so nobody hears of a change before it can be read. */
export async function announceLinks(
  db: Kysely<HubSchema>,
  links: readonly { readonly kind: string; readonly subjectHash: Buffer }[],
  key: SecretKey,
): Promise<void> {
  const changed = links.map(({ kind, subjectHash }) => [kind, subjectHash.toString('base64')] as const);
  const payload = encodeChange({ indexKeyId: key.id, links: changed });
  await sql`select pg_notify(${LINKS_CHANNEL}, ${payload})`.execute(db);
}
