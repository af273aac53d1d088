import { type FormEvent, useState } from 'react';
import { Field } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { OpdAnswerRequestDocument } from '../../generated/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSend } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from './texts.ts';

interface AnswerFormProps {
  readonly id: string;
  readonly onAnswered: () => void;
}

/** Where an officer answers a request, once. */
export function AnswerForm({ id, onAnswered }: AnswerFormProps) {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<'done' | 'refused'>('done');
  const [words, setWords] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = useSend(OpdAnswerRequestDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    const { problems } = await send({ id, done: outcome === 'done', answer: words.trim() });
    setIsBusy(false);
    setProblem(problems[0]);
    if (problems.length === 0) onAnswered();
  };
  return (
    <form className="stack stack--tight" autoComplete="off" onSubmit={(event) => void submit(event)}>
      <Field label={t.outcome}>
        <select value={outcome} onChange={({ target }) => setOutcome(target.value === 'done' ? 'done' : 'refused')}>
          <option value="done">{t.done}</option>
          <option value="refused">{t.refused}</option>
        </select>
      </Field>
      <Field label={t.answer} hint={t.answerHint}>
        <textarea
          rows={4}
          required
          minLength={10}
          maxLength={2000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </Field>
      <div className="row">
        <button type="submit" className="button button--main" disabled={isBusy}>
          {t.send}
        </button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </form>
  );
}
