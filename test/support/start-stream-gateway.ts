import { HubError } from '../../src/base/hub-error.ts';
import { createLog } from '../../src/base/log.ts';
import { OWNER } from '../../src/base/owner.ts';
import { composeSupergraph, createEngine, createLocalLink, createLocalPlanner } from '../../src/federation/index.ts';
import { createErrorFormatter, createGateway, createTrustedDocuments, defaultLimits } from '../../src/gateway/index.ts';
import type { Caller } from '../../src/identity/index.ts';
import { citizenCaller } from '../../src/identity/testing/callers.ts';
import { buildSubgraph, type SubgraphContext } from '../../src/subgraph/index.ts';
import { contextOf } from '../../src/subgraph/testing/context-of.ts';

/** A gateway over two guarded subgraphs with a subscription, and the hand that makes its events. */
export interface StreamGateway {
  readonly url: string;
  /** Tells every subscriber. */
  emit(event: { owner: string; status: string } | Error): void;
  /** Subscriptions open now. */
  openSubscriptions(): number;
  stop(): Promise<void>;
}

export interface StreamGatewayOptions {
  readonly origins?: readonly string[];
  readonly trusted?: readonly string[];
  readonly isTrustedOnly?: boolean;
  /** How long a token lasts from the moment it is shown. */
  readonly tokenTtlMs?: number;
  /** Asked whenever a caller is admitted; refuses by throwing. */
  readonly admit?: () => void;
}

const GUARD = '@policy(policies: [["owner"]])';
const permits = `
  type Query { ping: String list(first: Int): [Permit!]! }
  type Mutation { touch: Int }
  type Subscription { permitChanged: Permit ticked: Tick }
  type Tick { n: Int }
  type Permit @key(fields: "id") { id: ID! ${GUARD} status: String ${GUARD} owner: String ${GUARD} }`;
const names = 'type Query { m: Int } type Permit @key(fields: "id") { id: ID! label: String }';

/** Starts it on a free port; a token is the owner's name itself, and `bad` is refused. */
export async function startStreamGateway(options: StreamGatewayOptions = {}): Promise<StreamGateway> {
  const listeners = new Set<(event: object | Error) => void>();
  const subgraphs = await Promise.all([
    buildSubgraph({ name: 'permits', sdl: permits, resolvers: permitResolvers(listeners) }, ''),
    buildSubgraph(
      { name: 'names', sdl: names, resolvers: { Permit: { label: ({ id }: { id: string }) => `Izin ${id}` } } },
      '',
    ),
  ]);
  const supergraphSdl = composeSupergraph(subgraphs.map(({ name, sdl }) => ({ name, sdl })));
  const links = subgraphs.map(({ name, schema }) => createLocalLink(name, schema, (context) => context));
  const engine = createEngine({ supergraphSdl, links, planner: createLocalPlanner(supergraphSdl) });
  const app = await createGateway({
    engine,
    formatError: createErrorFormatter({ log: createLog('silent'), findOpdName: () => undefined }),
    corsOrigins: options.origins ?? [],
    readiness: { check: async () => ({}) },
    personalInputs: new Set(),
    limits: defaultLimits,
    trusted: createTrustedDocuments(options.trusted ?? []),
    isTrustedOnly: options.isTrustedOnly ?? false,
    contextOf: ({ authorization }) => {
      options.admit?.();
      return contextOf(readCaller(authorization, options.tokenTtlMs ?? 60_000));
    },
    renewContext: (context) => contextOf((context as SubgraphContext).caller),
    expiryOf: (context) => {
      const { caller } = context as SubgraphContext;
      return caller.kind === 'citizen' ? caller.expiresMs : undefined;
    },
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    emit: (event) => {
      for (const tell of listeners) tell(event instanceof Error ? event : { id: '1', [OWNER]: event.owner, ...event });
    },
    openSubscriptions: () => listeners.size,
    stop: async () => {
      await app.close();
      await Promise.all(subgraphs.map((one) => one.close()));
    },
  };
}

function permitResolvers(listeners: Set<(event: object | Error) => void>) {
  const source = { subscribe: () => listen(listeners), resolve: (event: unknown) => event };
  return {
    Query: { ping: () => 'pong', list: () => [] },
    Mutation: { touch: () => 1 },
    Subscription: { permitChanged: source, ticked: { ...source, resolve: () => ({ n: 1 }) } },
  };
}

function readCaller(authorization: string | undefined, ttlMs: number): Caller {
  const nik = authorization?.replace('Bearer ', '');
  if (nik === undefined) return { kind: 'anonymous' };
  if (nik === 'bad') throw new HubError('UNAUTHENTICATED', 'The token is not valid here.');
  return citizenCaller(nik, { expiresMs: Date.now() + ttlMs });
}

function listen(listeners: Set<(event: object | Error) => void>): AsyncIterableIterator<object> {
  const waiting: (object | Error)[] = [];
  let wake = () => {};
  const tell = (event: object | Error): void => {
    waiting.push(event);
    wake();
  };
  listeners.add(tell);
  return {
    next: async () => {
      while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const event = waiting.shift() as object | Error;
      if (event instanceof Error) throw event;
      return { done: false, value: event };
    },
    return: async () => {
      listeners.delete(tell);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
