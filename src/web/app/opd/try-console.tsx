import { type FormEvent, useState } from 'react';
import { CodeText } from '../design/code-text.tsx';
import { Field } from '../design/field.tsx';
import { ProblemNotice } from '../design/problem-notice.tsx';
import { useFormat } from '../format/format.ts';
import { OpdTryDocument, type OpdTryMutation } from '../generated/graphql.ts';
import { type Sent, useSend } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import type { ConnectorFile } from './connectors-view.tsx';
import { texts } from './texts.ts';

interface ConsoleProps {
  readonly code: string;
  readonly file: ConnectorFile;
}

type Trial = OpdTryMutation['tryOperation'];

/** One live call of a reading operation, and everything that became of it; nothing of anybody is shown. */
export function TryConsole({ code, file }: ConsoleProps) {
  const t = useTexts(texts);
  const reading = file.operations.filter(({ isWrite }) => !isWrite);
  const [name, setName] = useState(reading[0]?.name ?? '');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setIsBusy] = useState(false);
  const [sent, setSent] = useState<Sent<OpdTryMutation>>();
  const send = useSend(OpdTryDocument);
  const operation = reading.find((one) => one.name === name);
  if (!operation) return null;
  const call = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setSent(undefined);
    const given = operation.parameters.map((parameter) => ({ name: parameter, value: values[parameter] ?? '' }));
    setSent(await send({ opd: code, system: file.system, operation: name, arguments: given }));
    setIsBusy(false);
  };
  const [problem] = sent?.problems ?? [];
  return (
    <form className="stack console" onSubmit={(event) => void call(event)}>
      <div className="stack stack--tight">
        <h3>{t.tryTitle}</h3>
        <p className="soft">{t.tryLead}</p>
      </div>
      <div className="columns">
        <Field label={t.operation}>
          <select value={name} onChange={(event) => setName(event.target.value)}>
            {reading.map((one) => (
              <option key={one.name}>{one.name}</option>
            ))}
          </select>
        </Field>
        {operation.parameters.map((parameter) => (
          <Field key={parameter} label={parameter}>
            <input
              value={values[parameter] ?? ''}
              onChange={(event) => setValues({ ...values, [parameter]: event.target.value })}
              autoComplete="off"
              required
            />
          </Field>
        ))}
      </div>
      <div>
        <button type="submit" className="button button--main" disabled={isBusy}>
          {isBusy ? t.trying : t.tryNow}
        </button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {sent?.data && <TrialResult trial={sent.data.tryOperation} />}
    </form>
  );
}

function TrialResult({ trial }: { readonly trial: Trial }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  return (
    <div className="stack" role="status">
      <p>
        {t.tookMs(number(trial.milliseconds))}, {t.recordCount(number(trial.recordCount))}.{' '}
        {trial.unreadable.length === 0 && t.allReadable}
      </p>
      {trial.unreadable.length > 0 && (
        <div className="notice" data-tone="warn">
          <b>{t.unreadable}</b>
          <ul lang="en">
            {trial.unreadable.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="columns">
        <Json label={t.answer} text={trial.answer} />
        <Json label={t.records} text={trial.records} />
      </div>
    </div>
  );
}

function Json({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className="stack stack--tight">
      <h4>{label}</h4>
      <CodeText label={label} text={JSON.stringify(JSON.parse(text), null, 2)} />
    </div>
  );
}
