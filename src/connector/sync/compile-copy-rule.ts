import type { Clock } from '../../base/clock.ts';
import type { CopyReader } from '../../ports/copy-reader.ts';
import { sourcesOf } from '../compile/compile-arguments.ts';
import type { CompiledRecord } from '../compile/compile-record.ts';
import type { Report } from '../compile/report.ts';
import { suggest } from '../problem.ts';
import type { CompiledStream } from './compiled-stream.ts';
import type { CopyRule } from './copy-fallback.ts';
import { readDuration } from './duration.ts';
import type { ReadSpec } from './sync-spec.ts';

/** What entries of `read` need to become rules. */
export interface CopyScope {
  readonly report: Report;
  readonly clock: Clock;
  /** Absent where no database is, as on an OPD's own server: then everything is read live. */
  readonly copies: CopyReader | undefined;
  readonly streams: ReadonlyMap<string, CompiledStream>;
  readonly read: Readonly<Record<string, ReadSpec>>;
  /** Types whose copies stand in for some entry of `resolve`; filled while those are compiled. */
  readonly used: Set<string>;
}

/** Reports the entries of `read` that name no stream. */
export function checkReadSection({ report, streams, read }: CopyScope, isBroken: (typeName: string) => boolean): void {
  for (const [typeName, spec] of Object.entries(read)) {
    if (streams.has(typeName) || isBroken(typeName) || modeOf(spec) === 'live') continue;
    report.add(['read', typeName], `nothing under sync copies ${typeName}`, suggest(typeName, [...streams.keys()]));
  }
}

/** Reports copies that no entry of `resolve` could ever be answered by, once all entries are compiled. */
export function checkCopiesUsed({ report, streams, read, used }: CopyScope): void {
  for (const [typeName, spec] of Object.entries(read)) {
    const stream = streams.get(typeName);
    if (!stream || used.has(typeName) || modeOf(spec) === 'live') continue;
    report.add(
      ['read', typeName],
      `no entry of resolve is asked by ${keyOf(stream)} alone, by which copies of ${typeName} are found`,
      'leave it to live, or take the other parameters out of the entry',
    );
  }
}

/** How copies stand in for one entry of `resolve`; undefined where they do not: those are found by their owner alone. */
export function compileCopyRule(
  { clock, copies, streams, read, used }: CopyScope,
  record: CompiledRecord,
  bindings: Readonly<Record<string, string>>,
): CopyRule | undefined {
  const spec = read[record.typeName];
  const stream = streams.get(record.typeName);
  const mode = spec && modeOf(spec);
  if (!spec || !stream || !mode || mode === 'live') return undefined;
  const sources = Object.values(bindings).flatMap(sourcesOf);
  if (sources.length === 0 || sources.some((source) => source !== keyOf(stream))) return undefined;
  used.add(record.typeName);
  if (!copies) return undefined;
  const { opd, system, linkKind } = stream;
  const staleAfter = typeof spec === 'object' ? spec.staleAfter : undefined;
  return {
    mode,
    reader: copies,
    stream: stream.id,
    opd,
    system,
    linkKind,
    staleAfterMs: staleAfter === undefined ? undefined : readDuration(staleAfter),
    sourceKeys: record.sourceKeys,
    clock,
  };
}

function keyOf({ linkKind }: CompiledStream): string {
  return linkKind === undefined ? 'nik' : `links.${linkKind}`;
}

function modeOf(spec: ReadSpec) {
  return typeof spec === 'object' ? spec.mode : spec;
}
