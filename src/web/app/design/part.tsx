import type { ReactNode } from 'react';
import { type Problem, problemAt } from '../graph/problem.ts';
import type { GraphAnswer } from '../graph/use-graph.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Waiting } from './waiting.tsx';

interface PartProps<Result, Value> {
  readonly answer: GraphAnswer<Result>;
  /** Path of the field that this part is about, for example `me.permits`. */
  readonly path: string;
  readonly pick: (data: Result) => Value | null | undefined;
  /** Where there is neither the value nor a problem. */
  readonly empty?: ReactNode;
  readonly lines?: number;
  readonly children: (value: Value, problem: Problem | undefined) => ReactNode;
}

/** One part of an answer in all of its states: waiting, there, there with a problem, not there, and why. */
export function Part<Result, Value>({ answer, path, pick, empty, lines, children }: PartProps<Result, Value>) {
  if (answer.isWaiting) return lines ? <Waiting lines={lines} /> : <Waiting />;
  const value = answer.data === undefined ? undefined : pick(answer.data);
  const problem = problemAt(answer.problems, path);
  if (value === null || value === undefined) {
    return problem ? <ProblemNotice problem={problem} onRetry={answer.refresh} /> : (empty ?? null);
  }
  return (
    <>
      {children(value, problem)}
      {problem && problem.path !== path && <ProblemNotice problem={problem} onRetry={answer.refresh} />}
    </>
  );
}
