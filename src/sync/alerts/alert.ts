/** Something that a person should look at. */
export interface Alert {
  /** The same as long as nothing has changed: what was told once is not told again. */
  readonly key: string;
  /** What it is about: a stream or a system. */
  readonly subject: string;
  readonly kind: 'failing' | 'needsAttention' | 'stale' | 'overdue' | 'quarantine' | 'deadLetters' | 'outbox';
  /** In English, for operators, without anybody's data. */
  readonly describe: string;
}

/** Tens of a number: it has grown when it is in the next one, so that not every row is told. */
export function levelOf(count: number): number {
  return count <= 0 ? 0 : Math.floor(Math.log10(count)) + 1;
}
