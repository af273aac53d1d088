import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../base/clock.ts';
import type { LinkBook } from '../ports/link-book.ts';
import type { LinkReader } from '../ports/link-reader.ts';
import type { Database } from './database.ts';
import { createLinkBook } from './link-book.ts';
import { createLinkCache, type LinkCache } from './link-cache.ts';
import { decodeChange, LINKS_CHANNEL } from './link-changes.ts';
import { readLinks } from './link-reader.ts';
import { type AddedLinks, addLinks, type NewLink } from './link-writer.ts';
import { listen } from './listen.ts';
import { checkKeyRing, hashSubject, type KeyRing, type SecretKey } from './personal-data.ts';
import { withStoreErrors } from './store-error.ts';

/** Which numbers of agencies' systems belong to which citizen, kept without any NIK. */
export interface LinkStore extends LinkReader, LinkBook {
  /**
   * Stores links in bulk, each once however often it is given, and tells every hub on this database. What a citizen has
   * unlinked does not come back by it.
   */
  addLinks(rows: readonly NewLink[]): Promise<AddedLinks>;
  /** Ends the connection that hears of changes; look-ups still work, uncached. */
  close(): Promise<void>;
}

export interface LinkStoreOptions {
  /** Default 20,000 citizens and kinds: about 10 MB. */
  readonly cacheEntries?: number;
  /** Default five minutes: also how long a change can stay unseen when the network swallows the message. */
  readonly cacheAgeMs?: number;
  readonly clock?: Clock;
}

/**
 * Creates the link store and starts to listen for changes, until when nothing is cached.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createLinkStore(db: Database, keys: KeyRing, options: LinkStoreOptions = {}): LinkStore {
  checkKeyRing(keys);
  const { cacheEntries = 20_000, cacheAgeMs = 300_000, clock = systemClock } = options;
  const cache = createLinkCache({ maxEntries: cacheEntries, maxAgeMs: cacheAgeMs, clock });
  const [currentKey, ...olderKeys] = keys.index as readonly [SecretKey, ...SecretKey[]];
  const listener = listen(db, LINKS_CHANNEL, {
    onMessage: (payload) => forgetChanged(cache, payload, currentKey.id),
    onUp: () => cache.switchTo(true),
    onDown: () => cache.switchTo(false),
  });

  // The hash of a citizen who comes back is known already; it costs more than the whole look-up in the cache.
  const known = new LRUCache<string, SubjectHash>({ max: cacheEntries });
  const hashOf = (nik: string): SubjectHash => {
    let subject = known.get(nik);
    if (!subject) {
      const hash = hashSubject(nik, currentKey);
      subject = { hash, text: hash.toString('base64') };
      known.set(nik, subject);
    }
    return subject;
  };

  async function listLinksOf(niks: readonly string[], kind: string): Promise<readonly (readonly string[])[]> {
    const hashes = niks.map(hashOf);
    const cacheKeys = hashes.map(({ text }) => cacheKeyOf(kind, text));
    const answers = cacheKeys.map((key) => cache.find(key));
    const epoch = cache.epoch();
    // All hashes under which a missing citizen may be filed, the current key's first.
    const missing = niks.flatMap((nik, index) => {
      if (answers[index] !== undefined) return [];
      return [
        { index, filedUnder: [(hashes[index] as SubjectHash).hash, ...olderKeys.map((key) => hashSubject(nik, key))] },
      ];
    });
    const allHashes = missing.flatMap(({ filedUnder }) => filedUnder);
    const found: ReadonlyMap<string, readonly string[]> =
      allHashes.length === 0 ? new Map() : await withStoreErrors(() => readLinks(db, keys.data, kind, allHashes));
    for (const { index, filedUnder } of missing) {
      const values = new Set(filedUnder.flatMap((hash) => found.get(hash.toString('base64')) ?? []));
      const answer = Object.freeze([...values].sort());
      answers[index] = answer;
      cache.keep(cacheKeys[index] as string, answer, epoch);
    }
    return answers as (readonly string[])[];
  }

  // Not left to the message alone: whoever changes a link and looks it up at once must find it.
  const forget = (nik: string, kind: string): void =>
    cache.forget(cacheKeyOf(kind, hashSubject(nik, currentKey).toString('base64')));

  return {
    ...createLinkBook({ database: db, keys, clock, forget }),
    listLinksOf,
    addLinks: async (rows) => {
      const result = await withStoreErrors(() => addLinks(db, keys, rows, clock.now()));
      if (result.added > 0) for (const { nik, kind } of rows) forget(nik, kind);
      return result;
    },
    close: async () => await listener.close(),
  };
}

interface SubjectHash {
  readonly hash: Buffer;
  readonly text: string;
}

function cacheKeyOf(kind: string, subjectHash: string): string {
  return `${subjectHash}${kind}`;
}

function forgetChanged(cache: LinkCache, payload: string, currentKeyId: string): void {
  const { indexKeyId, links } = decodeChange(payload);
  // During a rotation the other hub's hashes are not ours.
  if (links === 'all' || indexKeyId !== currentKeyId) cache.forgetAll();
  else for (const [kind, subjectHash] of links) cache.forget(cacheKeyOf(kind, subjectHash));
}
