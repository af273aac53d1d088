import { type FormEvent, useId, useState } from 'react';
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
  const [resolution, setResolution] = useState<SubmissionResolution>();
  const [words, setWords] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = useSend(OpdResolveDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!resolution) return;
    setIsBusy(true);
    const given = words.trim() || null;
    const { problems } = await send({
      ...{ opd: code, id, resolution },
      receipt: resolution === 'DELIVERED' ? given : null,
      reason: resolution === 'REJECTED' ? given : null,
    });
    setIsBusy(false);
    setProblem(problems[0]);
    if (problems.length === 0) onResolved();
  };
  return (
    <form className="stack stack--tight" onSubmit={(event) => void submit(event)}>
      <Choices chosen={resolution} onChoose={setResolution} />
      {(resolution === 'DELIVERED' || resolution === 'REJECTED') && (
        <Field label={resolution === 'DELIVERED' ? t.resolveReceipt : t.resolveReason}>
          <input
            value={words}
            onChange={(event) => setWords(event.target.value)}
            required={resolution === 'REJECTED'}
            autoComplete="off"
          />
        </Field>
      )}
      <div>
        <button type="submit" className="button button--main" disabled={isBusy || !resolution}>
          {t.resolveSave}
        </button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </form>
  );
}

interface ChoicesProps {
  readonly chosen: SubmissionResolution | undefined;
  readonly onChoose: (resolution: SubmissionResolution) => void;
}

function Choices({ chosen, onChoose }: ChoicesProps) {
  const t = useTexts(texts);
  const name = useId();
  const choices = [
    ['DELIVERED', t.resolveThere],
    ['SEND_AGAIN', t.resolveAgain],
    ['REJECTED', t.resolveRejected],
  ] as const;
  return (
    <fieldset className="stack stack--tight field">
      <legend>{t.resolveLead}</legend>
      {choices.map(([resolution, label]) => (
        <label key={resolution} className="choice">
          <input type="radio" name={name} checked={chosen === resolution} onChange={() => onChoose(resolution)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
