import { type ExecutionResult, parse, validate } from 'graphql';
import {
  composeSupergraph,
  createEngine,
  createLocalLink,
  createLocalPlanner,
  type Engine,
  type SubgraphLink,
} from '../../../src/federation/index.ts';
import { buildSubgraph, federationLink } from './build-subgraph.ts';
import { createDataBehaviour } from './data-subgraph.ts';
import { createFaultLink } from './fault-link.ts';
import type { CaseOperation, ExpectedError, FederationCase } from './load-cases.ts';
import { type RemoteSubgraph, startRemoteSubgraph } from './start-remote-subgraph.ts';

export type LinkKind = 'local' | 'remote';

/** A case with its engine, ready to be asked its operations. */
export interface RunningCase {
  stop(): Promise<void>;
  ask(operation: CaseOperation): Promise<{ result: ExecutionResult; calls: Readonly<Record<string, number>> }>;
}

/** Starts the subgraphs of a case, each on a server of its own when they are remote, and the engine over them. */
export async function startCase({ subgraphs, data, faults }: FederationCase, kind: LinkKind): Promise<RunningCase> {
  const log: string[] = [];
  const calls: Record<string, number> = {};
  const servers: RemoteSubgraph[] = [];
  const sources = subgraphs.map(({ name, sdl }) => ({ name, sdl: federationLink + sdl }));
  const links: SubgraphLink[] = [];
  for (const { name, sdl } of sources) {
    const schema = buildSubgraph(sdl, createDataBehaviour(data[name] ?? {}, log));
    let link: SubgraphLink = createLocalLink(name, schema, (it) => it);
    if (kind === 'remote') {
      const server = await startRemoteSubgraph(name, schema);
      servers.push(server);
      link = server.link;
    }
    const fault = faults[name];
    links.push(count(fault ? createFaultLink(link, fault) : link, calls));
  }
  const supergraphSdl = composeSupergraph(sources);
  const engine = createEngine({ supergraphSdl, links, planner: createLocalPlanner(supergraphSdl) });
  return {
    ask: async (operation) => {
      log.length = 0;
      for (const { name } of sources) calls[name] = 0;
      return { result: await execute(engine, operation), calls };
    },
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
}

async function execute(engine: Engine, { text, variables }: CaseOperation): Promise<ExecutionResult> {
  const document = parse(text);
  const errors = validate(engine.schema, document);
  if (errors.length > 0) return { errors };
  return engine.execute({ document, documentKey: text, variables, context: {} });
}

function count(link: SubgraphLink, calls: Record<string, number>): SubgraphLink {
  return {
    name: link.name,
    prepare: (operation) => {
      const fetch = link.prepare(operation);
      return (variables, context) => {
        calls[link.name] = (calls[link.name] ?? 0) + 1;
        return fetch(variables, context);
      };
    },
  };
}

/** The errors of an answer with just what the expected ones say of theirs, in an order that both share. */
export function comparableErrors(
  errors: ExecutionResult['errors'],
  expected: readonly ExpectedError[],
): readonly ExpectedError[] {
  const said = new Set(expected.flatMap((error) => Object.keys(error)));
  const shown = (errors ?? []).map(
    (error): ExpectedError => ({
      ...(said.has('path') && error.path && { path: error.path }),
      ...(said.has('code') && error.extensions.code !== undefined && { code: String(error.extensions.code) }),
      ...(said.has('message') && { message: error.message }),
    }),
  );
  return sortErrors(shown);
}

/** Errors come in the order in which subgraphs answer, which no specification fixes. */
export function sortErrors(errors: readonly ExpectedError[]): readonly ExpectedError[] {
  return [...errors].sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

const key = ({ path, code, message }: ExpectedError): string =>
  JSON.stringify([path ?? null, code ?? '', message ?? '']);
