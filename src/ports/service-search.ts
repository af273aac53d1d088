/** A service as it is found by words. */
export interface SearchedService {
  readonly code: string;
  readonly opd: string;
  readonly name: string;
  readonly about: string;
  readonly words: readonly string[];
}

export interface SearchFilter {
  readonly opd?: string | undefined;
  readonly limit: number;
}

/** Finds services by what people call them. */
export interface ServiceSearch {
  /**
   * Codes of the services that fit, best first: all words, in any order, inflected, begun or with an accent; where nothing has
   * all of them, what comes nearest.
   */
  find(words: string, filter: SearchFilter): Promise<readonly string[]>;
}
