import type { Problem } from '../graph/problem.ts';
import { useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from '../shell/texts.ts';

interface ProblemProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

// An OPD that is down, or a right that somebody lacks, is no alarm.
const CALM = new Set(['OPD_UNAVAILABLE', 'OPD_QUOTA', 'SUBGRAPH_UNAVAILABLE', 'FORBIDDEN', 'NOT_FOUND', 'NETWORK']);

/** Says what could not be shown, calmly, and what to do; the rest of the page stays. */
export function ProblemNotice({ problem, onRetry }: ProblemProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const isCalm = CALM.has(problem.code);
  return (
    <div className="notice" data-tone={isCalm ? undefined : 'warn'} role={isCalm ? 'status' : 'alert'}>
      <p>{language === 'en' ? problem.message : problem.sentence}</p>
      <p className="row small">
        {onRetry && (
          <button type="button" className="button button--small" onClick={onRetry}>
            {t.retry}
          </button>
        )}
        <code className="soft">{problem.code}</code>
      </p>
    </div>
  );
}
