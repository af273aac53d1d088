/** Whoever makes a request, as his token proves it. */
export type Caller = AnonymousCaller | CitizenCaller;

export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

export interface CitizenCaller {
  readonly kind: 'citizen';
  /** The issuer's stable identifier of the person; not a NIK. */
  readonly subject: string;
  readonly nik: string;
  readonly scopes: ReadonlySet<string>;
  /** When the token that proves it ends, in milliseconds since the epoch. */
  readonly expiresMs: number;
}

export const anonymous: AnonymousCaller = { kind: 'anonymous' };
