/** What a file may cost; more is refused. */
export interface FileLimits {
  readonly maxBytes: number;
  /** Of an XLSX once it is unpacked: a few kilobytes can unpack to gigabytes. */
  readonly maxUnpackedBytes: number;
  /** Of each part of an XLSX that holds no cells; each of its entries takes memory that its size does not show. */
  readonly maxPartBytes: number;
  readonly maxRows: number;
  /** Empty cells left of a full one count: they take memory too. */
  readonly maxCells: number;
}

export const DEFAULT_FILE_LIMITS: FileLimits = {
  maxBytes: 50_000_000,
  maxUnpackedBytes: 500_000_000,
  maxPartBytes: 30_000_000,
  maxRows: 1_000_000,
  maxCells: 20_000_000,
};

// More columns than any export has; a heading that far right is a cell somebody typed into by mistake.
export const MAX_COLUMNS = 2000;
