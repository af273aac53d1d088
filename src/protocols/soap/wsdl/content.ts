/** What an element holds, as its schema says it. */
export interface Content {
  /** Its children by name, in the order in which they are sent. */
  readonly children: ReadonlyMap<string, Part>;
  /** The children that may come more than once, and so are always a list. */
  readonly lists: readonly string[];
}

/** An element as it stands in another one. */
export interface Part {
  readonly name: string;
  /** '' when it is written without one. */
  readonly namespace: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly isNillable: boolean;
  /** Undefined for text, and where the schema leaves it open. Looked up when asked for: types may hold themselves. */
  findContent(): Content | undefined;
}
