import type { AttachmentRule } from '../../ports/attachment-store.ts';
import type { SubmissionContent } from '../../ports/outbox.ts';
import type { WriteOutcome } from '../compile/compile-write.ts';

/** What citizens send to a system by one mutation, and what is known of sendings whose answer was lost. */
export interface CompiledSubmission {
  /** The mutation that it comes by: `fileComplaint`. */
  readonly kind: string;
  readonly opd: string;
  readonly system: string;
  /** Sends it once. @throws HubError BAD_USER_INPUT for a value that can never be sent. */
  send(id: string, content: SubmissionContent, files?: readonly Buffer[]): Promise<WriteOutcome>;
  /** What may be attached to it; undefined for nothing. */
  readonly attachments: AttachmentRule | undefined;
  /** Whether the system recognises a second sending of the same. */
  readonly isIdempotent: boolean;
  /** How to look whether a sending was taken; undefined where nobody can. */
  readonly trace: SubmissionTrace | undefined;
}

export interface SubmissionTrace {
  /** For how long after a sending began the system may still be working on it. */
  readonly settleMs: number;
  /** The system's own numbers of everything in it that looks like this submission, now. @throws HubError OPD_… */
  look(id: string, nik: string, content: SubmissionContent): Promise<readonly string[]>;
}

/** An entry of `submissions`. */
export interface SubmissionSpec {
  readonly to: string;
  readonly with: Readonly<Record<string, string>>;
  readonly idempotent?: true;
  readonly attachments?: AttachmentsSpec;
  readonly trace?: TraceSpec;
}

/** How many files may go with it, and as JPEGs of what size: `2MB`. */
export interface AttachmentsSpec {
  readonly max: number;
  readonly jpeg?: string;
}

export interface TraceSpec {
  readonly from: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly match: Readonly<Record<string, string>>;
  readonly receipt: string;
  readonly settle?: string;
}
