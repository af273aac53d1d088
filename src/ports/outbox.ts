import type { AttachmentType } from './attachment-store.ts';

/** How far something that a citizen sent to an OPD has come. */
export type SubmissionState =
  /** Kept by the hub; not sent yet. */
  | 'accepted'
  /** On its way: being sent, sent and not known yet whether it arrived, or waiting for the OPD's system to answer again. */
  | 'delivering'
  /** Taken by the OPD's system. */
  | 'delivered'
  /** Refused by the OPD's system, with its reason. */
  | 'rejected'
  /** Nobody can tell by machine whether it was taken: a person looks. Never sent again by itself. */
  | 'needsAttention';

export type SubmissionContent = Readonly<Record<string, string | number | boolean | null>>;

/** What a citizen sends to an OPD. */
export interface NewSubmission {
  /** The mutation that it came by: `fileComplaint`. */
  readonly kind: string;
  readonly opd: string;
  readonly system: string;
  /** Whose it is. */
  readonly nik: string;
  /** Chosen by the caller; the same key of the same citizen and kind is the same submission. */
  readonly idempotencyKey: string;
  /** Parameters of the write operation by name. */
  readonly content: SubmissionContent;
  /** Ids of attachments that the citizen has uploaded before. */
  readonly attachments: readonly string[];
  /** Of which types they may be; any where it is left out. */
  readonly attachmentTypes?: readonly AttachmentType[];
}

/** A step of a submission's way. */
export interface SubmissionStep {
  readonly state: SubmissionState;
  readonly atMs: number;
}

export interface Submission {
  /** Random; says nothing. */
  readonly id: string;
  readonly kind: string;
  readonly opd: string;
  readonly system: string;
  readonly state: SubmissionState;
  readonly acceptedAtMs: number;
  readonly deliveredAtMs: number | undefined;
  /** The OPD's own number of it, once it has one. */
  readonly receipt: string | undefined;
  /** Why the OPD refused it, in its own words. */
  readonly reason: string | undefined;
  readonly steps: readonly SubmissionStep[];
}

/** Where submissions are kept until the OPD's system has them. */
export interface Outbox {
  /**
   * Keeps a submission durably before it returns; the same key again gives what is there.
   * @throws HubError IDEMPOTENCY_KEY_REUSED for the same key with another content, NOT_FOUND for attachments that are not the
   * citizen's or in use, ATTACHMENT_REFUSED for those of another type.
   */
  accept(submission: NewSubmission): Promise<Submission>;
  /** A citizen's own; undefined for anybody else's. */
  find(nik: string, id: string): Promise<Submission | undefined>;
  /** A citizen's, the newest first, those before `beforeId` where it is given. */
  list(nik: string, limit: number, beforeId: string | undefined): Promise<readonly Submission[]>;
}
