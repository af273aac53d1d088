/** An entry of `sync`: how the records of a type come into the hub's copies. */
export interface SyncSpec {
  /** The operation that lists them. */
  readonly from: string;
  /** The record's field that tells rows apart, or several: `nip + month`. */
  readonly key: string;
  readonly every?: string;
  /** `tgl_ubah | datetime yyyy-mm-dd hh:mi:ss` */
  readonly cursor?: string;
  /** The parameter that gets the cursor, and behind a bar in which format. */
  readonly since?: string;
  /** What `since` is for a first load and for a sweep. */
  readonly begin?: string | number;
  /** The parameter that gets the key of the last row, and behind `=` what it begins with. */
  readonly after?: string;
  readonly size?: number;
  readonly lookback?: string;
  readonly sweep?: string;
  readonly shrinkGuard?: string;
  readonly drift?: 'continue' | 'pause';
  readonly deletedWhen?: Readonly<Record<string, unknown>>;
  /** `no-permohonan = id` */
  readonly link?: string;
  readonly application?: ApplicationSpec;
}

export interface ApplicationSpec {
  /** A field of the record, or `= text` for all. */
  readonly service: string;
  /** `status | ISSUED = DONE, …` */
  readonly status: string;
  readonly submittedOn?: string;
  /** A field, or `submittedOn + 14d`. */
  readonly dueOn?: string;
}

/** An entry of `read`. */
export type ReadSpec = ReadMode | { readonly mode: ReadMode; readonly staleAfter?: string };
export type ReadMode = 'live' | 'copy' | 'live-else-copy';
