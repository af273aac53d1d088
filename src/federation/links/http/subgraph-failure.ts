import { HubError } from '../../../base/hub-error.ts';
import type { CallFailure } from '../../../outbound/index.ts';

/** Makes of a failed call the error that stands in the answer. */
export type FailureOf = (failure: CallFailure, subgraph: string) => Error;

/** Says which subgraph gave no answer and why, and nothing of its address. */
export function describeFailure(failure: CallFailure, subgraph: string): HubError {
  const { kind, message, retryAfterSeconds } = failure;
  return new HubError(
    kind === 'badAnswer' ? 'SUBGRAPH_BAD_ANSWER' : 'SUBGRAPH_UNAVAILABLE',
    `Subgraph ${subgraph}: ${message}.`,
    {
      retryable: kind === 'unavailable' || kind === 'quota',
      cause: failure,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    },
  );
}
