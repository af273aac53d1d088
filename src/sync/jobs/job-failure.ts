import { UnrecoverableError } from 'bullmq';
import { HubError } from '../../base/hub-error.ts';

/** A failed attempt after which there may be another. */
export class JobFailure extends Error {
  /** Before that the system does not want to be asked again. */
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.name = 'JobFailure';
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Makes of what a runner threw what is kept with the job: the code and message of a HubError, which hold nobody's data. What
 * others say in their errors may quote a record and is left out, and so are stacks, which begin with it.
 */
export function toJobFailure(error: unknown): JobFailure | UnrecoverableError {
  const failure = translate(error);
  failure.stack = '';
  return failure;
}

function translate(error: unknown): JobFailure | UnrecoverableError {
  if (!(error instanceof HubError)) {
    return new JobFailure('INTERNAL: The job failed in a way that nobody foresaw; the log says more.', 0);
  }
  const text = `${error.code}: ${error.message}`;
  return error.retryable ? new JobFailure(text, (error.retryAfterSeconds ?? 0) * 1_000) : new UnrecoverableError(text);
}
