/** Whoever makes a request, as his token proves it. */
export type Caller = AnonymousCaller | KnownCaller;

/** Whoever is logged in. */
export type KnownCaller = CitizenCaller | StaffCaller | ApplicationCaller;

export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

/** How sure the issuer is of who logged in, the lowest first; what its `acr` values mean is configured per issuer. */
export const assurances = ['low', 'substantial', 'high'] as const;
export type Assurance = (typeof assurances)[number];

/** What somebody in office may be; an issuer must be configured to vouch for them. */
export const staffRoles = ['officer', 'treasurer', 'mayor', 'auditor', 'operator'] as const;
export type StaffRole = (typeof staffRoles)[number];

interface LoggedIn {
  /** Who said so: the issuer's address, or `hub` for an application that the hub itself let in. */
  readonly issuer: string;
  /** The issuer's stable identifier of the person; not shown to anybody, because an issuer may make it of a NIK. */
  readonly subject: string;
  /** The application that the token was given to (`client_id`, or `azp`). */
  readonly app: string;
  readonly scopes: ReadonlySet<string>;
  readonly assurance: Assurance;
  /** When the token that proves it ends, in milliseconds since the epoch. */
  readonly expiresMs: number;
}

export interface CitizenCaller extends LoggedIn {
  readonly kind: 'citizen';
  readonly nik: string;
}

/** Somebody in office: no records are his, and what he may see goes by his roles and by the case that he works on. */
export interface StaffCaller extends LoggedIn {
  readonly kind: 'staff';
  readonly roles: ReadonlySet<StaffRole>;
  /** Code of the OPD that an officer or a treasurer works for; nobody's in the mayor's office. */
  readonly opd: string | undefined;
}

/** A program without a person, known by its own secret (OAuth 2.0 client credentials). */
export interface ApplicationCaller extends LoggedIn {
  readonly kind: 'application';
}

export const anonymous: AnonymousCaller = { kind: 'anonymous' };
