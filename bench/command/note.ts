/** Tells whoever waits what goes on; on standard error, so that standard output holds the report alone. */
export function note(line: string): void {
  console.error(line);
}
