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
  /** The field with the day that the record is of, so that a month of records can be found. */
  readonly day?: string;
  /** The field with the code of the OPD that it belongs to: `opd.code`. */
  readonly opd?: string;
  readonly survey?: SurveySpec;
}

/** Which fields make an answer of the satisfaction survey (SKM). */
export interface SurveySpec {
  readonly opd: string;
  readonly service?: string;
  readonly on: string;
  /** Nine fields, U1 to U9. */
  readonly elements: readonly string[];
}

export interface ApplicationSpec {
  /** An application by default. */
  readonly kind?: 'application' | 'complaint';
  /** A field of the record, or `= text` for all. */
  readonly service: string;
  /** `status | ISSUED = DONE, …` */
  readonly status: string;
  readonly submittedOn?: string;
  /** A field, or `submittedOn + 14d`; without it by the service's standard. */
  readonly dueOn?: string;
  /** When it was decided. */
  readonly doneOn?: string;
  /** What was charged for it, whole rupiah. */
  readonly charged?: string;
  /** The field with the code of the OPD that must decide; the system's own OPD by default. */
  readonly opd?: string;
  /** The field by which the catalogue knows the service, where that is not its name. */
  readonly called?: string;
}

/** An entry of `read`. */
export type ReadSpec = ReadMode | { readonly mode: ReadMode; readonly staleAfter?: string };
export type ReadMode = 'live' | 'copy' | 'live-else-copy';
