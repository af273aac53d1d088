import { HubError } from '../base/hub-error.ts';
import { formatJakartaInstant } from '../base/jakarta-time.ts';
import type { Caller } from '../identity/index.ts';
import type { StatusReader, SystemStatus } from '../ports/system-status.ts';
import type { OpdSystem, SystemState } from './generated/resolver-types.ts';

const STATES: Readonly<Record<SystemStatus['state'], SystemState>> = {
  answering: 'ANSWERING',
  failing: 'FAILING',
  leftAlone: 'LEFT_ALONE',
  unknown: 'UNKNOWN',
};

/**
 * How an OPD's systems fare; an officer sees those of his own OPD.
 * @throws HubError FORBIDDEN for anybody but an officer of this OPD and the mayor's office.
 */
export function listSystems(status: StatusReader, opd: string, caller: Caller): OpdSystem[] {
  const maySee =
    caller.kind === 'staff' && (caller.roles.has('mayor') || (caller.roles.has('officer') && caller.opd === opd));
  if (!maySee)
    throw new HubError('FORBIDDEN', 'An officer sees the systems of his own OPD.', {
      fix: "Ask for your own OPD's code.",
    });
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
