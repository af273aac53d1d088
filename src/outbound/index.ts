/**
 * What every call out of the hub passes, whether to a legacy system or to a subgraph on another server: one bounded HTTP
 * exchange, a gate in front of it, a circuit breaker around it. It knows nothing of what is asked, and refuses to let
 * anything of a request or an answer into an error.
 */
export { CallFailure, type FailureKind } from './call-failure.ts';
export { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
export { createGate, type Gate, type GateLimits } from './gate.ts';
export {
  type CallLimits,
  createTransport,
  type HttpAnswer,
  type HttpRequest,
  type Transport,
} from './http-transport.ts';
