/** A number under which a system of an agency knows a citizen, as the hub holds it. */
export interface HeldLink {
  /** What the number is, such as `pbb.nop`. */
  readonly kind: string;
  readonly value: string;
  readonly linkedAtMs: number;
}

/** Tells a citizen which of his numbers the hub holds. */
export interface HeldLinks {
  /** Of every kind, in order. */
  listAllOf(nik: string): Promise<readonly HeldLink[]>;
}
