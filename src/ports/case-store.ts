import type { LegalBasis } from './access-log.ts';

/** A reason to see one person's records, as it is kept. */
export interface CaseRecord {
  readonly id: string;
  readonly kind: 'case' | 'break-glass';
  /** Whose records. */
  readonly nik: string;
  /** The OPD of whoever opened it; undefined for the mayor's office and auditors. */
  readonly opd: string | undefined;
  /** The number under which the OPD itself knows it; never a citizen's number. */
  readonly reference: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
  /** Why the glass must be broken; empty for a case. */
  readonly reason: string;
  readonly openedAtMs: number;
  /** Its end; of a break-glass that nobody has approved, the end of the time to do so. */
  readonly untilMs: number;
  readonly approvedAtMs: number | undefined;
  readonly closedAtMs: number | undefined;
  /** Whether whoever asks opened it. */
  readonly isOwn: boolean;
}

export type NewCase = Pick<
  CaseRecord,
  'kind' | 'nik' | 'opd' | 'reference' | 'purpose' | 'basis' | 'reason' | 'openedAtMs' | 'untilMs'
>;

/** Keeps cases; `actor` is the issuer and its identifier of the person, kept as a keyed hash. */
export interface CaseStore {
  /** Keeps one that is not usable yet. */
  add(actor: string, opened: NewCase): Promise<CaseRecord>;
  /** Makes one usable that the actor has just added; undefined when there is none. */
  activate(actor: string, id: string): Promise<CaseRecord | undefined>;
  find(actor: string, id: string): Promise<CaseRecord | undefined>;
  /** Those that the actor has opened, the newest first. */
  listOwn(actor: string, limit: number): Promise<readonly CaseRecord[]>;
  /** Requests for breaking the glass that wait for a second person, but for the actor's own; the oldest first. */
  listToApprove(actor: string, atMs: number, limit: number): Promise<readonly CaseRecord[]>;
  /** Those on a person, the newest first. */
  listOfSubject(nik: string): Promise<readonly CaseRecord[]>;
  /** Notes a second person's approval, once; undefined when it was approved, closed or over before. */
  approve(actor: string, id: string, atMs: number, untilMs: number): Promise<CaseRecord | undefined>;
  /** By whoever opened or approved it; undefined when there is none such, or it is closed already. */
  close(actor: string, id: string, atMs: number): Promise<CaseRecord | undefined>;
}
