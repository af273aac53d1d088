/** The words of a column's name in small letters: `NAMA_LGKP`, `namaLgkp` and `Nama Lgkp` are `nama`, `lgkp`. */
export function splitWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** The name with its words joined by `_`, as dictionaries list it. */
export function snakeCase(name: string): string {
  return splitWords(name).join('_');
}
