/** That a citizen lets an application of somebody else see records of his, for one purpose (UU 27/2022 articles 20 to 22). */
export interface ConsentRecord {
  readonly id: string;
  readonly app: string;
  readonly scopes: readonly string[];
  readonly purpose: string;
  /** Which text the citizen has read. */
  readonly textVersion: string;
  readonly givenAtMs: number;
  readonly untilMs: number;
  readonly withdrawnAtMs: number | undefined;
}

export type NewConsent = Omit<ConsentRecord, 'id' | 'withdrawnAtMs'>;

/** The ledger of consents: nothing in it is ever changed but that one ends. */
export interface ConsentStore {
  give(nik: string, consent: NewConsent): Promise<ConsentRecord>;
  /** Ends a consent of this citizen; undefined when he has none of this id in force. */
  withdraw(nik: string, id: string, atMs: number): Promise<ConsentRecord | undefined>;
  /** All that the citizen ever gave, the newest first. */
  list(nik: string): Promise<readonly ConsentRecord[]>;
  /** What the application may see now, for this purpose; undefined without consent. */
  findScopes(nik: string, app: string, purpose: string, atMs: number): Promise<ReadonlySet<string> | undefined>;
}
