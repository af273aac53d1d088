/** How a link came about or ended. */
export type LinkHow = 'proof' | 'import' | 'officer';

/** A number of a system that is linked to a citizen. */
export interface LinkedNumber {
  /** Names the link to its citizen; says nothing of the number. */
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly linkedAtMs: number;
  readonly how: LinkHow;
}

export interface LinkOneOptions {
  /** Refuses a number that is linked to somebody else. */
  readonly isSingle: boolean;
}

/** The links of single citizens, with their history; whatever changes is told to every hub. */
export interface LinkBook {
  /** Links a number, also one that the citizen has unlinked before; `taken` where it is somebody else's and may not be shared. */
  linkOne(
    nik: string,
    kind: string,
    value: string,
    how: LinkHow,
    options: LinkOneOptions,
  ): Promise<LinkedNumber | 'taken'>;
  /** Ends a link for good: no import brings it back, only a new proof; undefined when the citizen has none of this id. */
  unlink(nik: string, id: string, how: LinkHow): Promise<LinkedNumber | undefined>;
  /** All of a citizen's links by kind, the oldest first. */
  listAll(nik: string): Promise<readonly LinkedNumber[]>;
  isHeldByOther(nik: string, kind: string, value: string): Promise<boolean>;
  /** Notes in the history that a proof was refused. */
  noteRefused(nik: string, kind: string, value: string): Promise<void>;
}

/** An attempt to prove that counts as wrong until it is taken back. */
export type BookedAttempt = { readonly id: string } | { readonly retryAfterSeconds: number };

/** Counts wrong proofs where every hub and every start sees them. */
export interface LinkAttempts {
  /** Books an attempt before the system is asked, or says how long to wait. */
  book(nik: string, kind: string, number: string): Promise<BookedAttempt>;
  /** Takes an attempt back: it was right, or the system did not answer. */
  release(id: string): Promise<void>;
}
