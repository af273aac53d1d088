import type { FoundRows } from '../guess/find-rows.ts';
import type { PersonalKind } from '../guess/recognise-personal.ts';
import type { SourceSketch } from '../source-sketch.ts';

/** A field of the graph type that is to be written. */
export interface PlannedField {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly pipe: string | undefined;
  readonly isKey: boolean;
  readonly personal: PersonalKind | undefined;
}

/** An argument of the graph's field. */
export interface PlannedArgument {
  readonly name: string;
  readonly type: string;
}

/** How the records are reached, and by whom. */
export interface PlannedAccess {
  /** `Citizen`: the owner's alone. `Query`: everybody's. */
  readonly parent: 'Citizen' | 'Query';
  /** A path, or `parent`; undefined for what is everybody's. */
  readonly owner: string | undefined;
  /** Whether the system gives everybody's records, of which the owner's are kept. */
  readonly keepsOwn: boolean;
  /** The column that the request is to ask by, where it leaves the choice. */
  readonly by: { readonly column: string; readonly parameter: string } | undefined;
  /** Of the operation's parameters. */
  readonly bindings: Readonly<Record<string, string>>;
  readonly args: readonly PlannedArgument[];
}

/** A setting that the installation must give. */
export interface PlannedSetting {
  readonly name: string;
  /** In Indonesian. */
  readonly meaning: string;
}

/** Everything that a new connector will say, before it is written. */
export interface ConnectorPlan {
  readonly opd: string;
  readonly system: string;
  readonly describe: string;
  readonly typeName: string;
  readonly fieldName: string;
  readonly operation: string;
  readonly found: FoundRows;
  /** Whether the field gives one record and not a list of them. */
  readonly isSingle: boolean;
  /** Of a row that the system keeps and means to be gone. */
  readonly omit: Readonly<Record<string, unknown>> | undefined;
  readonly fields: readonly PlannedField[];
  readonly access: PlannedAccess;
  readonly okWhen: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Keys of the operation that say what is sent. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Keys of the source, settings by name. */
  readonly source: Readonly<Record<string, unknown>>;
  readonly settings: readonly PlannedSetting[];
  /** What was guessed, and how it is changed; in Indonesian. */
  readonly guesses: readonly string[];
  readonly sketch: SourceSketch;
}
