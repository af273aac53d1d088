import { useState } from 'react';
import { ProblemNotice } from '../design/problem-notice.tsx';
import { OpdPauseDocument, OpdResumeDocument, OpdRunDocument, type StreamLineFragment } from '../generated/graphql.ts';
import type { Problem } from '../graph/problem.ts';
import { type Sent, useSend } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

interface ActionsProps {
  readonly line: StreamLineFragment;
  readonly onChanged: () => void;
}

/** What an officer may do with a stream: have it run now, set it still, let it go on. */
export function StreamActions({ line: { stream, state }, onChanged }: ActionsProps) {
  const t = useTexts(texts);
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const run = useSend(OpdRunDocument);
  const pause = useSend(OpdPauseDocument);
  const resume = useSend(OpdResumeDocument);
  const act = async (send: (variables: { stream: string }) => Promise<Sent<unknown>>) => {
    setIsBusy(true);
    const { problems } = await send({ stream });
    setIsBusy(false);
    setProblem(problems[0]);
    setSaid(problems.length === 0 ? t.asked : '');
    onChanged();
  };
  const isStill = state === 'PAUSED' || state === 'NEEDS_ATTENTION';
  return (
    <div className="stack stack--tight">
      <div className="row">
        {!isStill && (
          <button type="button" className="button button--small" disabled={isBusy} onClick={() => void act(run)}>
            {t.run}
            <span className="unseen"> {stream}</span>
          </button>
        )}
        <button
          type="button"
          className="button button--small"
          disabled={isBusy}
          onClick={() => void act(isStill ? resume : pause)}
        >
          {isStill ? t.resume : t.pause}
          <span className="unseen"> {stream}</span>
        </button>
      </div>
      <span className="small soft" role="status">
        {said}
      </span>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
