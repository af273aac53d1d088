import { type Assurance, assurances, type Caller, type StaffRole, staffRoles } from './caller.ts';
import type { Mandate } from './mandate.ts';

/**
 * A rule of an SDL: `@authenticated`, `@requiresScopes` or `@policy`. The outer list of `anyOf` is an OR, each inner
 * list an AND, as Federation defines them.
 */
export type AccessRule =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes'; readonly anyOf: readonly (readonly string[])[] }
  | { readonly kind: 'policy'; readonly anyOf: readonly (readonly string[])[] };

/**
 * The policies that an SDL may name. `owner`: the citizen whose record it is. `case`: an officer of the OPD who has a
 * case open on that citizen, or whoever may break the glass for him. `direct`: a citizen in an application of the city's own
 * that may see all of him, because his dealings with the hub are nobody else's. `substantial`, `high`: how sure the issuer must be
 * of the caller. The others: what somebody in office is.
 */
export const policies = ['owner', 'case', 'direct', 'substantial', 'high', ...staffRoles] as const;
export type Policy = (typeof policies)[number];

export function isPolicy(name: string): name is Policy {
  return (policies as readonly string[]).includes(name);
}

/** Whose subgraph decides: an OPD's, or the hub's own. */
export interface RulePlace {
  /** The subgraph's name, which is the OPD's code, or `city`. */
  readonly opd: string;
  /** The scope that lets an application see this OPD's records of a citizen without seeing those of others. */
  readonly scope: string;
  readonly isHub: boolean;
}

/** Describes a subgraph to the rules. */
export function createRulePlace(subgraph: string): RulePlace {
  return { opd: subgraph, scope: `citizen.${subgraph}`, isHub: subgraph === 'city' };
}

export type AccessDecision = 'allowed' | 'unauthenticated' | 'forbidden' | 'unsure' | 'unconsented';

/**
 * Decides whether whoever holds the mandate may see something that belongs to `owner` (a NIK, or nobody's). It looks at
 * nothing else, so the decision is the same whether or not what was asked for exists.
 */
export function decideAccess(
  rule: AccessRule,
  mandate: Mandate,
  owner: string | undefined,
  place: RulePlace,
): AccessDecision {
  const { caller } = mandate;
  if (caller.kind === 'anonymous') return 'unauthenticated';
  switch (rule.kind) {
    case 'authenticated':
      return 'allowed';
    case 'scopes':
      return rule.anyOf.some((all) => all.length > 0 && all.every((scope) => caller.scopes.has(scope)))
        ? 'allowed'
        : 'forbidden';
    case 'policy':
      return decidePolicies(rule.anyOf, mandate, owner, place);
    default:
      return rule satisfies never;
  }
}

/** What comes nearest to allowed among the alternatives: only what the caller himself can mend is told apart. */
function decidePolicies(
  anyOf: readonly (readonly string[])[],
  mandate: Mandate,
  owner: string | undefined,
  place: RulePlace,
): AccessDecision {
  let nearest: AccessDecision = 'forbidden';
  for (const all of anyOf) {
    const decision = decideAll(all, mandate, owner, place);
    if (decision === 'allowed') return decision;
    if (decision !== 'forbidden') nearest = decision;
  }
  return nearest;
}

function decideAll(
  all: readonly string[],
  mandate: Mandate,
  owner: string | undefined,
  place: RulePlace,
): AccessDecision {
  let decision: AccessDecision = all.length > 0 ? 'allowed' : 'forbidden';
  for (const name of all) {
    const one = decidePolicy(name as Policy, mandate, owner, place);
    if (one === 'forbidden') return one;
    if (one !== 'allowed') decision = one;
  }
  return decision;
}

function decidePolicy(policy: Policy, mandate: Mandate, owner: string | undefined, place: RulePlace): AccessDecision {
  switch (policy) {
    case 'owner':
      return decideOwner(mandate, owner, place);
    case 'case':
      return decideCase(mandate, owner, place);
    case 'direct':
      return isDirect(mandate) ? 'allowed' : 'forbidden';
    case 'substantial':
    case 'high':
      return isSure(mandate.caller, policy) ? 'allowed' : 'unsure';
    default:
      return hasRole(mandate.caller, policy) ? 'allowed' : 'forbidden';
  }
}

/** A record without an owner is nobody's to see. */
function decideOwner({ caller, isConsented }: Mandate, owner: string | undefined, place: RulePlace): AccessDecision {
  if (caller.kind !== 'citizen' || owner === undefined || owner !== caller.nik) return 'forbidden';
  if (!caller.scopes.has('citizen') && !caller.scopes.has(place.scope)) return 'forbidden';
  return isConsented ? 'allowed' : 'unconsented';
}

/** A case gives its own OPD's records; the hub's subgraph holds only the number that the officer came with. */
function decideCase({ caller, openCase }: Mandate, owner: string | undefined, place: RulePlace): AccessDecision {
  if (caller.kind !== 'staff' || !openCase || owner === undefined || owner !== openCase.nik) return 'forbidden';
  if (openCase.kind === 'case' && openCase.opd !== place.opd && !place.isHub) return 'forbidden';
  return isSure(caller, 'substantial') ? 'allowed' : 'unsure';
}

function isDirect({ caller, basis }: Mandate): boolean {
  return caller.kind === 'citizen' && basis === 'self' && caller.scopes.has('citizen');
}

function isSure(caller: Caller, wanted: Assurance): boolean {
  return caller.kind !== 'anonymous' && assurances.indexOf(caller.assurance) >= assurances.indexOf(wanted);
}

function hasRole(caller: Caller, role: StaffRole): boolean {
  return caller.kind === 'staff' && caller.roles.has(role);
}
