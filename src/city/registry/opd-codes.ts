import type { OpdCodes } from '../../ports/opd-codes.ts';
import { listAllOpds, type OpdCode, type RegisteredOpd } from './opd-registry.ts';

/** Reads the registry as the systems' own codes and names of OPDs. */
export function createOpdCodes(opds: readonly RegisteredOpd[] = listAllOpds()): OpdCodes {
  const bySystem = new Map<string, { readonly opd: string; readonly code: OpdCode }[]>();
  for (const { code: opd, codes = {} } of opds) {
    for (const [system, entries] of Object.entries(codes)) {
      const list = bySystem.get(system) ?? [];
      bySystem.set(system, list);
      for (const code of entries) list.push({ opd, code });
    }
  }
  const find = (system: string, year: number, fits: (opd: string, code: OpdCode) => boolean) =>
    bySystem.get(system)?.find(({ opd, code }) => holdsIn(code, year) && fits(opd, code));
  return {
    systems: [...bySystem.keys()].sort(),
    findCode: (system, asked, year) => find(system, year, (opd) => opd === asked)?.code.code,
    findOpd: (system, text, year) => {
      const wanted = fold(text);
      return find(
        system,
        year,
        (_opd, { code, name }) => code === text || (name !== undefined && fold(name) === wanted),
      )?.opd;
    },
  };
}

function holdsIn({ from = 0, until = 9999 }: OpdCode, year: number): boolean {
  return from <= year && year <= until;
}

/** Names are typed in capitals and not, with one blank or two. */
function fold(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
