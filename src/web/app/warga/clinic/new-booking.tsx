import { useState } from 'react';
import { Link } from 'wouter';
import { Field } from '../../design/field.tsx';
import { Part } from '../../design/part.tsx';
import { WargaBookQueueTicketDocument, WargaClinicsDocument, type WargaClinicsQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { OnlySure } from '../own-part.tsx';
import { HandedIn } from '../sending/handed-in.tsx';
import { SendForm } from '../sending/send-form.tsx';
import { useSending } from '../sending/use-sending.ts';
import { texts } from './texts.ts';
import { VisitFields } from './visit-fields.tsx';

/** Books a place in a clinic's queue; a form that is opened anew is another booking. */
export function NewBooking() {
  const t = useTexts(texts);
  const [round, setRound] = useState(0);
  const answer = useGraph(WargaClinicsDocument);
  const holidays = new Set(answer.data?.workingCalendar.holidays.map(({ on }) => on));
  return (
    <View title={t.newTitle} name={t.newTitle} lead={t.newLead}>
      <OnlySure>
        <Part answer={answer} path="clinics" pick={({ clinics }) => clinics} lines={6}>
          {(clinics) => (
            <Form key={round} clinics={clinics} holidays={holidays} onAnother={() => setRound(round + 1)} />
          )}
        </Part>
      </OnlySure>
      <p>
        <Link href="/klinik">{t.backToList}</Link>
      </p>
    </View>
  );
}

interface FormProps {
  readonly clinics: NonNullable<WargaClinicsQuery['clinics']>;
  readonly holidays: ReadonlySet<string>;
  readonly onAnother: () => void;
}

function Form({ clinics, holidays, onAnother }: FormProps) {
  const t = useTexts(texts);
  const { sent, isSending, problems, send } = useSending(WargaBookQueueTicketDocument);
  if (sent) return <HandedIn submission={sent.bookQueueTicket} onAnother={onAnother} />;
  const sendForm = (field: (name: string) => string) => {
    const [doctor = '', hours = ''] = field('doctor').split(' ');
    void send({
      clinic: field('clinic'),
      doctor,
      hours,
      on: field('on'),
      phone: field('phone'),
      recordNumber: field('record') || null,
    });
  };
  return (
    <SendForm label={t.send} isSending={isSending} problems={problems} onSend={sendForm}>
      <VisitFields clinics={clinics} holidays={holidays} />
      <Field label={t.phone} hint={t.phoneHint}>
        <input type="tel" name="phone" required minLength={8} maxLength={20} autoComplete="tel" />
      </Field>
      <Field label={t.record} hint={t.recordHint}>
        <input name="record" maxLength={20} autoComplete="off" />
      </Field>
    </SendForm>
  );
}
