/** A connector file as it lies in the repository, and what the hub makes of it. */
export interface ConnectorFileView {
  readonly system: string;
  readonly describe: string;
  /** Its path in the repository. */
  readonly file: string;
  /** As it stands there: it names settings and secrets, and holds none. */
  readonly text: string;
  readonly sources: readonly ConnectorSourceView[];
  /** `dpmptsp/perizinan/Permit`. */
  readonly streams: readonly string[];
  readonly operations: readonly ConnectorOperationView[];
}

/** How a source of the system is spoken to, and how much of it the hub takes. */
export interface ConnectorSourceView {
  readonly name: string;
  readonly protocol: string;
  readonly timeoutMs: number;
  /** Calls at once. */
  readonly concurrency: number;
  readonly perMinute: number | undefined;
  readonly perDay: number | undefined;
  /** Calls of a day that only people may use, not jobs. */
  readonly reserve: number;
}

export interface ConnectorOperationView {
  readonly name: string;
  readonly isWrite: boolean;
  readonly parameters: readonly string[];
  /** The graph's type that its rows become; undefined for one that writes. */
  readonly record: string | undefined;
}

/** Shows the connector files of the OPDs whose systems this hub asks itself. */
export interface ConnectorFiles {
  /** Undefined for an OPD whose systems it does not ask. */
  find(opd: string): readonly ConnectorFileView[] | undefined;
}
