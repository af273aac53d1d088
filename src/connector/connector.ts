import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { type Clock, systemClock } from '../base/clock.ts';
import { createMemoryQuotaStore } from '../outbound/index.ts';
import type { CopyReader } from '../ports/copy-reader.ts';
import type { Proof } from '../ports/link-proof.ts';
import type { LinkReader } from '../ports/link-reader.ts';
import type { OpdCodes } from '../ports/opd-codes.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { PushStore } from '../ports/push-store.ts';
import type { QuotaStore } from '../ports/quota-store.ts';
import type { ServiceRules } from '../ports/service-rules.ts';
import type { SystemStatus } from '../ports/system-status.ts';
import { refuseDoubleProofs } from './compile/compile-proof.ts';
import { compileSystem, type System } from './compile/compile-system.ts';
import type { Settings } from './file/fill-settings.ts';
import { type OpdFolder, readOpdFolder } from './file/opd-folder.ts';
import { type Problem, refuseProblems } from './problem.ts';
import type { Resolvers } from './run/resolver.ts';

/** An OPD's legacy systems as the graph sees them. */
export interface Connector {
  readonly opd: string;
  /** The OPD's own SDL, without the shared types. */
  readonly sdl: string;
  readonly resolvers: Resolvers;
  /** Its legacy systems, each with what it can be asked. */
  readonly systems: readonly System[];
  /** How citizens prove that its systems' numbers are theirs. */
  readonly proofs: readonly Proof[];
  /** Forgets the answers that are kept for one person. */
  purge(nik: string): void;
  /** How its systems fare. */
  listStatus(): readonly SystemStatus[];
  close(): Promise<void>;
}

export interface ConnectorOptions {
  /** `connectors/`, the folder with one folder for each OPD. */
  readonly root: string;
  /** The types that every OPD's SDL may use. */
  readonly sharedSdl: string;
  readonly settings: Settings;
  readonly links: LinkReader;
  /** Where daily quotas are counted; without it from zero at every start. */
  readonly quotas?: QuotaStore;
  /** Where what systems push is kept; without it they cannot. */
  readonly pushes?: PushStore;
  /** The hub's copies; without them everything is read live. */
  readonly copies?: CopyReader;
  /** Where what citizens send is kept; without it they cannot. */
  readonly outbox?: Outbox;
  /** What the catalogue says of services; without it applications are due on no day but what their system says. */
  readonly services?: ServiceRules;
  /** How the systems name the OPDs; without it no file may use the converter `opd`. */
  readonly opds?: OpdCodes;
  readonly clock?: Clock;
}

/**
 * Loads the connectors of the named OPDs; nothing is called yet.
 * @throws HubError CONFIG_INVALID listing every mistake in every file of all of them.
 */
export function loadConnectors(opds: readonly string[], options: ConnectorOptions): Connector[] {
  const loaded = opds.map((opd) => loadConnector(opd, options));
  refuseProblems(loaded.flatMap((one) => one.problems));
  const connectors = loaded.flatMap(({ connector }) => (connector ? [connector] : []));
  refuseDoubleProofs(connectors.flatMap(({ proofs }) => proofs));
  return connectors;
}

/** Loads one OPD's connector or says everything that is wrong with it. */
export function loadConnector(
  opd: string,
  options: ConnectorOptions,
): { connector?: Connector; problems: readonly Problem[] } {
  const folder = readOpdFolder(options.root, opd);
  const problems: Problem[] = [...folder.problems];
  const schema = buildOpdSchema(folder, options.sharedSdl, problems);
  if (!schema) return { problems };
  const resolvers: Resolvers = {};
  const systems: System[] = [];
  for (const file of folder.systems) {
    const {
      settings,
      links,
      pushes,
      copies,
      outbox,
      services,
      quotas = createMemoryQuotaStore(),
      opds = NO_OPDS,
      clock = systemClock,
    } = options;
    const scope = {
      opd,
      folder: folder.path,
      schema,
      settings,
      links,
      quotas,
      pushes,
      copies,
      outbox,
      services,
      opds,
      clock,
      resolvers,
      rules: folder.rules,
    };
    const compiled = compileSystem(file, scope);
    problems.push(...compiled.problems);
    if (compiled.system) systems.push(compiled.system);
  }
  if (problems.length === 0) problems.push(...findUnanswered(folder, schema, resolvers, systems));
  const connector = {
    opd,
    sdl: folder.sdl,
    resolvers,
    systems,
    proofs: systems.flatMap((one) => one.proofs),
    purge: (nik: string) => {
      for (const { operations } of systems) for (const one of operations.values()) one.purge(nik);
    },
    listStatus: () => systems.flatMap((one) => one.listStatus()),
    close: async () => void (await Promise.all(systems.map((one) => one.close()))),
  };
  return { connector, problems };
}

const NO_OPDS: OpdCodes = { findCode: () => undefined, findOpd: () => undefined, systems: [] };

// Federation's directives are not defined in an OPD's file; only names and types of fields matter here.
const UNCHECKED = { assumeValidSDL: true, assumeValid: true, noLocation: false };

function buildOpdSchema(folder: OpdFolder, sharedSdl: string, problems: Problem[]): GraphQLSchema | undefined {
  try {
    return buildSchema(`${folder.sdl}\n${sharedSdl}`, UNCHECKED);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = error instanceof GraphQLError ? error.locations?.[0]?.line : lineOfUnknownType(folder.sdl, error);
    problems.push({ file: folder.sdlName, line: line ?? 0, message: error.message });
    return undefined;
  }
}

/** graphql-js names an unknown type without its place. */
function lineOfUnknownType(sdl: string, error: Error): number | undefined {
  const name = /^Unknown type: "(\w+)"/.exec(error.message)?.[1];
  const at = name === undefined ? -1 : sdl.search(new RegExp(`:[ \\[]*${name}\\b`));
  return at < 0 ? undefined : sdl.slice(0, at).split('\n').length;
}

/** A field that the OPD promises and no file fills would always be null, which nobody could tell from "none". */
function findUnanswered(
  folder: OpdFolder,
  schema: GraphQLSchema,
  resolvers: Resolvers,
  systems: readonly System[],
): Problem[] {
  const filled = new Set(systems.flatMap((system) => system.fills));
  const problems: Problem[] = [];
  for (const { typeName, fieldName, line } of folder.listFields()) {
    const answered = resolvers[typeName]?.[fieldName] || filled.has(`${typeName}.${fieldName}`);
    if (answered || !schema.getType(typeName)) continue;
    const message = `nothing fills ${typeName}.${fieldName}`;
    problems.push({
      file: folder.sdlName,
      line,
      message,
      suggestion: 'map it under records, or answer it under resolve',
    });
  }
  return problems;
}
