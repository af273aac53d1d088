import { useState } from 'react';
import { Field } from '../../design/field.tsx';
import {
  type DataRequestKind,
  type WargaDataRequestsQuery,
  WargaRequestAboutDataDocument,
} from '../../generated/graphql.ts';
import { useSend } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { SendForm } from '../sending/send-form.tsx';
import { useOneAtATime } from '../sending/use-sending.ts';
import { texts } from './texts.ts';

const KINDS: readonly DataRequestKind[] = ['CORRECTION', 'ERASURE', 'RESTRICTION'];

interface RequestFormProps {
  readonly opds: WargaDataRequestsQuery['opds'];
  readonly onSent: () => void;
}

/** Asks an OPD or the hub to correct, erase or leave alone what it holds. */
export function DataRequestForm({ opds, onSent }: RequestFormProps) {
  const t = useTexts(texts);
  const [round, setRound] = useState(0);
  const request = useSend(WargaRequestAboutDataDocument);
  const { sent, isSending, problems, send } = useOneAtATime(async (given: Parameters<typeof request>[0]) => {
    const answer = await request(given);
    if (answer.problems.length === 0) {
      onSent();
      setRound(round + 1);
    }
    return answer;
  });
  return (
    <section className="card stack">
      <h2>{t.askTitle}</h2>
      <p className="soft">{t.askLead}</p>
      {sent && (
        <p className="notice" data-tone="good" role="status">
          {t.sentRequest}
        </p>
      )}
      <SendForm
        key={round}
        label={t.send}
        isSending={isSending}
        problems={problems}
        onSend={(field) =>
          void send({ kind: field('kind') as DataRequestKind, opd: field('opd'), what: field('what') })
        }
      >
        <RequestFields opds={opds} />
      </SendForm>
    </section>
  );
}

function RequestFields({ opds }: Pick<RequestFormProps, 'opds'>) {
  const t = useTexts(texts);
  return (
    <>
      <Field label={t.askKind}>
        <select name="kind" defaultValue="CORRECTION">
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t[kind]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t.askOpd}>
        <select name="opd" defaultValue="city">
          <option value="city">{t.theHub}</option>
          {opds.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t.what} hint={t.whatHint}>
        <textarea name="what" required minLength={10} maxLength={2000} />
      </Field>
    </>
  );
}
