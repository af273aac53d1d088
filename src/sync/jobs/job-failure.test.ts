import { UnrecoverableError } from 'bullmq';
import { describe, expect, it } from 'vitest';
import { HubError } from '../../base/hub-error.ts';
import { JobFailure, toJobFailure } from './job-failure.ts';

describe('what is kept of a failed attempt', () => {
  it('is code and message of a HubError that may pass, with the time that the system named', () => {
    const error = new HubError('OPD_UNAVAILABLE', 'No answer.', { retryable: true, retryAfterSeconds: 7 });
    const failure = toJobFailure(error);
    expect(failure).toBeInstanceOf(JobFailure);
    expect(failure).toMatchObject({ message: 'OPD_UNAVAILABLE: No answer.', retryAfterMs: 7_000, stack: '' });
  });

  it('ends the attempts when the HubError is not retryable', () => {
    const failure = toJobFailure(new HubError('BAD_USER_INPUT', 'Refused.'));
    expect(failure).toBeInstanceOf(UnrecoverableError);
    expect(failure.message).toBe('BAD_USER_INPUT: Refused.');
  });

  it('holds nothing that somebody else wrote into an error', () => {
    const failure = toJobFailure(new Error('duplicate key (nik)=(1571010101900001)'));
    expect(failure).toBeInstanceOf(JobFailure);
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toMatch(/1571|duplicate/);
    expect(toJobFailure('1571010101900001').message).not.toContain('1571');
  });
});
