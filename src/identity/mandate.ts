import type { LegalBasis } from '../ports/access-log.ts';
import { anonymous, type Caller } from './caller.ts';

/** A reason, written down beforehand, for somebody in office to see one person's records. */
export interface OpenCase {
  readonly id: string;
  /** `case`: of one OPD. `break-glass`: of all, for half an hour, with a second person's approval. */
  readonly kind: 'case' | 'break-glass';
  /** Whose records. */
  readonly nik: string;
  /** The OPD that works on it; for break-glass the requester's, or none. */
  readonly opd: string | undefined;
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly untilMs: number;
}

/** What one request may do: who asks, for what, and under which case. */
export interface Mandate {
  readonly caller: Caller;
  /** One of the application's registered purposes, or the case's; undefined for nobody in particular. */
  readonly purpose: string | undefined;
  readonly openCase: OpenCase | undefined;
  /** Whether the citizen lets this application see his records: he does by using one of the city's own. */
  readonly isConsented: boolean;
  /** Why the law lets it happen; undefined for whoever may see nobody's records. */
  readonly basis: LegalBasis | undefined;
}

/** The mandate of somebody who has not logged in. */
export const anonymousMandate: Mandate = {
  caller: anonymous,
  purpose: undefined,
  openCase: undefined,
  isConsented: false,
  basis: undefined,
};
