/** A way in which the hub refuses or fails, told to people and to developers. */
export interface DescribedCode {
  readonly code: string;
  /** In Indonesian, for people. */
  readonly sentence: string;
  /** In English, for developers. */
  readonly meaning: string;
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean;
}

/** What a hub says of itself to anybody: numbers of what it is made of, nothing of what is in it. */
export interface HubFacts {
  readonly release: string;
  /** Legacy systems that this hub asks itself, and what connector files let it ask or send them. */
  readonly systems: number;
  readonly operations: number;
  readonly errorCodes: readonly DescribedCode[];
  /** Copies that it holds; absent where it keeps none. */
  readonly countRecords?: () => Promise<number>;
  /** What citizens have handed in since this moment; absent where nothing can be. */
  readonly countSubmissions?: (sinceMs: number) => Promise<number>;
}
