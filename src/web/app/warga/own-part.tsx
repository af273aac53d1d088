import { type ReactNode, useRef } from 'react';
import { Part } from '../design/part.tsx';
import { type Problem, problemAt } from '../graph/problem.ts';
import { loginAddress } from '../graph/session.ts';
import type { GraphAnswer } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { useWhoIsIn } from '../shell/session-context.ts';
import { texts } from './texts.ts';

interface OwnPartProps<Result, Value> {
  readonly answer: GraphAnswer<Result>;
  readonly path: string;
  readonly pick: (data: Result) => Value | null | undefined;
  readonly empty?: ReactNode;
  readonly lines?: number;
  readonly children: (value: Value, problem: Problem | undefined) => ReactNode;
}

/** A part of the citizen's own data, which may need a surer log-in than the one there is. */
export function OwnPart<Result, Value>(props: OwnPartProps<Result, Value>) {
  const isTooLow = problemAt(props.answer.problems, props.path)?.code === 'ASSURANCE_TOO_LOW';
  return isTooLow ? <SurerLogin /> : <Part {...props} />;
}

/** Whether the log-in is sure enough for what is sensitive, so that nobody is asked in vain and nothing refused is logged. */
export function useIsSure(): boolean {
  const state = useWhoIsIn();
  return state.status !== 'open' || state.acr !== 'low';
}

/** What needs a surer log-in, a form too: nobody types into one that would be refused. */
export function OnlySure({ children }: { readonly children: ReactNode }) {
  const isSure = useIsSure();
  const wasSure = useRef(isSure);
  if (isSure) wasSure.current = true;
  // What is typed stays, even when somebody logs in again in a less sure way meanwhile.
  return wasSure.current ? children : <SurerLogin />;
}

/** Says that more is shown after a surer log-in, and leads there and back. */
export function SurerLogin() {
  const t = useTexts(texts);
  return (
    <div className="notice" role="status">
      <p>{t.surer}</p>
      <p>
        <a className="button button--small" href={loginAddress('warga', { acr: 'substantial' })}>
          {t.surerButton}
        </a>
      </p>
    </div>
  );
}
