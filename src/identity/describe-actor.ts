import type { AccessActor } from '../ports/access-log.ts';
import type { Caller, KnownCaller } from './caller.ts';

/** The issuer and its identifier of the caller, which is one person wherever he comes from. */
export function actorIdOf({ issuer, subject }: KnownCaller): string {
  return `${issuer}|${subject}`;
}

/** Who looked, for the access log; an officer counts as one whatever else he is. */
export function describeActor(caller: Caller): AccessActor {
  if (caller.kind === 'anonymous') throw new Error('Nobody has no name');
  const id = actorIdOf(caller);
  if (caller.kind !== 'staff') return { kind: caller.kind, id, opd: undefined };
  const [first = 'officer'] = caller.roles;
  return { kind: caller.roles.has('officer') ? 'officer' : first, id, opd: caller.opd };
}
