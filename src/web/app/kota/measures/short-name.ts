const SMALL = new Set(['dan', 'atas', 'bagi', 'untuk']);

/** DPMPTSP for Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu: its code where that is what its words begin with, else its name. */
export function shortName(name: string, code: string | undefined): string {
  const initials = name
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
  if (code && code.length > 2 && initials.endsWith(code)) return code.toUpperCase();
  return trimName(name);
}

/** Without the words that all names of a kind have. */
export function trimName(name: string): string {
  return name.replace(/ Sekretariat Daerah$/, '');
}
