import { CallFailure, type HttpAnswer } from '../../outbound/index.ts';
import { EmptyAnswer } from '../protocol.ts';
import { parseAnswer, type Tolerance } from './parse-answer.ts';
import { refuseStatus } from './refuse-status.ts';

/** Reads an answer's content. @throws CallFailure for a status that carries none, and for content that is none. */
export type ReadAnswer = (answer: HttpAnswer) => unknown;

export interface ReadingSpec {
  readonly tolerate: ReadonlySet<Tolerance>;
  /** Statuses that say that there is no such record. */
  readonly emptyStatus: readonly number[];
  /** Turns a text into content; parses it as JSON by default. */
  readonly parse?: ((text: string) => unknown) | undefined;
}

/** Compiles the reading of an operation's answers. */
export function compileReading({ tolerate, emptyStatus, parse }: ReadingSpec): ReadAnswer {
  const read: ReadAnswer = (answer) => {
    refuseStatus(answer);
    return parse ? parse(answer.text) : parseAnswer(answer.text, tolerate);
  };
  if (emptyStatus.length === 0) return read;
  const saysNone = new Set(emptyStatus);
  return (answer) => (saysNone.has(answer.status) ? new EmptyAnswer(findContent(answer.text, tolerate)) : read(answer));
}

/** What a refusal says beside its status, when that is JSON; a web server's own page is not. */
function findContent(text: string, tolerate: ReadonlySet<Tolerance>): unknown {
  try {
    return parseAnswer(text, tolerate);
  } catch (error) {
    if (error instanceof CallFailure) return undefined;
    throw error;
  }
}
