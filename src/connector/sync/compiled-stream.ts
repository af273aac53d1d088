import type { FactKind } from '../../ports/city-figures.ts';
import type { CopyFacts } from '../figures/compile-facts.ts';
import type { Version } from './cursor.ts';

/** Where a reading stands, so that a later one can go on from there; as the system itself writes it. */
export interface StreamPosition {
  /** Of the newest row. */
  readonly version: Version;
  /** What stands in the cursor's column of that row. */
  readonly cursor: string;
  /** Key of the last row, where the stream is read by keys. */
  readonly after: string | undefined;
}

/** What tells a row apart, before anything of it is mapped. */
export interface IdentifiedRow {
  readonly key: string;
  readonly version: Version | undefined;
  /** What stands in the cursor's column. */
  readonly cursor: string | undefined;
  /** The system says that it is gone. */
  readonly isDeleted: boolean;
  /** The whole row as text: whoever has the same text has the same row. */
  readonly text: string;
}

/** A row as the graph's record. */
export interface MappedCopy extends CopyFacts {
  /** NIK of whose it is; undefined where nobody's, or where a link says it. */
  readonly owner: string | undefined;
  /** The number by which a citizen is linked to it, where the stream goes by links. */
  readonly linkNumber: string | undefined;
  /** Fields of the record, without where it came from. */
  readonly record: Readonly<Record<string, unknown>>;
  /** How it stands in the one list of applications; undefined where it belongs to none. */
  readonly application: ApplicationView | undefined;
}

export const applicationStatuses = ['SUBMITTED', 'VERIFIED', 'IN_PROCESS', 'DONE', 'REJECTED', 'CANCELLED'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** What every application has, of whatever OPD. */
export interface ApplicationView {
  readonly kind: Extract<FactKind, 'application' | 'complaint'>;
  readonly number: string;
  /** What the system calls the service. */
  readonly service: string;
  /** The catalogue's code of the service; what the system calls it where the catalogue does not know it. */
  readonly serviceCode: string;
  /** Code of the OPD that must decide; empty where none has been named. */
  readonly opd: string;
  readonly status: ApplicationStatus;
  /** `YYYY-MM-DD`. */
  readonly submittedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly doneOn: string | undefined;
  /** Whole rupiah. */
  readonly charged: number | undefined;
  readonly officialFee: number | undefined;
}

/** Why a row cannot be a record; names what is wrong, never what stands there. */
export interface Misfit {
  /** The graph's field, or `key`, `cursor`, `owner`, `row`. */
  readonly field: string;
  /** `teks`, `angka`, `kosong`, … */
  readonly valueKind: string;
  /** In Indonesian. */
  readonly cause: string;
  readonly fix: string;
}

/** A page of a stream. */
export interface StreamPage {
  readonly answer: unknown;
  readonly rows: readonly unknown[];
  /** How many rows the system says that this reading has in all. */
  readonly total: number | undefined;
  /** Rows that the source itself could not give, such as lines of a file. */
  readonly rejected: readonly (Misfit & { readonly row: number })[];
  /** When the system gave it, where that is not now. */
  readonly asOfMs: number | undefined;
  /** Where a further reading would go on; undefined where it would have before, null where it must begin anew. */
  readonly position: StreamPosition | null | undefined;
}

/** One reading of a stream, page by page. */
export interface StreamReading {
  hasNext(): boolean;
  /** @throws HubError OPD_… */
  next(): Promise<StreamPage>;
}

/** A column of the source's rows: its name, and whether text, numbers or objects stand there. */
export type SourceColumns = ReadonlyMap<string, string>;

/** A stream of records from a legacy system into the hub's copies, compiled from `sync:` of a connector file. */
export interface CompiledStream {
  /** `dpmptsp/perizinan/Permit`. */
  readonly id: string;
  readonly opd: string;
  readonly system: string;
  readonly typeName: string;
  /** Changes with everything that decides what a copy looks like. */
  readonly fingerprint: string;
  readonly everyMs: number | undefined;
  /** `01:00`, Jakarta time. */
  readonly sweepAt: string | undefined;
  /** Whether it can be asked for what changed; otherwise each run is a sweep. */
  readonly hasChanges: boolean;
  /** Whether what one reading gives is of one moment, so that what is missing is gone. */
  readonly isSnapshot: boolean;
  /** Whether the system brings its rows itself: each delivery asks for a run. */
  readonly isPushed: boolean;
  /** The operation that gives them. */
  readonly operation: string;
  readonly isPersonal: boolean;
  /** The record's field that tells rows apart. */
  readonly numberField: string;
  /** Whether its records stand in the one list of applications. */
  readonly hasApplications: boolean;
  /** What its records count as in the city's figures; undefined where they are not counted. */
  readonly factKind: FactKind | undefined;
  /** Whether each record says which OPD it counts for; otherwise they are the system's own OPD's. */
  readonly namesOpd: boolean;
  /** The record's field that says what was charged for an application. */
  readonly chargedField: string | undefined;
  /** The record's field by which the service catalogue knows it, where that is not its name. */
  readonly calledField: string | undefined;
  readonly linkKind: string | undefined;
  /** 0 to 1. */
  readonly shrinkGuard: number;
  readonly onDrift: 'continue' | 'pause';
  /** Columns that the record needs. */
  readonly columns: ReadonlySet<string>;
  /** Begins a reading: of all, or from where another stood, a little before. */
  open(from: StreamPosition | undefined): StreamReading;
  identify(row: unknown): IdentifiedRow | Misfit;
  map(row: unknown, answer: unknown): MappedCopy | Misfit;
}

export function isMisfit(value: object): value is Misfit {
  return 'cause' in value;
}
