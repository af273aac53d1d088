/** The protocols that a connector can be written for. */
export const sourceKinds = ['rest', 'soap', 'sql', 'files'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What a schema, a WSDL or a database says of a value, where it says anything; `timestamp` carries no offset. */
export type DeclaredType = 'boolean' | 'integer' | 'number' | 'date' | 'datetime' | 'timestamp' | 'text';

/** A value that the system wants to be asked by. */
export interface SketchParameter {
  /** As the system calls it. */
  readonly name: string;
  /** As it stands behind the colon in a request. */
  readonly parameter: string;
  readonly declared: DeclaredType | undefined;
  readonly isAddressed: boolean;
}

/** The columns that are read, and the one that is asked by, of a system that leaves the choice to the reader. */
export interface RequestChoice {
  readonly columns: readonly string[];
  readonly by: { readonly column: string; readonly parameter: string } | undefined;
  readonly textColumns: readonly string[];
}

/** One operation of a legacy system, the same for every kind of source. Its answer may hold people's data. */
export interface SourceSketch {
  readonly kind: SourceKind;
  /** What it is about, as the system says it: a table, an operation. */
  readonly subject: string;
  readonly describe: string;
  /** An answer as the protocol hands it to the mapping. */
  readonly answer: unknown;
  /** Whether the answer was made up from a description, so that nothing in it tells how values are spelt. */
  readonly isInvented: boolean;
  /** Where the rows are, when the protocol leaves no choice. */
  readonly rows: string | undefined;
  /** By path in a row. */
  readonly declared: ReadonlyMap<string, DeclaredType>;
  /** Undefined where any column may be asked by. */
  readonly parameters: readonly SketchParameter[] | undefined;
  /** The column that a database says is the key. */
  readonly key: string | undefined;
  /** Keys of the source beside its address. */
  readonly source: Readonly<Record<string, unknown>>;
  /** What a log-in needs, `{NAME}` standing for a setting of the system. */
  readonly auth: Readonly<Record<string, unknown>> | undefined;
  /** Files to lie beside the connector file. */
  readonly attachments: ReadonlyMap<string, string>;
  /** What whoever reads the result should know, in Indonesian. */
  readonly notes: readonly string[];
  /** The keys of the operation that say what is sent. */
  request(choice: RequestChoice): Readonly<Record<string, unknown>>;
}

/** A source that was opened to see what it has. */
export interface ScaffoldSource {
  readonly kind: SourceKind;
  /** The flag that says which of the choices is meant. */
  readonly flag: '--operation' | '--table' | undefined;
  readonly choices: readonly string[];
  /** @throws HubError BAD_USER_INPUT for a choice that there is not, or that the hub cannot ask. */
  sketch(choice: string | undefined): Promise<SourceSketch>;
  close(): Promise<void>;
}
