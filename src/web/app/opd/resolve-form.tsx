import { type FormEvent, useState } from 'react';
import { Field } from '../design/field.tsx';
import { ProblemNotice } from '../design/problem-notice.tsx';
import { OpdResolveDocument, type SubmissionResolution } from '../generated/graphql.ts';
import type { Problem } from '../graph/problem.ts';
import { useSend } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

interface ResolveProps {
  readonly code: string;
  readonly id: string;
  readonly onResolved: () => void;
}

/** Where an officer says, after a look in the system, what became of a submission that no machine can decide. */
export function ResolveForm({ code, id, onResolved }: ResolveProps) {
  const t = useTexts(texts);
  const [words, setWords] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = useSend(OpdResolveDocument);
  const resolve = async (resolution: SubmissionResolution, given: { receipt?: string; reason?: string }) => {
    setIsBusy(true);
    const { problems } = await send({ opd: code, id, resolution, receipt: null, reason: null, ...given });
    setIsBusy(false);
    setProblem(problems[0]);
    if (problems.length === 0) onResolved();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void resolve('DELIVERED', { receipt: words.trim() });
  };
  return (
    <form className="stack stack--tight" onSubmit={submit}>
      <p>
        <b>{t.resolveLead}</b>
      </p>
      <Field label={t.resolveThere}>
        <input value={words} onChange={(event) => setWords(event.target.value)} required autoComplete="off" />
      </Field>
      <div className="row">
        <button type="submit" className="button button--main" disabled={isBusy}>
          {t.resolveSave}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => void resolve('SEND_AGAIN', {})}>
          {t.resolveAgain}
        </button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </form>
  );
}
