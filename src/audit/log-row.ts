/** One access as it is kept, before it has a place in the log; nobody can be read out of it without keys. */
export interface AccessRow {
  /** Milliseconds; a fraction only where somebody changed the stored time. */
  readonly atMs: number;
  readonly channel: string;
  readonly actorKind: string;
  readonly actorHash: Buffer;
  readonly actorSealed: Buffer | null;
  /** The data key that opens `actorSealed`. */
  readonly dataKeyId: string | null;
  readonly actorOpd: string | null;
  readonly app: string | null;
  readonly subjectHash: Buffer;
  /** The index key that made both hashes. */
  readonly indexKeyId: string;
  /** JSON, kept as text because the chain is made over its bytes. */
  readonly reads: string;
  readonly purpose: string;
  readonly basis: string;
  readonly caseId: string | null;
  readonly outcome: string;
}

/** A place in the chain, such as its end. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: Buffer;
}

/** A row of the log, with its place and the hash that ties it to all before it. */
export interface LoggedRow extends AccessRow, ChainPoint {}
