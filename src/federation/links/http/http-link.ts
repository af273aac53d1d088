import { Kind, parse } from 'graphql';
import { CallFailure } from '../../../outbound/index.ts';
import { readFault } from '../../execute/prepare-fetch.ts';
import type { SubgraphAnswer, SubgraphFault, SubgraphLink } from '../../link.ts';
import { mapEvents } from '../../map-events.ts';
import { createSharedCalls } from './shared-calls.ts';
import { createSubgraphCall, defaultRemoteLimits, type RemoteLimits } from './subgraph-call.ts';
import { describeFailure, type FailureOf } from './subgraph-failure.ts';
import { createRemoteSubscriptions } from './subscribe-remote.ts';

/** The headers that one request sends on to a subgraph. */
export interface ForwardedHeaders {
  readonly values: Readonly<Record<string, string>>;
  /** The same text for the same caller only: identical calls of one caller are made once. */
  readonly callerKey: string;
}

export interface HttpLinkOptions {
  readonly name: string;
  /** Where the subgraph answers GraphQL by POST. */
  readonly url: string;
  readonly limits?: Partial<RemoteLimits>;
  /** Picks what of a request the subgraph may see; nothing by default. */
  readonly headersOf?: (requestContext: unknown) => ForwardedHeaders | Promise<ForwardedHeaders>;
  /** Makes of a failed call the error that stands in the answer. */
  readonly failureOf?: FailureOf;
  /** Makes of an error in a subgraph's answer what the engine places; as it is by default. */
  readonly faultOf?: (fault: SubgraphFault) => SubgraphFault;
  /** Hears what came beside each answer, or that nothing did. */
  readonly noteExtensions?: SubgraphLink['noteExtensions'];
  /** Identical calls of the same caller that are under way at once are made once; true by default. */
  readonly isDeduplicating?: boolean;
}

/** A link that holds connections. */
export interface HttpLink extends SubgraphLink {
  close(): Promise<void>;
}

const NO_HEADERS: ForwardedHeaders = { values: {}, callerKey: '' };

/** Reaches a subgraph on another server over HTTP; connects when it is first asked. */
export function createHttpLink(options: HttpLinkOptions): HttpLink {
  const { name, headersOf = () => NO_HEADERS, failureOf = describeFailure, faultOf, isDeduplicating = true } = options;
  const call = createSubgraphCall(options.url, options.limits);
  const subscriptions = createRemoteSubscriptions(
    options.url,
    options.limits?.timeoutMs ?? defaultRemoteLimits.timeoutMs,
  );
  const shared = createSharedCalls();
  const asError = (reason: unknown): never => {
    throw reason instanceof CallFailure ? failureOf(reason, name) : reason;
  };
  return {
    name,
    ...(options.noteExtensions && { noteExtensions: options.noteExtensions }),
    prepare: (operation) => {
      const isQuery = kindOf(operation) === 'query';
      const mayShare = isDeduplicating && isQuery;
      // The text is part of every call and never changes; only the variables are printed.
      const head = `{"query":${JSON.stringify(operation)},"variables":`;
      const send = (body: string, { values, callerKey }: ForwardedHeaders): Promise<SubgraphAnswer> => {
        const request = { body, headers: values, isQuery };
        const answer = mayShare
          ? shared.get(`${callerKey}\n${body}`, () => call.send(request))
          : call.send(request).then((sent) => sent.answer);
        return faultOf ? answer.then((given) => mapFaults(given, faultOf), asError) : answer.catch(asError);
      };
      return (variables, requestContext) => {
        const body = `${head}${JSON.stringify(variables)}}`;
        const headers = headersOf(requestContext);
        return headers instanceof Promise ? headers.then((values) => send(body, values)) : send(body, headers);
      };
    },
    prepareSubscription: (operation) => async (variables, contextOf) => {
      const { values } = await headersOf(contextOf());
      return mapEvents(subscriptions.open(operation, variables, values), (event) => event, asError);
    },
    close: async () => void (await Promise.all([call.close(), subscriptions.close()])),
  };
}

function mapFaults(answer: SubgraphAnswer, faultOf: (fault: SubgraphFault) => SubgraphFault): SubgraphAnswer {
  return Array.isArray(answer.errors) ? { ...answer, errors: answer.errors.map(readFault).map(faultOf) } : answer;
}

function kindOf(operation: string): string | undefined {
  const { definitions } = parse(operation, { noLocation: true });
  return definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)?.operation;
}
