/** Why the law lets somebody see another's data (UU 27/2022 article 20), or that it is his own. */
export type LegalBasis = 'self' | 'consent' | 'legal-duty' | 'vital-interest' | 'public-task';

/** By which way data left the hub, or was kept from leaving. */
export type AccessChannel = 'query' | 'mutation' | 'subscription' | 'export' | 'sync';

/** Who looked. */
export interface AccessActor {
  readonly kind: 'citizen' | 'officer' | 'treasurer' | 'mayor' | 'auditor' | 'operator' | 'application' | 'hub';
  /** The issuer and its identifier of the person or program, such as `https://login.example|8f3a`; kept as a keyed hash, sealed beside it for staff and applications. */
  readonly id: string;
  /** The OPD that he works for. */
  readonly opd: string | undefined;
}

/** What was seen of one agency's records. */
export interface AccessRead {
  /** Code of the OPD, or `city` for the hub's own. */
  readonly opd: string;
  /** Classes of fields: types of records (`Permit`) and single fields (`Citizen.name`). */
  readonly fields: readonly string[];
}

/** A number by which a system knows a person, of a kind that a citizen may link: for whoever is known by nothing else. */
export interface LinkableNumber {
  readonly kind: string;
  readonly number: string;
}

/** One person's data in one answer, one export or one run. */
export interface AccessEntry {
  readonly atMs: number;
  readonly channel: AccessChannel;
  readonly actor: AccessActor;
  /** The application that it was shown in; undefined where there is none. */
  readonly app: string | undefined;
  /** NIK of the person whose data it is, or a number that he may link; kept as a keyed hash only. */
  readonly subject: string | LinkableNumber;
  readonly reads: readonly AccessRead[];
  readonly purpose: string;
  readonly basis: LegalBasis;
  /** The case or break-glass that it happened under. */
  readonly caseId: string | undefined;
  readonly outcome: 'allowed' | 'refused';
}

/** What the log says of one access to a person's data; the actor is described, not identified. */
export interface LoggedAccess {
  /** Place in the log. */
  readonly seq: number;
  readonly atMs: number;
  readonly channel: AccessChannel;
  readonly actorKind: AccessActor['kind'];
  readonly actorOpd: string | undefined;
  readonly app: string | undefined;
  readonly reads: readonly AccessRead[];
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly caseId: string | undefined;
  readonly outcome: AccessEntry['outcome'];
}

/** The record of who looked at whose data. */
export interface AccessLog {
  /**
   * Resolves when all entries are durable, so whoever holds the data waits with passing it on.
   * @throws HubError AUDIT_UNAVAILABLE when they could not be written: then nothing may be passed on.
   */
  record(entries: readonly AccessEntry[]): Promise<void>;
  /** Accesses to a person's data, the newest first, those before `beforeSeq` where it is given. */
  listOfSubject(
    nik: string,
    limit: number,
    beforeSeq: number | undefined,
    /** Numbers that he has linked: what was filed under them is about him too. */
    numbers?: readonly LinkableNumber[],
    /** Without what he himself was shown. */
    byOthers?: boolean,
  ): Promise<readonly LoggedAccess[]>;
}
