import type { SystemStatus } from '../../ports/system-status.ts';
import type { OpenSource } from './open-sources.ts';

/** Tells how a source of a system fares, as its guard has seen it. */
export function readStatus(opd: string, name: string, { guard }: OpenSource): SystemStatus {
  const { counts, recent, lastOkAtMs } = guard.statistics;
  const calls = recent();
  return {
    opd,
    name,
    state: stateOf(guard, calls?.errorRate),
    latencyP95Ms: calls?.latencyP95Ms,
    errorRate: calls?.errorRate,
    quotaLeft: guard.quota?.left(),
    lastOkAtMs: lastOkAtMs(),
    ...guard.load(),
    calls: counts,
  };
}

/** Half of the calls failing is more than bad luck. */
const FAILING_RATE = 0.5;

function stateOf({ breaker }: OpenSource['guard'], errorRate: number | undefined): SystemStatus['state'] {
  if (breaker.state() !== 'closed') return 'leftAlone';
  if (errorRate === undefined) return 'unknown';
  return errorRate >= FAILING_RATE ? 'failing' : 'answering';
}
