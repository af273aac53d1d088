/**
 * Who is calling and what he may see: tokens become callers, rules become decisions. It refuses to hold keys that could
 * sign, and never guesses: no valid token means anonymous or refused.
 */
export { type AccessDecision, type AccessRule, decideAccess, isPolicy, policies } from './access-rule.ts';
export type { Caller, CitizenCaller } from './caller.ts';
export { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';
