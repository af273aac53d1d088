import { useCallback, useEffect, useRef, useState } from 'react';
import { OpdCloseCaseDocument, OpdTakenRequestDocument, OpdTakeRequestDocument } from '../../generated/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useAsk, useSend } from '../../graph/use-graph.ts';

/** What an officer may read of a request while his case on the citizen is open. */
export interface TakenRequest {
  readonly nik: string;
  readonly what: string;
}

/**
 * Opens a request under a case of its own. What was read is forgotten and the case closed as soon as the officer closes the
 * request, leaves the view or leaves the page.
 */
export function useTakenRequest(id: string) {
  const [taken, setTaken] = useState<TakenRequest>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setIsBusy] = useState(false);
  const { keepCase, forgetCase } = useCaseOfView();
  const sendTake = useSend(OpdTakeRequestDocument);
  const askTaken = useAsk(OpdTakenRequestDocument);
  const leave = useCallback(() => {
    setTaken(undefined);
    forgetCase();
  }, [forgetCase]);
  useEffect(() => {
    // A page that the back button brings back would stand as it was left.
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [leave]);
  const take = async () => {
    setIsBusy(true);
    const { data, problems } = await sendTake({ id });
    const caseId = data?.takeDataRequest.id;
    const isStillHere = caseId !== undefined && keepCase(caseId);
    const seen = isStillHere ? await askTaken({}, { caseId }) : undefined;
    const citizen = seen?.data?.caseCitizen;
    const what = citizen?.dataRequests?.find((one) => one.id === id)?.what;
    if (citizen?.nik && what) setTaken({ nik: citizen.nik, what });
    setProblem(problems[0] ?? seen?.problems[0]);
    setIsBusy(false);
  };
  return { taken, problem, isBusy, take, leave };
}

/** Keeps the one case that a view works under, and closes it when the view goes. */
function useCaseOfView() {
  const open = useRef<string>(undefined);
  const isGone = useRef(false);
  const sendClose = useSend(OpdCloseCaseDocument);
  const forgetCase = useCallback(() => {
    if (open.current) void sendClose({ id: open.current });
    open.current = undefined;
  }, [sendClose]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      forgetCase();
    };
  }, [forgetCase]);
  /** Whether the view is still there; a case that was opened for one that is gone is closed at once. */
  const keepCase = useCallback(
    (id: string): boolean => {
      open.current = id;
      if (isGone.current) forgetCase();
      return !isGone.current;
    },
    [forgetCase],
  );
  return { keepCase, forgetCase };
}
