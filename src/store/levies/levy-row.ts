import type { FollowedLevyReport, LevyKind, LevyState, SealedLevyReport } from '../../ports/levy-desk.ts';

/** A row of levy_reports, days as text. */
export interface LevyRow {
  readonly id: string;
  readonly kind: LevyKind;
  readonly opd: string;
  readonly service: string | null;
  readonly day: string;
  readonly received_on: string;
  readonly state: LevyState;
  readonly steps: FollowedLevyReport['steps'];
  readonly receipt_hash: Buffer;
  readonly answer_key: string;
  readonly content: string;
  readonly answer: string | null;
  readonly photos: readonly string[];
}

/** Every column but the reporter's key. */
export const LEVY_COLUMNS = `
  id, kind, opd, service, day::text, received_on::text, state, steps, receipt_hash, answer_key, content, answer,
  array(select p.id::text from levy_photos p where p.report_id = levy_reports.id order by p.place) as photos`;

/** What Inspektorat gets of a row. */
export function readSealed({ service, received_on, photos, ...row }: LevyRow): SealedLevyReport {
  const { id, kind, opd, day, state, content } = row;
  return { id, kind, opd, day, state, content, photos, service: service ?? undefined, receivedOn: received_on };
}
