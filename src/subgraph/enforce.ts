import { HubError } from '../base/hub-error.ts';
import { type AccessDecision, type AccessRule, decideAccess, type RulePlace } from '../identity/index.ts';
import type { AccessMark } from './access-trail.ts';
import type { SubgraphContext } from './subgraph-module.ts';

/** The rules in front of a field or of a type's objects, and what passing them is noted as. */
export interface Guard {
  readonly rules: readonly AccessRule[];
  readonly place: RulePlace;
  /** Undefined where nothing personal stands behind it, or where another guard on the way notes it. */
  readonly mark: AccessMark | undefined;
  /** Which field of the object names whom it is about, where that is not whose it is to see. */
  readonly about?: { readonly field: string; readonly kind: string } | undefined;
  /** What a refusal is noted as, where passing is noted by another guard on the way; `mark` otherwise. */
  readonly refusedMark?: AccessMark | undefined;
}

/**
 * Refuses a caller whom one of the rules does not let see what belongs to `owner`. Decided by the rule, the mandate and
 * the owner alone, so the refusal is the same whether or not what was asked for exists. Either way it leaves a trace.
 * @throws HubError UNAUTHENTICATED, FORBIDDEN, ASSURANCE_TOO_LOW or CONSENT_MISSING
 */
export function enforce(guard: Guard, context: SubgraphContext, owner: string | undefined): void {
  const { rules, place, mark, refusedMark = mark } = guard;
  for (const rule of rules) {
    const decision = decideAccess(rule, context, owner, place);
    if (decision === 'allowed') continue;
    if (refusedMark && owner !== undefined && decision !== 'unauthenticated') context.trail.refuse(owner, refusedMark);
    throw refusalOf(decision);
  }
  if (mark) context.trail.allow(mark);
}

function refusalOf(decision: Exclude<AccessDecision, 'allowed'>): HubError {
  switch (decision) {
    case 'unauthenticated':
      return new HubError('UNAUTHENTICATED', 'Only someone who is logged in may see this.', {
        fix: 'Send a token: authorization: Bearer <token>.',
      });
    case 'unsure':
      return new HubError('ASSURANCE_TOO_LOW', 'This asks for a surer log-in than the token was given for.', {
        fix: 'Send the citizen to log in again with acr_values=substantial (RFC 9470).',
      });
    case 'unconsented':
      return unconsented();
    default:
      return forbidden();
  }
}

/** The refusal of an application that the citizen has not let see his records. */
export function unconsented(): HubError {
  return new HubError('CONSENT_MISSING', 'The citizen has not consented to this application seeing it.', {
    fix: 'The citizen gives consent in one of the city’s own applications: mutation giveConsent.',
  });
}

/** The refusal of what is not the caller's to see, always in the same words. */
export function forbidden(): HubError {
  return new HubError('FORBIDDEN', 'This is not yours to see.', {
    fix: 'A citizen reaches only his own records: use me. An officer reaches those of the citizen of his open case, in his own OPD.',
  });
}
