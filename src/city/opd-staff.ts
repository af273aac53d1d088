import { HubError } from '../base/hub-error.ts';
import type { Caller } from '../identity/index.ts';

/** Lets in who looks after an OPD's systems: its own officers, operators, the mayor's office. @throws HubError FORBIDDEN */
export function requireOpdReader(caller: Caller, opd: string): void {
  if (!(caller.kind === 'staff' && caller.roles.has('mayor'))) requireOpdWorker(caller, opd);
}

/** Lets in who may change something for an OPD's systems: its own officers, operators. @throws HubError FORBIDDEN */
export function requireOpdWorker(caller: Caller, opd: string): void {
  if (caller.kind === 'staff') {
    const { roles } = caller;
    if (roles.has('operator') || (roles.has('officer') && caller.opd === opd)) return;
  }
  throw new HubError('FORBIDDEN', 'An officer works for the systems of his own OPD.', {
    fix: "Ask for your own OPD's code.",
  });
}
