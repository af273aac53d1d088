/** By whom or what copies are asked for. */
export type CopyOwner =
  | { readonly nik: string }
  /** A number that the citizen has linked, of this kind. */
  | { readonly linkKind: string; readonly number: string };

/** Copies of one stream, as fresh as its last run that ended well. */
export interface CopiesFound {
  /** Fields of the graph's record, as the connector mapped them. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** When the OPD's system gave them, or said that they had not changed. */
  readonly asOfMs: number;
}

/** Reads the hub's copies of the OPDs' records. */
export interface CopyReader {
  /** Undefined while the stream has not been read in whole yet: then nobody can say that there is nothing. */
  find(stream: string, owner: CopyOwner): Promise<CopiesFound | undefined>;
}
