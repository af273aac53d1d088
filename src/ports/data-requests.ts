/** What a citizen may ask about the data that is held on him (UU 27/2022 articles 6 to 13). */
export type DataRequestKind = 'correction' | 'erasure' | 'restriction';

export interface DataRequest {
  readonly id: string;
  readonly kind: DataRequestKind;
  /** The OPD whose records it is about, or `city` for what the hub itself holds. */
  readonly opd: string;
  /** In the citizen's words. */
  readonly what: string;
  readonly askedAtMs: number;
  /** By when it must be answered: 3 x 24 hours. */
  readonly dueAtMs: number;
  readonly answeredAtMs: number | undefined;
  readonly outcome: 'done' | 'refused' | undefined;
  /** In the officer's words; empty until it is answered. */
  readonly answer: string;
}

/** A request as the OPD that must answer it sees it. */
export interface AssignedDataRequest extends DataRequest {
  /** Whose records. */
  readonly nik: string;
}

/** Keeps requests about data; what people write lies sealed. */
export interface DataRequestStore {
  add(nik: string, asked: Pick<DataRequest, 'kind' | 'opd' | 'what' | 'askedAtMs' | 'dueAtMs'>): Promise<DataRequest>;
  /** All that the citizen ever asked, the newest first. */
  list(nik: string): Promise<readonly DataRequest[]>;
  /** Those of an OPD that are not answered, the most urgent first. */
  listOpen(opd: string, limit: number): Promise<readonly AssignedDataRequest[]>;
  /** Answers one of this OPD's, once; undefined when there is none open of that id. */
  answer(
    opd: string,
    id: string,
    outcome: 'done' | 'refused',
    answer: string,
    atMs: number,
  ): Promise<AssignedDataRequest | undefined>;
  /** How many are not answered, by OPD, and of them how many are late. */
  countOpen(atMs: number): Promise<readonly { readonly opd: string; readonly open: number; readonly late: number }[]>;
}
