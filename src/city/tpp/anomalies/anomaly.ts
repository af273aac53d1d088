export const anomalyKinds = [
  'APPROVED_BEFORE_ACTIVITY',
  'APPROVED_LATE',
  'APPROVAL_BURST',
  'COPIED_TEXT',
  'SHARED_TEXT',
] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

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
