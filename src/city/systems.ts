import { formatJakartaInstant } from '../base/jakarta-time.ts';
import type { Caller } from '../identity/index.ts';
import type { StatusReader, SystemStatus } from '../ports/system-status.ts';
import type { OpdSystem, SystemState } from './generated/resolver-types.ts';
import { requireOpdReader } from './opd-staff.ts';

const STATES: Readonly<Record<SystemStatus['state'], SystemState>> = {
  answering: 'ANSWERING',
  failing: 'FAILING',
  leftAlone: 'LEFT_ALONE',
  unknown: 'UNKNOWN',
};

/** How an OPD's systems fare. @throws HubError FORBIDDEN for whoever does not look after them. */
export function listSystems(status: StatusReader, opd: string, caller: Caller): OpdSystem[] {
  requireOpdReader(caller, opd);
  return status.listSystems().flatMap((one) => (one.opd === opd ? [describe(one)] : []));
}

function describe({ latencyP95Ms, errorRate, quotaLeft, lastOkAtMs, state, ...rest }: SystemStatus): OpdSystem {
  return {
    name: rest.name,
    running: rest.running,
    waiting: rest.waiting,
    state: STATES[state],
    latencyP95Ms: latencyP95Ms === undefined ? null : Math.ceil(latencyP95Ms),
    errorRate: errorRate ?? null,
    quotaLeft: quotaLeft ?? null,
    lastOkAt: lastOkAtMs === undefined ? null : formatJakartaInstant(lastOkAtMs),
  };
}
