/**
 * What every call out of the hub passes, whether to a legacy system or to a subgraph on another server: one bounded HTTP
 * exchange, and a guard in front of it (turns, rate, daily quota, circuit breaker, further attempts). It knows nothing of what is asked, and refuses to let
 * anything of a request or an answer into an error.
 */
export { CallFailure, type FailureKind } from './call-failure.ts';
export type { CallOutcome } from './call-statistics.ts';
export { createDailyQuota, type DailyQuota } from './daily-quota.ts';
export { createGuard, type Guard, type GuardLimits } from './guard.ts';
export {
  type CallLimits,
  createTransport,
  type HttpAnswer,
  type HttpRequest,
  type Transport,
} from './http-transport.ts';
export { createMemoryQuotaStore } from './memory-quota-store.ts';
export { probeAddress } from './probe-address.ts';
