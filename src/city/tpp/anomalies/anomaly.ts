/** What may be odd about reports and approvals (DOMAIN §2, integrity traps). */
export type AnomalyKind =
  | 'APPROVED_BEFORE_ACTIVITY'
  | 'APPROVED_LATE'
  | 'APPROVAL_BURST'
  | 'COPIED_TEXT'
  | 'SHARED_TEXT';

/** An activity as an inspector compares it: texts and superiors by hashes, which nobody keeps. */
export interface ComparedActivity {
  /** Day of the activity, `YYYY-MM-DD`. */
  readonly on: string;
  readonly textHash: number;
  readonly approvedOn: string | undefined;
  /** Undefined where the system tells only the day. */
  readonly approvedAtMs: number | undefined;
  readonly approverHash: number | undefined;
}
