import { HubError } from '../base/hub-error.ts';
import { type AccessRule, type Caller, decideAccess } from '../identity/index.ts';

/**
 * Refuses a caller whom one of the rules does not let see what belongs to `owner`. Decided by the rule, the caller and
 * the owner alone, so the refusal is the same whether or not what was asked for exists.
 * @throws HubError UNAUTHENTICATED or FORBIDDEN
 */
export function enforce(rules: readonly AccessRule[], caller: Caller, owner: string | undefined): void {
  for (const rule of rules) {
    const decision = decideAccess(rule, caller, owner);
    if (decision === 'allowed') continue;
    if (decision === 'forbidden') {
      throw new HubError('FORBIDDEN', 'This is not yours to see.', {
        fix: 'A citizen reaches only his own records: use me.',
      });
    }
    throw new HubError('UNAUTHENTICATED', 'Only someone who is logged in may see this.', {
      fix: 'Send a token: authorization: Bearer <token>.',
    });
  }
}
