import type { GraphQLSchema } from 'graphql';
import type { Clock } from '../../base/clock.ts';
import type { CopyReader } from '../../ports/copy-reader.ts';
import type { Proof } from '../../ports/link-proof.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import type { OpdCodes } from '../../ports/opd-codes.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { PushStore } from '../../ports/push-store.ts';
import type { QuotaStore } from '../../ports/quota-store.ts';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { SystemStatus } from '../../ports/system-status.ts';
import type { DatedRule } from '../converters/index.ts';
import { checkShape } from '../file/check-shape.ts';
import type { ConnectorFile } from '../file/connector-file.ts';
import { fillSettings, type Settings } from '../file/fill-settings.ts';
import { type Problem, suggest } from '../problem.ts';
import type { Resolvers } from '../run/resolver.ts';
import { compileSubmission } from '../submissions/compile-submission.ts';
import type { CompiledSubmission, SubmissionSpec } from '../submissions/compiled-submission.ts';
import { checkCopiesUsed, checkReadSection } from '../sync/compile-copy-rule.ts';
import { compileStream } from '../sync/compile-stream.ts';
import type { CompiledStream } from '../sync/compiled-stream.ts';
import type { ReadSpec, SyncSpec } from '../sync/sync-spec.ts';
import type { ResolveEntry } from './compile-fetch.ts';
import type { FieldScope } from './compile-field.ts';
import { type CompiledOperation, compileOperation, type OperationFileSpec } from './compile-operation.ts';
import { compileProof, type ProofSpec } from './compile-proof.ts';
import { type CompiledRecord, compileRecord } from './compile-record.ts';
import { compileResolve } from './compile-resolve.ts';
import { type CompiledWrite, compileWrite, type WriteFileSpec } from './compile-write.ts';
import { type OpenSource, openSource } from './open-sources.ts';
import { readStatus } from './read-status.ts';
import { Report } from './report.ts';

/** One legacy system, open. */
export interface System {
  readonly name: string;
  readonly describe: string;
  /** The connector file that it comes from. */
  readonly file: Pick<ConnectorFile, 'name' | 'text'>;
  readonly sources: ReadonlyMap<string, OpenSource>;
  /** What it can be asked. */
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  /** What can be sent to it. */
  readonly writes: ReadonlyMap<string, CompiledWrite>;
  /** How citizens prove that its numbers are theirs. */
  readonly proofs: readonly Proof[];
  /** What citizens send to it. */
  readonly submissions: readonly CompiledSubmission[];
  /** What of it the hub can keep copies of. */
  readonly streams: readonly CompiledStream[];
  /** `Type.field` of everything that its records fill. */
  readonly fills: readonly string[];
  /** How its sources fare. */
  listStatus(): readonly SystemStatus[];
  close(): Promise<void>;
}

export interface SystemScope {
  readonly opd: string;
  /** The whole path of the OPD's folder. */
  readonly folder: string;
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly links: LinkReader;
  readonly quotas: QuotaStore;
  readonly pushes: PushStore | undefined;
  readonly copies: CopyReader | undefined;
  readonly outbox: Outbox | undefined;
  readonly services: ServiceRules | undefined;
  readonly opds: OpdCodes;
  readonly clock: Clock;
  readonly rules: ReadonlyMap<string, DatedRule>;
  /** Where the system's resolvers are added. */
  readonly resolvers: Resolvers;
}

/** The content of a file whose shape has been checked. */
interface SystemContent {
  readonly system: string;
  readonly describe: string;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly codes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly rules?: Readonly<Record<string, string>>;
  readonly records: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly operations: Readonly<Record<string, OperationFileSpec | WriteFileSpec>>;
  readonly resolve: Readonly<Record<string, ResolveEntry>>;
  readonly sync?: Readonly<Record<string, SyncSpec>>;
  readonly read?: Readonly<Record<string, ReadSpec>>;
  readonly submissions?: Readonly<Record<string, SubmissionSpec>>;
  readonly proofs?: Readonly<Record<string, ProofSpec>>;
}

/** Compiles a connector file to functions; what has a mistake is left out, so that all mistakes come to light at once. */
export function compileSystem(
  file: ConnectorFile,
  scope: SystemScope,
): { system?: System; problems: readonly Problem[] } {
  const shape = checkShape(file);
  const filled = fillSettings(file, shape.sound, scope.settings);
  const content: SystemContent = { ...EMPTY, ...(filled.content as Partial<SystemContent>) };
  const report = new Report(file);
  const fieldScope = createFieldScope(report, content, scope);
  const { opd, schema } = scope;
  const at = { opd, system: content.system };
  const records = compact(Object.entries(content.records), ([name, mappings]) =>
    compileRecord(fieldScope, schema, name, mappings, at),
  );
  const sourceScope = {
    ...scope,
    report,
    system: `${opd}/${content.system}`,
    hasSettings: filled.problems.length === 0,
  };
  const sources = compact(Object.entries(content.sources), ([name, spec]) => openSource(sourceScope, name, spec));
  const compiled = compileOperations(fieldScope, file, content, scope, sources, records);
  const problems = [...shape.problems, ...filled.problems, ...report.problems];
  return { system: asSystem(opd, file, content, sources, records, compiled), problems };
}

const EMPTY: SystemContent = { system: '', describe: '', sources: {}, records: {}, operations: {}, resolve: {} };

