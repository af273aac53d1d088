import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { SyncFigures } from '../../ports/sync-figures.ts';
import type { StatusReader } from '../../ports/system-status.ts';
import { type OpenDuties, registerDutyMetrics } from './duty-metrics.ts';
import { registerSyncMetrics } from './sync-metrics.ts';
import { registerSystemMetrics } from './system-metrics.ts';

/** What operators watch: requests, errors by code, and how the legacy systems fare. Holds numbers, never values of anyone. */
export interface Metrics {
  countRequest(status: number, milliseconds: number): void;
  /** Counts an error of an answer by its code. */
  countError(code: string, opd: string | undefined): void;
  /** All of it as Prometheus reads it. */
  print(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** Ends what watches the process. */
  close(): void;
}

// From a cached answer to the slowest that limits allow.
const LATENCY_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Creates the metrics of one hub, in a registry of their own. */
export function createMetrics(status: StatusReader, duties?: OpenDuties, sync?: SyncFigures): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'hub_request_seconds',
    help: 'Time to answer a GraphQL request, by HTTP status.',
    labelNames: ['status'] as const,
    buckets: LATENCY_SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'hub_errors_total',
    help: 'Errors in answers, by code and, where one OPD is the cause, by OPD.',
    labelNames: ['code', 'opd'] as const,
    registers,
  });
  registerSystemMetrics(registry, status);
  if (duties) registerDutyMetrics(registry, duties);
  if (sync) registerSyncMetrics(registry, sync);
  const labelsOf = createLabelLimit();
  return {
    countRequest: (httpStatus, milliseconds) => requests.observe({ status: httpStatus }, milliseconds / 1000),
    countError: (code, opd = '') => errors.inc(labelsOf(code, opd)),
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    close: () => registry.clear(),
  };
}

// Each OPD with each code of ours, and some more.
const MAX_ERROR_LABELS = 300;
const OTHER = { code: 'OTHER', opd: '' } as const;

/** A subgraph on another server writes codes of its own: what is no code, or one too many, is counted as `OTHER`. */
function createLabelLimit() {
  const known = new Set<string>();
  return (code: string, opd: string): { readonly code: string; readonly opd: string } => {
    if (!/^[A-Z][A-Z_]{2,39}$/.test(code) || !/^[a-z0-9-]{0,40}$/.test(opd) || /\d{6}/.test(opd)) return OTHER;
    const key = `${code} ${opd}`;
    if (!known.has(key) && known.size >= MAX_ERROR_LABELS) return OTHER;
    known.add(key);
    return { code, opd };
  };
}
