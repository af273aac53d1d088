import type { LinkReader } from './ports/link-reader.ts';
import type { NewLink } from './store/index.ts';

/** Serves links from memory, for a subgraph at an OPD, which has no database. */
export function createMemoryLinks(links: readonly NewLink[]): LinkReader {
  const values = new Map<string, string[]>();
  for (const { nik, kind, value } of links) {
    const key = `${kind}\n${nik}`;
    values.set(key, [...(values.get(key) ?? []), value].sort());
  }
  return {
    listLinksOf: async (niks, kind) => niks.map((nik) => [...new Set(values.get(`${kind}\n${nik}`))]),
  };
}
