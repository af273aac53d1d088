import type { Caller, KnownCaller } from './caller.ts';

/**
 * A rule of an SDL: `@authenticated`, `@requiresScopes` or `@policy`. The outer list of `anyOf` is an OR, each inner
 * list an AND, as Federation defines them.
 */
export type AccessRule =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes'; readonly anyOf: readonly (readonly string[])[] }
  | { readonly kind: 'policy'; readonly anyOf: readonly (readonly string[])[] };

/** The policies that an SDL may name. */
export const policies = ['owner'] as const;
export type Policy = (typeof policies)[number];

export function isPolicy(name: string): name is Policy {
  return (policies as readonly string[]).includes(name);
}

export type AccessDecision = 'allowed' | 'unauthenticated' | 'forbidden';

/** Decides whether a caller may see something that belongs to `owner` (a NIK, or nobody's). */
export function decideAccess(rule: AccessRule, caller: Caller, owner: string | undefined): AccessDecision {
  if (caller.kind === 'anonymous') return 'unauthenticated';
  switch (rule.kind) {
    case 'authenticated':
      return 'allowed';
    case 'scopes':
      return anyHolds(rule.anyOf, (scope) => caller.scopes.has(scope));
    case 'policy':
      // One policy exists so far: a record is its owner's. A record without an owner is nobody's to see.
      return anyHolds(rule.anyOf, (name) => name === 'owner' && isOwn(caller, owner));
    default:
      return rule satisfies never;
  }
}

function isOwn(caller: KnownCaller, owner: string | undefined): boolean {
  return caller.kind === 'citizen' && owner !== undefined && owner === caller.nik;
}

function anyHolds(anyOf: readonly (readonly string[])[], holds: (name: string) => boolean): AccessDecision {
  for (const all of anyOf) if (all.length > 0 && all.every(holds)) return 'allowed';
  return 'forbidden';
}
