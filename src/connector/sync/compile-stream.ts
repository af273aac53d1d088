import { hash } from 'node:crypto';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { FactKind } from '../../ports/city-figures.ts';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { CallArguments } from '../../protocols/protocol.ts';
import type { FieldScope } from '../compile/compile-field.ts';
import { compileTest } from '../compile/compile-judge.ts';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { CompiledRecord } from '../compile/compile-record.ts';
import type { OpenSource } from '../compile/open-sources.ts';
import { compileFacts } from '../figures/compile-facts.ts';
import { suggest } from '../problem.ts';
import { checkParameters, checkRecord, DEFAULT_SIZE, findOperation } from './check-stream.ts';
import { compileApplication } from './compile-application.ts';
import { type Cursor, compileCursor, compileParameter } from './compile-cursor.ts';
import { compileRowReading } from './compile-row-reading.ts';
import type { CompiledStream, StreamPosition } from './compiled-stream.ts';
import { readDuration } from './duration.ts';
import { readByKeys, readPages } from './read-stream.ts';
import type { SyncSpec } from './sync-spec.ts';

export interface StreamScope {
  readonly fields: FieldScope;
  readonly opd: string;
  readonly system: string;
  readonly schema: GraphQLSchema;
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  readonly records: ReadonlyMap<string, CompiledRecord>;
  readonly sources: ReadonlyMap<string, OpenSource>;
  /** Whether an operation stands in the file but has a mistake, which is reported already. */
  isBroken(operation: string): boolean;
  /** What decides how a copy looks beside the entry itself: records, code tables and rules of the file. */
  readonly mapping: unknown;
  /** What the catalogue says of services; without it nothing is due by its standard. */
  readonly services: ServiceRules | undefined;
}

const DEFAULT_SHRINK_GUARD = '20%';

/** Compiles `sync.<Type>`; undefined when it has a mistake, which is reported. */
export function compileStream(scope: StreamScope, typeName: string, spec: SyncSpec): CompiledStream | undefined {
  const { fields, opd, system, schema, records, sources } = scope;
  const operation = findOperation(scope, typeName, spec.from);
  const record = records.get(typeName);
  const type = schema.getType(typeName);
  if (!record)
    fields.report.add(['sync', typeName], `there is no record "${typeName}"`, suggest(typeName, [...records.keys()]));
  if (!operation || !record || !isObjectType(type)) return undefined;
  const before = fields.report.problems.length;
  checkRecord(scope, typeName, spec, record, operation);
  checkParameters(scope, typeName, spec, operation);
  const cursor = spec.cursor === undefined ? undefined : compileCursor(fields, typeName, spec.cursor);
  const isDeleted = spec.deletedWhen && compileTest(fields.report, ['sync', typeName, 'deletedWhen'], spec.deletedWhen);
  const filled = new Set([...record.fields, ...[...record.readers.keys()].filter((name) => name.includes('.'))]);
  const reading = { fields, type, filled, services: scope.services, opd, system: `${opd}/${system}` };
  const view = spec.application && compileApplication(reading, spec.application);
  const facts = compileFacts(reading, spec);
  const questions = compileQuestions(scope, typeName, spec, operation, cursor);
  if (fields.report.problems.length > before) return undefined;
  const rows = compileRowReading({ typeName, record, spec, cursor, isDeleted, view, facts, opd, system });
  const protocol = sources.get(operation.source)?.protocol.name;
  const more = { hasCursor: cursor !== undefined, isSnapshot: protocol === 'sql', operation, opd, system };
  const hasPages = questions.isByKeys || 'pages' in operation.spec;
  return {
    id: `${opd}/${system}/${typeName}`,
    opd,
    system,
    typeName,
    fingerprint: hash(
      'sha256',
      JSON.stringify([spec, scope.mapping, operation.spec.rows, ...listRules(spec, scope.services)]),
      'hex',
    ).slice(0, 16),
    everyMs: spec.every === undefined ? undefined : readDuration(spec.every),
    sweepAt: spec.sweep,
    hasChanges: cursor !== undefined,
    // Behind a row of a database, or of the hub's own, nothing is left out.
    isSnapshot: !hasPages || protocol === 'sql',
    isPushed: protocol === 'push',
    operation: operation.name,
    isPersonal: record.ownership !== 'none',
    numberField: spec.key,
    ...describeCounting(spec),
    linkKind: rows.linkKind,
    shrinkGuard: Number((spec.shrinkGuard ?? DEFAULT_SHRINK_GUARD).replace('%', '')) / 100,
    onDrift: spec.drift ?? 'pause',
    columns: rows.columns,
    open: (from) => (questions.isByKeys ? readByKeys : readPages)({ ...questions, ...rows, ...more }, from),
    identify: rows.identify,
    map: rows.map,
  };
}

function describeCounting({ survey, application }: SyncSpec) {
  const factKind: FactKind | undefined = survey ? 'survey' : application && (application.kind ?? 'application');
  const namesOpd = (application ?? survey)?.opd !== undefined;
  return {
    hasApplications: application !== undefined,
    factKind,
    namesOpd,
    chargedField: application?.charged,
    calledField: application?.called,
  };
}

/** What beside the file decides how its applications look. */
function listRules({ application }: SyncSpec, services: ServiceRules | undefined): readonly string[] {
  return application && services ? [services.version] : [];
}

/** Compiles what the operation is asked: from where on, behind which row, how much. */
function compileQuestions(
  { fields }: StreamScope,
  typeName: string,
  spec: SyncSpec,
  operation: CompiledOperation,
  cursor: Cursor | undefined,
) {
  const since = compileParameter(fields, typeName, 'since', spec.since, operation);
  const after = compileParameter(fields, typeName, 'after', spec.after, operation);
  const size = spec.size ?? DEFAULT_SIZE;
  const lookback = cursor?.format.isTime && spec.lookback !== undefined ? readDuration(spec.lookback) * 1000 : 0;
  const format = since?.format ?? cursor?.format;
  const begin = after ? { [after.parameter]: after.start, size } : {};
  return {
    size,
    isByKeys: after !== undefined,
    firstArguments: (from: StreamPosition | undefined): CallArguments => {
      if (!since) return after && from?.after !== undefined ? { ...begin, [after.parameter]: from.after } : begin;
      const start = from && format ? format.write(from.version - lookback) : (spec.begin ?? null);
      return { ...begin, [since.parameter]: start };
    },
    nextArguments: after
      ? (last: StreamPosition): CallArguments => ({
          ...(since && { [since.parameter]: last.cursor }),
          [after.parameter]: last.after ?? after.start,
          size,
        })
      : undefined,
  };
}
