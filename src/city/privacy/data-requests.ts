import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import type { DataRequest, DataRequestKind } from '../../ports/data-requests.ts';
import type { DataRequestKind as GraphKind } from '../generated/resolver-types.ts';
import { findOpd, type RegisteredOpd } from '../registry/opd-registry.ts';

/** A request as the graph shows it: its words are its citizen's, where it is known who that is. */
export interface ShownRequest {
  readonly id: string;
  readonly kind: GraphKind;
  readonly opd: RegisteredOpd | null;
  readonly what: string;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly answeredOn: string | null;
  readonly done: boolean | null;
  readonly answer: string | null;
  readonly overdue: boolean;
  readonly [OWNER]?: string;
}

export function describeRequest(request: DataRequest, owner: string | undefined, nowMs: number): ShownRequest {
  const { id, kind, opd, what, askedAtMs, dueAtMs, answeredAtMs, outcome, answer } = request;
  return {
    id,
    kind: kind.toUpperCase() as GraphKind,
    opd: findOpd(opd) ?? null,
    what,
    askedOn: formatJakartaInstant(askedAtMs),
    dueOn: formatJakartaInstant(dueAtMs),
    answeredOn: answeredAtMs === undefined ? null : formatJakartaInstant(answeredAtMs),
    done: outcome === undefined ? null : outcome === 'done',
    answer: answer === '' ? null : answer,
    overdue: answeredAtMs === undefined && nowMs > dueAtMs,
    ...(owner !== undefined && { [OWNER]: owner }),
  };
}

export function readRequestKind(kind: GraphKind): DataRequestKind {
  return kind.toLowerCase() as DataRequestKind;
}
