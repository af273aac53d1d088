import { useState } from 'react';
import { Link } from 'wouter';
import { Field } from '../../design/field.tsx';
import { Part } from '../../design/part.tsx';
import { WargaApplyForPermitDocument, WargaServiceDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { OwnGate } from '../own-gate.tsx';
import { OnlySure } from '../own-part.tsx';
import { HandedIn } from '../sending/handed-in.tsx';
import { SendForm } from '../sending/send-form.tsx';
import { useSending } from '../sending/use-sending.ts';
import { findPermitCode } from './find-permit-code.ts';
import { texts } from './texts.ts';

/** Applies for a permit; a form that is opened anew is a new application. */
export function ApplyForm({ code }: { readonly code: string }) {
  const t = useTexts(texts);
  const [round, setRound] = useState(0);
  const answer = useGraph(WargaServiceDocument, { code });
  const name = answer.data?.service?.name;
  const title = name ? t.applyTitle(name) : t.apply;
  return (
    <OwnGate title={title}>
      <View title={title} name={t.apply} lead={t.formLead}>
        <Part
          answer={answer}
          path="service"
          pick={({ service }) => service && findPermitCode(service)}
          empty={<p className="notice">{t.notHere}</p>}
        >
          {(service) => (
            <OnlySure>
              <Form key={round} service={service} onAnother={() => setRound(round + 1)} />
            </OnlySure>
          )}
        </Part>
        <p>
          <Link href={`/layanan/${code}`}>{t.seeStandard}</Link>
        </p>
      </View>
    </OwnGate>
  );
}

function Form({ service, onAnother }: { readonly service: string; readonly onAnother: () => void }) {
  const t = useTexts(texts);
  const { sent, isSending, problems, send } = useSending(WargaApplyForPermitDocument);
  if (sent) return <HandedIn submission={sent.applyForPermit} onAnother={onAnother} />;
  const sendForm = (field: (name: string) => string) =>
    void send({
      service,
      location: field('location'),
      description: field('description'),
      businessName: field('businessName') || null,
    });
  return (
    <SendForm label={t.send} isSending={isSending} problems={problems} onSend={sendForm}>
      <Field label={t.location} hint={t.locationHint}>
        <input name="location" required maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t.description} hint={t.descriptionHint}>
        <textarea name="description" required maxLength={500} />
      </Field>
      <Field label={t.businessName} hint={t.businessHint}>
        <input name="businessName" maxLength={100} autoComplete="off" />
      </Field>
    </SendForm>
  );
}
