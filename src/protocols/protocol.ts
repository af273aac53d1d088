import type { CallLimits } from '../outbound/index.ts';
import type { ProbeFinding } from '../ports/probe-finding.ts';
import type { PushStore } from '../ports/push-store.ts';

/**
 * Arguments of an operation by name; a NIK, NOP and other numbers of identity are text. A list is of files in base64, and
 * only what is sent as JSON has one.
 */
export type CallArguments = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * One prepared operation: sends the arguments, gives the parsed answer before the deadline (milliseconds since the epoch;
 * by default the source's own timeout from now on). `takeFurther` is awaited before each request to the system beyond the
 * first that the answer needs, such as a further page.
 * @throws CallFailure; HubError BAD_USER_INPUT, before anything is sent, for an argument that cannot be sent.
 */
export type Call = (args: CallArguments, deadlineMs?: number, takeFurther?: TakeFurther) => Promise<unknown>;

/** Takes one more call out of what a system allows. @throws CallFailure quota when it allows no more now. */
export type TakeFurther = () => void | Promise<void>;

/**
 * An answer that says by itself, for example by its HTTP status, that there is no such record. What else it says, if that
 * can be parsed, is for the `cases` of a connector file alone.
 */
export class EmptyAnswer {
  readonly content: unknown;

  constructor(content?: unknown) {
    this.content = content;
  }
}

/** An open legacy system. */
export interface Source {
  /** Does once per operation what need not be done per call. */
  prepare(operation: OperationSpec): Call;
  /** For an operation whose answer comes in pages what gives them one by one; undefined for any other. */
  preparePages?(operation: OperationSpec): OpenPages | undefined;
  close(): Promise<void>;
}

/** Begins to ask for the pages of one question, for whoever takes more of them than memory holds. */
export type OpenPages = (args: CallArguments) => SourcePages;

/** The pages of one question; one that failed can be asked for again. */
export interface SourcePages {
  hasNext(): boolean;
  /** The next page as one answer. @throws CallFailure */
  next(deadlineMs: number): Promise<SourcePage>;
}

export interface SourcePage {
  readonly content: unknown;
  /** How many rows all pages have, where the first of them says it. */
  readonly total: number | undefined;
}

/** What every protocol's operation has, beside what only its own driver reads. */
export interface OperationSpec {
  readonly name: string;
  /** The operation's own keys from the connector file, settings already filled in. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Reads may be sent again after a broken connection, writes never. */
  readonly isRead: boolean;
  /**
   * What the connector file says of an answer, for a protocol that puts several into one: of the one that it gives, this
   * is asked by whoever called. @throws CallFailure for an answer that says, or shows, that something is wrong.
   */
  readonly judge?: (answer: unknown) => 'ok' | 'empty';
}

// Beside the answers and not in them: what an answer holds is the system's own.
const answerTimesMs = new WeakMap<object, number>();

/** Marks an answer as given some time ago, in milliseconds since the epoch: read from what the system left or brought. */
export function dateAnswer<Answer extends object>(answer: Answer, atMs: number): Answer {
  answerTimesMs.set(answer, atMs);
  return answer;
}

/** When an answer was given that is not of now, in milliseconds since the epoch. */
export function findAnswerTime(answer: unknown): number | undefined {
  return typeof answer === 'object' && answer !== null ? answerTimesMs.get(answer) : undefined;
}

/** A row of an answer that cannot be given, by the number that the OPD sees beside it; holds nothing of it. */
export interface UnreadableRow {
  readonly row: number;
  readonly column: string | null;
  /** For the OPD, in Indonesian. */
  readonly reason: string;
}

const unreadableRows = new WeakMap<object, readonly UnreadableRow[]>();

/** Notes which rows are missing in an answer because they cannot be read. */
export function noteRejectedRows<Answer extends object>(answer: Answer, rows: readonly UnreadableRow[]): Answer {
  if (rows.length > 0) unreadableRows.set(answer, rows);
  return answer;
}

/** The rows that are missing in an answer because they cannot be read. */
export function listRejectedRows(answer: unknown): readonly UnreadableRow[] {
  return (typeof answer === 'object' && answer !== null ? unreadableRows.get(answer) : undefined) ?? [];
}

/** What a source belongs to, and what it may keep its rows in. */
export interface SourcePlace {
  /** `dishub/kir`. */
  readonly system: string;
  /** Absent where no database is, as on an OPD's own server. */
  readonly pushes?: PushStore | undefined;
}

export interface Protocol {
  /** The key that chooses it in a connector file's source, for example `rest`. */
  readonly name: string;
  /** The keys of a source that name a file beside the connector file; where it is read they hold whole paths. */
  readonly fileKeys?: readonly string[];
  /**
   * Opens a source; connects lazily, so an OPD that is down does not keep the hub from starting.
   * @throws SpecMistake when a value of the spec cannot be used.
   */
  open(spec: Readonly<Record<string, unknown>>, limits: CallLimits, place?: SourcePlace): Source;
  /** Reads from the keys of an operation, and of its source, which arguments it takes. */
  listParameters(
    operation: Readonly<Record<string, unknown>>,
    source?: Readonly<Record<string, unknown>>,
  ): OperationParameters;
  /**
   * Looks at a source without asking it for anybody's records: whether it is there, whom it lets in to do what.
   * @throws SpecMistake when a value of the spec cannot be used.
   */
  probe?(spec: Readonly<Record<string, unknown>>, limits: CallLimits): Promise<readonly ProbeFinding[]>;
  /** Whether asking an operation with every argument empty is a harmless way to see that it works. */
  readonly mayAskWithNothing?: boolean;
  /** Everything that the protocol cannot do of what an operation says. */
  checkOperation?(
    operation: Readonly<Record<string, unknown>>,
    source: Readonly<Record<string, unknown>>,
  ): readonly OperationMistake[];
}

/** A value of an operation in a connector file that its protocol refuses; never repeats it. */
export interface OperationMistake {
  /** The key of the operation that holds the value. */
  readonly key: string;
  readonly message: string;
  readonly suggestion: string;
}

/** The arguments of an operation by name, each once. */
export interface OperationParameters {
  readonly all: readonly string[];
  /** Those of them that stand in an address, where every proxy on the way can read them. */
  readonly addressed: readonly string[];
}

/** A value of a source in a connector file that its protocol cannot use; never repeats it. */
export class SpecMistake extends Error {
  /** The key of the source that holds the value. */
  readonly key: string;
  readonly suggestion: string;

  constructor(key: string, message: string, suggestion: string) {
    super(message);
    this.name = 'SpecMistake';
    this.key = key;
    this.suggestion = suggestion;
  }
}
