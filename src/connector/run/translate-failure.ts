import type { ErrorCode } from '../../base/hub-error.ts';
import { HubError } from '../../base/hub-error.ts';
import { CallFailure, type FailureKind } from '../../outbound/index.ts';

const CODES: Readonly<Record<FailureKind, ErrorCode>> = {
  unavailable: 'OPD_UNAVAILABLE',
  badAnswer: 'OPD_BAD_ANSWER',
  quota: 'OPD_QUOTA',
  // For the client there is no difference: the OPD does not answer the hub, and he can do nothing about it.
  denied: 'OPD_UNAVAILABLE',
};

const FIXES: Readonly<Record<FailureKind, string>> = {
  unavailable: 'Try again later; the other OPDs answered.',
  badAnswer: 'The OPD checks its system, or the connector file no longer fits it: npm run hub -- connector check',
  quota: 'Wait until the OPD allows more calls.',
  denied: "The OPD's IT staff checks the hub's account and password in its system.",
};

/** Turns a system's failure into the hub's error that names the OPD. Anything else is a fault of the hub and passes. */
export function translateFailure(error: unknown, opd: string, system: string): unknown {
  if (!(error instanceof CallFailure)) return error;
  const { kind, retryAfterSeconds } = error;
  return new HubError(CODES[kind], `${opd}/${system}: ${error.message}.`, {
    opd,
    retryable: kind === 'unavailable' || kind === 'quota',
    fix: FIXES[kind],
    cause: error,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}
