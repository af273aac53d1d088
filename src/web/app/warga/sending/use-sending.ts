import { useRef, useState } from 'react';
import type { TypedDocumentString } from '../../generated/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSend } from '../../graph/use-graph.ts';

/** A form on its way: whether it is being sent, what came of it, and what went wrong. */
export interface Sending<Result, Given> {
  readonly isSending: boolean;
  readonly sent: Result | undefined;
  readonly problems: readonly Problem[];
  /** Sends once; pressed again while it is being sent, it does nothing. */
  send(given: Omit<Given, 'key'>): Promise<void>;
}

/** Sends a form under a key of its own, made when the form opens: however often it is sent, it is one submission. */
export function useSending<Result, Given extends { readonly key: string }>(
  document: TypedDocumentString<Result, Given>,
): Sending<Result, Given> {
  const [key] = useState(() => crypto.randomUUID());
  const sendOnce = useOneAtATime(useSend(document));
  return { ...sendOnce, send: (given) => sendOnce.send({ ...given, key } as unknown as Given) };
}

/** Sends what has no key of its own, one at a time. */
export function useOneAtATime<Result, Given>(
  send: (given: Given) => Promise<{ readonly data: Result | undefined; readonly problems: readonly Problem[] }>,
) {
  const isBusy = useRef(false);
  const [state, setState] = useState<{
    readonly isSending: boolean;
    readonly sent: Result | undefined;
    readonly problems: readonly Problem[];
  }>({ isSending: false, sent: undefined, problems: [] });
  const sendOnce = async (given: Given): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ isSending: true, sent: undefined, problems: [] });
    const { data, problems } = await send(given);
    isBusy.current = false;
    setState({ isSending: false, sent: problems.length > 0 ? undefined : data, problems });
  };
  return { ...state, send: sendOnce };
}
