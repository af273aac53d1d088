import type { Clock } from '../../base/clock.ts';
import { secondsToJakartaMidnight } from '../../base/jakarta-time.ts';
import { CallFailure, type FailureKind } from '../../outbound/index.ts';
import { EmptyAnswer } from '../../protocols/protocol.ts';
import { compileCondition, type Test } from './condition.ts';
import type { Report } from './report.ts';

/** How an operation tells a good answer from the others. */
export interface JudgeSpec {
  readonly okWhen?: Readonly<Record<string, unknown>>;
  readonly cases?: readonly {
    readonly when: Readonly<Record<string, unknown>>;
    readonly is: 'empty' | FailureKind;
    readonly until?: 'midnight';
  }[];
}

/** Says of an answer whether it holds records or says that there are none. @throws CallFailure for a failure. */
export type Judge = (answer: unknown) => 'ok' | 'empty';

/** Compiles `cases` and `okWhen`: the first case that fits decides, then okWhen must hold unless the answer is empty by itself. */
export function compileJudge(report: Report, at: readonly string[], spec: JudgeSpec, clock: Clock): Judge | undefined {
  const cases = (spec.cases ?? []).flatMap((one, index) => {
    const test = compileTest(report, [...at, 'cases', String(index)], one.when);
    return test ? [{ test, is: one.is, until: one.until }] : [];
  });
  const isOk = spec.okWhen ? compileTest(report, [...at, 'okWhen'], spec.okWhen) : () => true;
  if (!isOk || cases.length < (spec.cases?.length ?? 0)) return undefined;
  return (answer) => {
    const isEmpty = answer instanceof EmptyAnswer;
    const content = isEmpty ? answer.content : answer;
    for (const { test, is, until } of cases) {
      if (!test(content)) continue;
      if (is === 'empty') return 'empty';
      throw new CallFailure(is, CASE_REASONS[is], {
        retryAfterSeconds: until && secondsToJakartaMidnight(clock.now()),
      });
    }
    if (isEmpty) return 'empty';
    if (!isOk(answer)) throw new CallFailure('badAnswer', 'an answer that its contract does not know');
    return 'ok';
  };
}

const CASE_REASONS: Readonly<Record<FailureKind, string>> = {
  quota: 'its quota is used up',
  unavailable: 'it says that it cannot answer now',
  denied: "it refuses the hub's credentials",
  badAnswer: 'it says that the question was wrong',
};

/** Compiles a condition; undefined when a path in it is none, which is reported. */
export function compileTest(
  report: Report,
  at: readonly string[],
  condition: Readonly<Record<string, unknown>>,
): Test | undefined {
  const test = compileCondition(condition);
  if (typeof test !== 'string') return test;
  report.add([...at, test], `"${test}" is not a path`);
  return undefined;
}
