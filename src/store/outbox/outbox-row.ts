import type { Submission, SubmissionContent, SubmissionState, SubmissionStep } from '../../ports/outbox.ts';
import { type KeyRing, open, seal } from '../personal-data.ts';

/** A row of the table `outbox`. */
export interface OutboxRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: string;
  readonly opd: string;
  readonly system: string;
  readonly index_key_id: string;
  readonly content_hash: Buffer;
  readonly content_encrypted: Buffer | null;
  readonly content_key_id: string | null;
  readonly attachments: readonly string[];
  readonly state: SubmissionState;
  readonly steps: readonly SubmissionStep[];
  readonly accepted_at: Date;
  readonly delivered_at: Date | null;
  readonly receipt_encrypted: Buffer | null;
  readonly receipt_key_id: string | null;
  readonly reason_encrypted: Buffer | null;
  readonly reason_key_id: string | null;
  readonly known_encrypted: Buffer | null;
  readonly known_key_id: string | null;
  readonly is_begun: boolean;
  readonly begun_at: Date | null;
  readonly attempts: number;
  readonly bad_answers: number;
  readonly next_at: Date;
  readonly lease_until: Date | null;
  readonly problem: string | null;
}

/** What is sealed in a row; each opens only in its own place of its own row. */
export type SealedPart = 'content' | 'receipt' | 'reason' | 'known';

/** What of a submission is needed until the OPD has it. */
export interface HeldContent {
  readonly nik: string;
  readonly content: SubmissionContent;
}

export function sealPart(part: SealedPart, id: string, value: string, keys: KeyRing): readonly [Buffer, string] {
  const { bytes, dataKeyId } = seal(value, keys.data, [`outbox-${part}`, id]);
  return [bytes, dataKeyId];
}

/** The text that is sealed in a part of a row; undefined where there is none. */
export function openPart(part: SealedPart, row: OutboxRow, keys: KeyRing): string | undefined {
  const [bytes, dataKeyId] = [row[`${part}_encrypted`], row[`${part}_key_id`]];
  return bytes === null || dataKeyId === null
    ? undefined
    : open({ bytes, dataKeyId }, keys.data, [`outbox-${part}`, row.id]);
}

/** Whose it is and what is sent; undefined once the OPD has it, for then the hub has forgotten it. */
export function openContent(row: OutboxRow, keys: KeyRing): HeldContent | undefined {
  const text = openPart('content', row, keys);
  return text === undefined ? undefined : (JSON.parse(text) as HeldContent);
}

/** A row as its citizen sees it. */
export function readSubmission(row: OutboxRow, keys: KeyRing): Submission {
  const { id, kind, opd, system, state, steps, accepted_at: acceptedAt, delivered_at: deliveredAt } = row;
  return {
    id,
    kind,
    opd,
    system,
    state,
    acceptedAtMs: acceptedAt.getTime(),
    deliveredAtMs: deliveredAt?.getTime(),
    receipt: openPart('receipt', row, keys),
    reason: openPart('reason', row, keys),
    steps: steps.map((step) => ({ state: step.state, atMs: step.atMs })),
  };
}

/** A step as it is appended to `steps`. */
export const asStep = (state: SubmissionState, atMs: number): string => JSON.stringify([{ state, atMs }]);
