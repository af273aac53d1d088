import { useState } from 'react';
import { Field } from '../../design/field.tsx';
import { WargaSubmitActivityDocument } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { today } from '../day.ts';
import { HandedIn } from '../sending/handed-in.tsx';
import { SendForm } from '../sending/send-form.tsx';
import { useSending } from '../sending/use-sending.ts';
import { texts } from './texts.ts';

/** Reports one activity of a day; opened anew it is another one. */
export function ActivityForm() {
  const t = useTexts(texts);
  const [round, setRound] = useState(0);
  return (
    <section className="stack">
      <h2>{t.report}</h2>
      <p className="soft">{t.reportLead}</p>
      <Form key={round} onAnother={() => setRound(round + 1)} />
    </section>
  );
}

function Form({ onAnother }: { readonly onAnother: () => void }) {
  const t = useTexts(texts);
  const { sent, isSending, problems, send } = useSending(WargaSubmitActivityDocument);
  if (sent) return <HandedIn submission={sent.submitDailyActivity} onAnother={onAnother} />;
  const sendForm = (field: (name: string) => string) =>
    void send({
      on: field('on'),
      description: field('description'),
      count: Number(field('count')),
      output: field('output'),
      minutes: Number(field('minutes')),
    });
  return (
    <SendForm label={t.send} isSending={isSending} problems={problems} onSend={sendForm}>
      <Field label={t.on}>
        <input type="date" name="on" required max={today()} defaultValue={today()} />
      </Field>
      <Field label={t.description}>
        <textarea name="description" required maxLength={500} />
      </Field>
      <Field label={t.count}>
        <input type="number" name="count" required min={1} max={999} defaultValue={1} inputMode="numeric" />
      </Field>
      <Field label={t.output} hint={t.outputHint}>
        <input name="output" required maxLength={50} defaultValue="dokumen" />
      </Field>
      <Field label={t.minutes}>
        <input type="number" name="minutes" required min={1} max={600} inputMode="numeric" />
      </Field>
    </SendForm>
  );
}
