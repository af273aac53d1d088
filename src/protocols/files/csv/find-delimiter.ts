const DELIMITERS = [';', ',', '\t', '|'] as const;

/** Finds the delimiter that a line of headings uses most, quoted text not counted; a comma when it has one column. */
export function findDelimiter(headings: string): string {
  const unquoted = headings.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => [delimiter, unquoted.split(delimiter).length - 1] as const);
  const [most, count] = counts.reduce((best, one) => (one[1] > best[1] ? one : best));
  return count === 0 ? ',' : most;
}
