import { useState } from 'react';
import { Field } from '../../design/field.tsx';
import { WargaReplyToComplaintDocument } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { SendForm } from '../sending/send-form.tsx';
import { SubmissionCard } from '../sending/submission-card.tsx';
import { useSending } from '../sending/use-sending.ts';
import { texts } from './texts.ts';

/** Says whether an answer has solved the problem: then the complaint is closed, otherwise it is opened again. */
export function ReplyForm({ complaint }: { readonly complaint: string }) {
  const t = useTexts(texts);
  const [isSatisfied, setSatisfied] = useState(true);
  const { sent, isSending, problems, send } = useSending(WargaReplyToComplaintDocument);
  if (sent) return <SubmissionCard handedIn={sent.replyToComplaint} />;
  const sendForm = (field: (name: string) => string) =>
    void send({ complaint, isSatisfied, text: field('text') || null });
  return (
    <SendForm label={t.sendReply} isSending={isSending} problems={problems} onSend={sendForm}>
      <fieldset className="stack stack--tight">
        <legend>
          <b>{t.replyTitle}</b>
        </legend>
        {[true, false].map((value) => (
          <label key={String(value)} className="choice">
            <input type="radio" name="satisfied" checked={isSatisfied === value} onChange={() => setSatisfied(value)} />
            {value ? t.satisfied : t.unsatisfied}
          </label>
        ))}
      </fieldset>
      <Field label={t.replyText} hint={isSatisfied ? t.replyHintGood : t.replyHintBad}>
        <textarea name="text" required={!isSatisfied} minLength={5} maxLength={2000} />
      </Field>
    </SendForm>
  );
}
