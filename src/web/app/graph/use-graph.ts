import type { CombinedError } from '@urql/core';
import { useCallback } from 'react';
import { useClient, useQuery } from 'urql';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { listProblems, type Problem } from './problem.ts';

/** An answer as it stands: while it is asked anew, the one before stays. */
export interface GraphAnswer<Result> {
  readonly data: Result | undefined;
  readonly problems: readonly Problem[];
  /** Nothing has come yet. */
  readonly isWaiting: boolean;
  /** Asked for, first or again. */
  readonly isAsking: boolean;
  refresh(): void;
}

type Variables = Readonly<Record<string, unknown>>;
type Arguments<Given> =
  Given extends Readonly<Record<string, never>>
    ? [variables?: undefined, options?: { pause?: boolean }]
    : [variables: Given, options?: { pause?: boolean }];

/** Asks the hub an operation of its own pages and follows the answer. */
export function useGraph<Result, Given>(
  document: TypedDocumentString<Result, Given>,
  ...[variables, { pause = false } = {}]: Arguments<Given>
): GraphAnswer<Result> {
  const [{ data, error, fetching, stale }, execute] = useQuery<Result, Variables>({
    query: named(document),
    variables: (variables ?? {}) as Variables,
    pause,
  });
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const isWaiting = data === undefined && !error;
  return { data, problems: listProblems(error), isWaiting, isAsking: fetching || stale, refresh };
}

export interface Sent<Result> {
  /** What the hub made of it; undefined where it was refused. */
  readonly data: Result | undefined;
  readonly problems: readonly Problem[];
}

/** Gives the function that sends a mutation; its promise never rejects. */
export function useSend<Result, Given>(
  document: TypedDocumentString<Result, Given>,
): (variables: Given) => Promise<Sent<Result>> {
  const client = useClient();
  return useCallback(
    async (variables) => settle(await client.mutation<Result, Variables>(named(document), variables as Variables)),
    [client, document],
  );
}

/** Gives the function that asks once, where given under an officer's case; its promise never rejects. */
export function useAsk<Result, Given>(
  document: TypedDocumentString<Result, Given>,
): (variables: Given, options?: { readonly caseId?: string }) => Promise<Sent<Result>> {
  const client = useClient();
  return useCallback(
    async (variables, { caseId } = {}) =>
      settle(await client.query<Result, Variables>(named(document), variables as Variables, { caseId })),
    [client, document],
  );
}

function settle<Result>({
  data,
  error,
}: {
  data?: Result | undefined;
  error?: CombinedError | undefined;
}): Sent<Result> {
  return { data: data ?? undefined, problems: listProblems(error) };
}

/** Operations go by their hash alone: the hub has read their texts at its start. */
function named<Result, Given>(document: TypedDocumentString<Result, Given>) {
  return { kind: 'Document', definitions: [], documentId: document.__meta__?.hash } as never;
}