function compileOperations(
  fields: FieldScope,
  file: ConnectorFile,
  content: SystemContent,
  scope: SystemScope,
  sources: ReadonlyMap<string, OpenSource>,
  records: ReadonlyMap<string, CompiledRecord>,
): CompiledOperations {
  const declares = (section: string, name: string) => Object.hasOwn((file.content[section] ?? {}) as object, name);
  const { opd, clock, pushes } = scope;
  const { report } = fields;
  const operationScope = { report, opd, system: content.system, clock, pushes, sources, records, declares };
  const entries = Object.entries(content.operations);
  const operations = compact(entries, ([name, spec]) =>
    'write' in spec ? undefined : compileOperation(operationScope, name, spec),
  );
  const writes = compact(entries, ([name, spec]) =>
    'write' in spec ? compileWrite(operationScope, name, spec) : undefined,
  );
  // An operation that has a mistake of its own would only be reported a second time.
  const isBroken = (name: string) => declares('operations', name) && !operations.has(name) && !writes.has(name);
  const streamScope = { ...scope, fields, system: content.system, operations, records, sources, isBroken };
  const mapping = [content.records, content.codes, content.rules];
  const streams = compact(Object.entries(content.sync ?? {}), ([typeName, spec]) =>
    compileStream({ ...streamScope, mapping }, typeName, spec),
  );
  const copyScope = { report, clock, copies: scope.copies, streams, read: content.read ?? {}, used: new Set<string>() };
  checkReadSection(copyScope, (typeName) => declares('sync', typeName));
  for (const [target, entry] of Object.entries(content.resolve))
    compileResolve({ ...scope, report, fields, operations, copyScope, isBroken }, target, entry);
  checkCopiesUsed(copyScope);
  const kinds = listLinkKinds(file.content.resolve);
  const isWrite = (name: string) => writes.has(name);
  const proofScope = { fields, clock, opd, system: content.system, operations, isWrite, isBroken, kinds };
  const proofs = compact(Object.entries(content.proofs ?? {}), ([kind, spec]) => compileProof(proofScope, kind, spec));
  const submissionScope = { ...scope, ...proofScope, writes };
  const submissions = compact(Object.entries(content.submissions ?? {}), ([target, spec]) =>
    compileSubmission(submissionScope, target, spec),
  );
  return {
    operations,
    writes,
    proofs: [...proofs.values()],
    submissions: [...submissions.values()],
    streams: [...streams.values()],
  };
}

/** Of what the file says, mistakes or not: an entry with a mistake of its own is reported already. */
function listLinkKinds(resolve: unknown): string[] {
  const found = JSON.stringify(resolve ?? {}).matchAll(/\blinks\.([a-z][a-z0-9-]*)/g);
  return [...new Set([...found].map(([, kind = '']) => kind))];
}

interface CompiledOperations {
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  readonly writes: ReadonlyMap<string, CompiledWrite>;
  readonly proofs: readonly Proof[];
  readonly submissions: readonly CompiledSubmission[];
  readonly streams: readonly CompiledStream[];
}

// Stands in for a rule whose file is missing, which is reported already.
const NO_RULE: DatedRule = { dayFor: () => undefined };

function createFieldScope(report: Report, content: SystemContent, scope: SystemScope): FieldScope {
  const tables = new Map(
    Object.entries(content.codes ?? {}).map(([name, table]) => [name, new Map(Object.entries(table))]),
  );
  for (const [name, fileName] of Object.entries(content.rules ?? {})) {
    if (scope.rules.has(fileName)) continue;
    report.add(
      ['rules', name],
      `there is no rule file ${fileName} beside this file`,
      suggest(fileName, [...scope.rules.keys()]),
    );
  }
  return {
    report,
    opds: scope.opds,
    clock: scope.clock,
    codeTables: [...tables.keys()],
    findCodeTable: (name) => tables.get(name),
    findRule: (name) => {
      const fileName = content.rules?.[name];
      return fileName === undefined ? undefined : (scope.rules.get(fileName) ?? NO_RULE);
    },
  };
}

function asSystem(
  opd: string,
  file: ConnectorFile,
  content: SystemContent,
  sources: ReadonlyMap<string, OpenSource>,
  records: ReadonlyMap<string, CompiledRecord>,
  { operations, writes, proofs, submissions, streams }: CompiledOperations,
): System {
  return {
    name: content.system,
    describe: content.describe,
    file,
    sources,
    operations,
    writes,
    proofs,
    submissions,
    streams,
    fills: [...records.values()].flatMap((record) => record.fills),
    listStatus: () =>
      [...sources.values()].map((open) =>
        readStatus(opd, sources.size === 1 ? content.system : `${content.system}/${open.name}`, open),
      ),
    close: async () =>
      void (await Promise.all([...sources.values()].flatMap(({ source, guard }) => [source.close(), guard.close()]))),
  };
}

/** A map of what could be made; what could not is left out, its problem being reported. */
function compact<Key extends string, In, Out>(
  entries: readonly (readonly [Key, In])[],
  make: (entry: readonly [Key, In]) => Out | undefined,
): Map<string, Out> {
  const made = new Map<string, Out>();
  for (const entry of entries) {
    const value = make(entry);
    if (value !== undefined) made.set(entry[0], value);
  }
  return made;
}
