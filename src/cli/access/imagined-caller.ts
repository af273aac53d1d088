import { HubError } from '../../base/hub-error.ts';
import {
  type Assurance,
  anonymousMandate,
  assurances,
  type Caller,
  type Mandate,
  type StaffRole,
  staffRoles,
} from '../../identity/index.ts';

/** Of whose records a question is asked. */
export interface ImaginedCaller {
  readonly mandate: Mandate;
  /** The person whose records the query is taken to reach. */
  readonly subject: string;
}

export interface ImaginedOptions {
  /** `citizen`, `officer:<opd>`, `treasurer:<opd>`, `mayor`, `auditor`, `operator`, `application` or `anonymous`. */
  readonly as: string;
  readonly acr: string;
  readonly scopes: readonly string[];
  /** Whether an officer has a case open, or the glass is broken, for that person. */
  readonly under: 'case' | 'break-glass' | undefined;
  /** Whether the records are somebody else's than the caller's, or than his case's. */
  readonly ofAnother: boolean;
}

// No one's: the kecamatan does not exist.
const SUBJECT = '1571990000000001';
const ANOTHER = '1571990000000002';

/** Makes up a caller to whom the rules can be applied. @throws HubError BAD_USER_INPUT */
export function imagineCaller({ as, acr, scopes, under, ofAnother }: ImaginedOptions): ImaginedCaller {
  const subject = ofAnother ? ANOTHER : SUBJECT;
  const assurance = assurances.find((one) => one === acr) ?? refuse(`--acr is one of ${assurances.join(', ')}`);
  const caller = callerOf(as, assurance, new Set(scopes));
  if (caller === undefined) return { mandate: anonymousMandate, subject };
  const opd = caller.kind === 'staff' ? caller.opd : undefined;
  const openCase = under && { id: 'imagined', kind: under, nik: SUBJECT, opd, untilMs: Number.POSITIVE_INFINITY };
  const purpose = 'imagined';
  return {
    mandate: {
      caller,
      purpose,
      openCase: openCase && { ...openCase, purpose, basis: 'public-task' },
      isConsented: true,
      basis: caller.kind === 'citizen' ? 'self' : openCase && 'public-task',
    },
    subject,
  };
}

function callerOf(as: string, assurance: Assurance, scopes: ReadonlySet<string>): Caller | undefined {
  const [kind = '', opd] = as.split(':');
  const known = { issuer: 'imagined', subject: 'imagined', app: 'imagined', assurance, expiresMs: 0 };
  if (kind === 'anonymous') return undefined;
  if (kind === 'citizen') return { ...known, kind, nik: SUBJECT, scopes: withHub(scopes) };
  if (kind === 'application') return { ...known, kind, scopes };
  const role: StaffRole | undefined = staffRoles.find((one) => one === kind);
  if (!role) return refuse(`--as is citizen, application, anonymous or one of ${staffRoles.join(', ')}`);
  if ((role === 'officer' || role === 'treasurer') && !opd)
    return refuse(`an ${role} works for an OPD: --as ${role}:<opd>`.replace('an t', 'a t'));
  return { ...known, kind: 'staff', roles: new Set([role]), opd, scopes };
}

/** Who may see any agency's records may see the hub's own. */
function withHub(scopes: ReadonlySet<string>): ReadonlySet<string> {
  return scopes.size > 0 ? new Set([...scopes, 'citizen.city']) : scopes;
}

function refuse(message: string): never {
  throw new HubError('BAD_USER_INPUT', message, {
    fix: 'For example: npm run hub -- access explain --as officer:dpmptsp --under case "{ me { permits { id } } }"',
  });
}
