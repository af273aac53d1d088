import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { LegalBasis } from '../../ports/access-log.ts';
import type { CaseRecord } from '../../ports/case-store.ts';
import type { Case, CaseState, LegalBasis as GraphBasis } from '../generated/resolver-types.ts';

/** A case as the graph shows it: nothing about the citizen. */
export function describeCase(record: CaseRecord, nowMs: number): Case {
  return {
    id: record.id,
    kind: record.kind === 'case' ? 'CASE' : 'BREAK_GLASS',
    state: stateOf(record, nowMs),
    reference: record.reference,
    purpose: record.purpose,
    basis: describeBasis(record.basis),
    openedOn: formatJakartaInstant(record.openedAtMs),
    until: formatJakartaInstant(record.untilMs),
  };
}

function stateOf({ kind, untilMs, approvedAtMs, closedAtMs }: CaseRecord, nowMs: number): CaseState {
  if (closedAtMs !== undefined) return 'CLOSED';
  if (nowMs >= untilMs) return 'EXPIRED';
  return kind === 'case' || approvedAtMs !== undefined ? 'OPEN' : 'WAITING_FOR_APPROVAL';
}

/** `public-task` is PUBLIC_TASK. */
export function describeBasis(basis: LegalBasis): GraphBasis {
  return basis.toUpperCase().replace('-', '_') as GraphBasis;
}

export function readBasis(basis: GraphBasis): LegalBasis {
  return basis.toLowerCase().replace('_', '-') as LegalBasis;
}
