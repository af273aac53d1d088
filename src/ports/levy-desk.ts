export type LevyState = 'received' | 'inReview' | 'forwarded' | 'closed';
export type LevyKind = 'anonymous' | 'secret' | 'open';

/** What Inspektorat reads of a report, and the hub does not. */
export interface LevyContent {
  readonly amountAsked: number;
  /** What the reporter takes for the official fee. */
  readonly amountOfficial?: number | undefined;
  /** What the catalogue says of that day. */
  readonly officialFee?: number | undefined;
  readonly text: string;
  /** Of a secret or an open report. */
  readonly reporter?: { readonly nik: string; readonly contact?: string | undefined } | undefined;
}

export interface NewLevyReport {
  readonly idempotencyKey: string;
  readonly kind: LevyKind;
  readonly opd: string;
  readonly service: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly content: LevyContent;
  readonly photos: readonly string[];
}

interface LevyStep {
  readonly state: LevyState;
  /** `YYYY-MM-DD`: a time of day could be laid beside other logs. */
  readonly day: string;
}

/** What whoever has the receipt reads. */
export interface FollowedLevyReport {
  readonly opd: string;
  readonly service: string | undefined;
  readonly state: LevyState;
  readonly steps: readonly LevyStep[];
  readonly answer: string | undefined;
}

/** What Inspektorat is handed, still sealed. */
export interface SealedLevyReport {
  readonly id: string;
  readonly kind: LevyKind;
  readonly opd: string;
  readonly service: string | undefined;
  readonly day: string;
  readonly state: LevyState;
  readonly receivedOn: string;
  /** JWE of a JSON document. */
  readonly content: string;
  readonly photos: readonly string[];
}

/** Reports of illegal levies, which the hub keeps sealed to Inspektorat's key. */
export interface LevyDesk {
  /**
   * Seals and keeps a report and gives its receipt, which is kept nowhere; the same key with the same report gives it again.
   * @throws HubError OPD_UNAVAILABLE without Inspektorat's key, IDEMPOTENCY_KEY_REUSED, BAD_USER_INPUT for photos that are
   * gone, TOO_MANY_REQUESTS.
   */
  report(report: NewLevyReport): Promise<string>;
  /** Undefined for a receipt that is none. @throws HubError TOO_MANY_REQUESTS after many that were none. */
  follow(receipt: string): Promise<FollowedLevyReport | undefined>;
  /** The oldest first; after an id, those that follow it. */
  list(filter: {
    readonly state?: LevyState | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<readonly SealedLevyReport[]>;
  /** JWE of a JPEG; undefined where no report has it. */
  findPhoto(id: string): Promise<string | undefined>;
  /**
   * Moves a report on, never back, and seals the answer so that only the receipt opens it; undefined for one that is none.
   * @throws HubError BAD_USER_INPUT for a step back, or an end without an answer.
   */
  answer(id: string, state: LevyState, answer: string | undefined): Promise<SealedLevyReport | undefined>;
}

/** Photos for reports, from whoever sends them. */
export interface LevyPhotos {
  /**
   * Paints a photo anew, seals it to Inspektorat's key and keeps it for an hour, in which a report may use it.
   * @throws HubError ATTACHMENT_REFUSED, OPD_UNAVAILABLE, TOO_MANY_REQUESTS.
   */
  keep(file: Buffer): Promise<{ readonly id: string }>;
  /** Removes those that no report used within an hour; how many went. */
  sweep(): Promise<number>;
}
