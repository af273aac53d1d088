/** What an author decides; the rest is guessed. `none` for a column says that there is none. */
export interface ScaffoldChoices {
  readonly opd: string;
  readonly system: string;
  readonly type?: string | undefined;
  /** Name of the field of Citizen or Query that gives the records. */
  readonly field?: string | undefined;
  /** The column that says whose a record is. */
  readonly owner?: string | undefined;
  /** The column that tells records apart. */
  readonly key?: string | undefined;
  /** The column that the system is asked by. */
  readonly by?: string | undefined;
  /** Where the records are in an answer, as a connector file writes it. */
  readonly rows?: string | undefined;
  readonly describe?: string | undefined;
  /** Columns to leave out. */
  readonly omit?: readonly string[] | undefined;
}

/** Names that the city's graph has already. */
export interface CityNames {
  readonly types: ReadonlySet<string>;
  /** Fields of Citizen and of Query. */
  readonly fields: ReadonlySet<string>;
}
