import { HubError } from '../../base/hub-error.ts';

/** The same for a number that does not exist and for a fact that is not its own. */
export function proofWrong(opd: string): HubError {
  return new HubError('PROOF_WRONG', 'The number and what was said of it do not belong together.', {
    opd,
    fix: 'Compare both with a letter or card of this agency, then try again.',
  });
}

export function notProvable(opd: string): HubError {
  return new HubError('PROOF_IMPOSSIBLE', 'This agency’s record holds too little to prove the number with.', {
    opd,
    fix: 'The citizen goes to the agency, which completes its record.',
  });
}

export function linkTaken(opd: string): HubError {
  return new HubError('LINK_TAKEN', 'The number is linked to another citizen, and can have one holder only.', {
    opd,
    fix: 'The citizen goes to the agency, which finds out whose it is.',
  });
}

export function tooManyAttempts(retryAfterSeconds: number): HubError {
  return new HubError('TOO_MANY_REQUESTS', 'Too many proofs were wrong.', {
    retryAfterSeconds,
    retryable: true,
    fix: 'Wait for so long, and have a letter or card of the agency at hand.',
  });
}

export function noSuchKind(kinds: readonly string[]): HubError {
  return new HubError('BAD_USER_INPUT', 'There is no such kind of number to link.', {
    fix: `Give one of linkKinds: ${kinds.join(', ')}.`,
  });
}

export function noSuchLink(): HubError {
  return new HubError('NOT_FOUND', 'There is no link of yours with this id.');
}

export function notAllowed(): HubError {
  return new HubError(
    'FORBIDDEN',
    'Numbers are linked and unlinked by the citizen himself, in the city’s own applications.',
    {
      fix: 'Send the citizen there.',
    },
  );
}
