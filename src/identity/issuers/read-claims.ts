import type { JWTPayload } from 'jose';
import { type CitizenCaller, type KnownCaller, type StaffCaller, type StaffRole, staffRoles } from '../caller.ts';
import type { IssuerSettings } from './issuer-settings.ts';
import { refuseToken } from './refuse-token.ts';

type LoggedIn = Omit<CitizenCaller, 'kind' | 'nik'>;

/**
 * Makes a caller of a verified token, of a kind that its issuer vouches for. Of one that vouches for both, whoever has a
 * role comes as staff: his own records he sees as a citizen, by another log-in.
 * @throws HubError UNAUTHENTICATED when the token does not say what such a caller needs.
 */
export function readClaims(payload: JWTPayload, settings: IssuerSettings): KnownCaller {
  const known = readLoggedIn(payload, settings);
  if (settings.vouchesFor.includes('staff')) {
    const roles = readRoles(payload[settings.claims.roles]);
    if (roles.size > 0) return asStaff(known, roles, payload[settings.claims.opd]);
  }
  if (!settings.vouchesFor.includes('citizen')) throw refuseToken('The token does not say what office it is for.');
  const nik = payload[settings.claims.nik];
  if (typeof nik !== 'string' || !/^\d{16}$/.test(nik))
    throw refuseToken('The token does not say which citizen it is for.');
  return { ...known, kind: 'citizen', nik };
}

function readLoggedIn(payload: JWTPayload, { issuer, claims, assurance }: IssuerSettings): LoggedIn {
  const { sub = '', exp = 0, acr, scope } = payload;
  if (scope !== undefined && typeof scope !== 'string') throw refuseToken();
  const app = claims.app.map((name) => payload[name]).find((value) => value !== undefined);
  if (typeof app !== 'string' || app === '' || app.length > 255)
    throw refuseToken('The token does not say which application it was given to.');
  // What somebody in office is, is never asked of his scopes; so that nobody does, they are not kept there.
  const scopes = new Set(listWords(scope).filter((one) => !(staffRoles as readonly string[]).includes(one)));
  const sure = typeof acr === 'string' ? assurance.get(acr) : undefined;
  return { issuer, subject: sub, app, scopes, assurance: sure ?? 'low', expiresMs: exp * 1000 };
}

/** Roles of other systems may stand beside the hub's; a claim that is no list of names says nothing that can be believed. */
function readRoles(claim: unknown): ReadonlySet<StaffRole> {
  if (claim === undefined) return new Set();
  if (!Array.isArray(claim) || !claim.every((one) => typeof one === 'string')) throw refuseToken();
  return new Set(staffRoles.filter((role) => claim.includes(role)));
}

function asStaff(known: LoggedIn, roles: ReadonlySet<StaffRole>, opd: unknown): StaffCaller {
  if (opd !== undefined && (typeof opd !== 'string' || !/^[a-z][a-z0-9-]*$/.test(opd))) throw refuseToken();
  return { ...known, kind: 'staff', roles, opd };
}

function listWords(scope: unknown): string[] {
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
}
