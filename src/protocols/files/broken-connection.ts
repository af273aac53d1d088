import type { CallFailure } from '../../outbound/index.ts';

/** The connection ended before the answer came, so that the same may be asked again over another one. */
export class BrokenConnection extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure) {
    super('the connection is broken');
    this.name = 'BrokenConnection';
    this.failure = failure;
  }
}
