/** Requests per second, unless something else than the gateway was the limit. */
export function formatRate(requestsPerSecond: number | null): string {
  return requestsPerSecond === null ? 'n/a (generator bound)' : requestsPerSecond.toFixed(0);
}
