/** Whoever makes a request, as his token proves it. */
export type Caller = AnonymousCaller | KnownCaller;

/** Whoever is logged in. */
export type KnownCaller = CitizenCaller | StaffCaller;

export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

interface LoggedIn {
  /** The issuer's stable identifier of the person; not a NIK. */
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  /** When the token that proves it ends, in milliseconds since the epoch. */
  readonly expiresMs: number;
}

export interface CitizenCaller extends LoggedIn {
  readonly kind: 'citizen';
  readonly nik: string;
}

/** Somebody in office: no records are his, and what he may see goes by his scopes (`officer`, `mayor`). */
export interface StaffCaller extends LoggedIn {
  readonly kind: 'staff';
  /** Code of the OPD that an officer works for; nobody's in the mayor's office. */
  readonly opd: string | undefined;
}

export const anonymous: AnonymousCaller = { kind: 'anonymous' };
