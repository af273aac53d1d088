import type { ApplicationCaller, Caller, CitizenCaller, StaffCaller, StaffRole } from '../caller.ts';
import type { Mandate } from '../mandate.ts';

const known = {
  issuer: 'https://issuer.test',
  subject: 'subject',
  app: 'test-app',
  scopes: new Set(['citizen']),
  assurance: 'substantial',
  expiresMs: Number.POSITIVE_INFINITY,
} as const;

/** A citizen as his token would make him. */
export function citizenCaller(nik: string, changes: Partial<CitizenCaller> = {}): CitizenCaller {
  return { ...known, kind: 'citizen', nik, ...changes };
}

/** Somebody in office with one role. */
export function staffCaller(role: StaffRole, opd?: string, changes: Partial<StaffCaller> = {}): StaffCaller {
  return { ...known, kind: 'staff', roles: new Set([role]), opd, scopes: new Set(), ...changes };
}

/** A program that the hub itself let in. */
export function applicationCaller(changes: Partial<ApplicationCaller> = {}): ApplicationCaller {
  return { ...known, kind: 'application', ...changes };
}

/** What somebody may do through an application of the city's own. */
export function mandateOf(caller: Caller, more: Partial<Mandate> = {}): Mandate {
  return { caller, purpose: 'layanan', openCase: undefined, isConsented: true, basis: 'self', ...more };
}
