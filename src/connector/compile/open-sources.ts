import { join } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import { createDailyQuota, createGuard, type Guard } from '../../outbound/index.ts';
import type { ProbeFinding } from '../../ports/probe-finding.ts';
import type { PushStore } from '../../ports/push-store.ts';
import type { QuotaStore } from '../../ports/quota-store.ts';
import { protocols } from '../../protocols/index.ts';
import { type Protocol, type Source, SpecMistake } from '../../protocols/protocol.ts';
import { NO_SETTINGS, type Settings } from '../file/fill-settings.ts';
import type { Report } from './report.ts';

/** A source of the system, open, behind its guard. */
export interface OpenSource {
  readonly name: string;
  readonly protocol: Protocol;
  /** Its keys in the file, settings already filled in. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly source: Source;
  readonly guard: Guard;
  /** How much of it the hub takes. */
  readonly limits: SourceLimits;
  /** Looks whether it is there and lets the hub in, without asking for anybody's records. */
  probe(): Promise<readonly ProbeFinding[]>;
}

/** What opening needs to know beside the sources' own keys. */
export interface SourceScope {
  readonly report: Report;
  /** `disdukcapil/dukcapil`: what the calls of a day are counted under. */
  readonly system: string;
  /** The whole path of the folder that the connector file lies in. */
  readonly folder: string;
  /** False when a setting is missing, so that nothing can be opened, only checked; nor can what still names one. */
  readonly hasSettings: boolean;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly quotas: QuotaStore;
  readonly pushes: PushStore | undefined;
}

/** The file's own limits, or the hub's where it says nothing. */
export interface SourceLimits {
  /** How long one call may take. */
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly queue: number;
  readonly perMinute?: number;
  readonly perDay?: number;
  readonly reserve: number;
  readonly retries: number;
  readonly breaker: { readonly failures: number; readonly openSeconds: number };
}

// Few further attempts, and not many failures: these systems are old, and whoever runs them is not asked.
const DEFAULT_LIMITS: SourceLimits = {
  timeoutMs: 3000,
  concurrency: 8,
  queue: 200,
  reserve: 0,
  retries: 1,
  breaker: { failures: 10, openSeconds: 10 },
};

// Stands in for a source that has a mistake or lacks a setting, so that its operations are checked all the same.
const UNOPENED: Source = { prepare: () => () => Promise.reject(new Error('not opened')), close: async () => {} };

/** Opens a source of a connector file; a mistake in it is reported, and its operations can still be checked. */
export function openSource(
  scope: SourceScope,
  name: string,
  written: Readonly<Record<string, unknown>>,
): OpenSource | undefined {
  const protocol = protocols.find((one) => one.name in written);
  if (!protocol) return undefined;
  const spec = locateFiles(protocol, written, scope.folder);
  const limits = { ...DEFAULT_LIMITS, ...(spec.limits as Partial<SourceLimits> | undefined) };
  const guard = createSourceGuard(limits, scope, name);
  const probe = async () => (await protocol.probe?.(spec, limits)) ?? [];
  const common = { name, protocol, spec, guard, limits, probe };
  try {
    const isUnfilled = scope.settings === NO_SETTINGS && JSON.stringify(spec).includes('${');
    const canOpen = scope.hasSettings && !isUnfilled;
    return { ...common, source: canOpen ? protocol.open(spec, limits, scope) : UNOPENED };
  } catch (error) {
    if (!(error instanceof SpecMistake)) throw error;
    const { key, message, suggestion } = error;
    scope.report.add(['sources', name, key], `sources.${name}.${key} ${message}`, suggestion);
    return { ...common, source: UNOPENED };
  }
}

function locateFiles({ fileKeys = [] }: Protocol, spec: Readonly<Record<string, unknown>>, folder: string) {
  const located = fileKeys.flatMap((key) => (typeof spec[key] === 'string' ? [[key, join(folder, spec[key])]] : []));
  return { ...spec, ...Object.fromEntries(located) };
}

function createSourceGuard(limits: SourceLimits, { clock, quotas, system }: SourceScope, name: string): Guard {
  const { queue, breaker, perDay, reserve } = limits;
  const quota =
    perDay === undefined
      ? undefined
      : createDailyQuota({ source: `${system}/${name}`, perDay, reserve, store: quotas, clock });
  const guardLimits = {
    ...limits,
    maxWaiting: queue,
    failuresToOpen: breaker.failures,
    openMs: breaker.openSeconds * 1000,
  };
  return createGuard(guardLimits, clock, quota);
}
