import { HubError } from '../../base/hub-error.ts';

const SPLIT = 'Ask for it in several queries.';

/** Makes the refusal of an operation that passes a limit; the message must hold nothing of the client's text. */
export function tooLarge(message: string, fix: string = SPLIT): HubError {
  return new HubError('OPERATION_TOO_LARGE', message, { fix });
}

/** Makes the refusal of brackets or fragments that are nested beyond what a parser's stack can hold. */
export function tooNested(allowed: number): HubError {
  return tooLarge(`The operation nests brackets or fragments more than ${allowed} deep.`);
}
