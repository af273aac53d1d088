import { useCallback, useEffect, useState } from 'react';
import { type WargaSubmissionStateFragment as Submission, WargaSubmissionDocument } from '../../generated/graphql.ts';
import { useAsk } from '../../graph/use-graph.ts';

const FIRST_WAIT_MS = 1_500;
/** Each look stands in the citizen's own access log, so an OPD that is down for hours is not looked for every second. */
const LONGEST_WAIT_MS = 60_000;
/** A quarter of an hour: a page that nobody looks at any more must not keep its session alive. */
const MOST_LOOKS = 20;

/** Follows what was handed in until the OPD has taken or refused it: soon at first, then ever more seldom. */
export function useSubmission(handedIn: Submission) {
  const ask = useAsk(WargaSubmissionDocument);
  const [found, setFound] = useState(handedIn);
  const { id } = handedIn;
  const isSettled = found.state !== 'ACCEPTED' && found.state !== 'DELIVERING';
  const look = useCallback(async () => {
    const { data } = await ask({ id });
    const now = data?.me?.submission;
    if (now) setFound(now);
  }, [ask, id]);
  useEffect(() => (isSettled ? undefined : lookAgain(look)), [look, isSettled]);
  return { submission: found, isSettled, look };
}

function lookAgain(look: () => Promise<void>): () => void {
  let waitMs = FIRST_WAIT_MS;
  let timer = 0;
  let looks = 0;
  const plan = () => {
    timer = window.setTimeout(async () => {
      if (document.visibilityState === 'visible') await look();
      waitMs = Math.min(waitMs * 1.6, LONGEST_WAIT_MS);
      looks++;
      if (timer !== -1 && looks < MOST_LOOKS) plan();
    }, waitMs);
  };
  plan();
  return () => {
    window.clearTimeout(timer);
    timer = -1;
  };
}
