import { useState } from 'react';
import { Field } from '../../design/field.tsx';
import { WargaLinkAccountDocument, type WargaLinksQuery } from '../../generated/graphql.ts';
import { useSend } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { SendForm } from '../sending/send-form.tsx';
import { useOneAtATime } from '../sending/use-sending.ts';
import { texts } from './texts.ts';

interface LinkFormProps {
  readonly kinds: WargaLinksQuery['linkKinds'];
  readonly onLinked: () => void;
}

/** Links a number by a fact that only its holder knows; the agency is asked at once. */
export function LinkForm({ kinds, onLinked }: LinkFormProps) {
  const t = useTexts(texts);
  const [kind, setKind] = useState('');
  const [round, setRound] = useState(0);
  const link = useSend(WargaLinkAccountDocument);
  const { sent, isSending, problems, send } = useOneAtATime(async (given: Parameters<typeof link>[0]) => {
    const answer = await link(given);
    if (answer.problems.length === 0) {
      onLinked();
      setRound(round + 1);
    }
    return answer;
  });
  const asked = kinds.find((one) => one.kind === kind);
  return (
    <section className="card stack">
      <h2>{t.newLink}</h2>
      {sent && (
        <p className="notice" data-tone="good" role="status">
          {t.linked}
        </p>
      )}
      <SendForm
        label={t.link}
        isSending={isSending}
        problems={problems}
        onSend={(field) => void send({ kind, number: field('number'), fact: field('fact') })}
      >
        <KindField kinds={kinds} kind={kind} onChoose={setKind} />
        <Field key={`number ${round}`} label={t.number} hint={t.numberHint}>
          <input name="number" required maxLength={40} autoComplete="off" />
        </Field>
        {asked && (
          <Field key={`fact ${round} ${kind}`} label={asked.ask}>
            <input name="fact" required maxLength={100} autoComplete="off" />
          </Field>
        )}
      </SendForm>
    </section>
  );
}

interface KindProps extends Pick<LinkFormProps, 'kinds'> {
  readonly kind: string;
  readonly onChoose: (kind: string) => void;
}

function KindField({ kinds, kind, onChoose }: KindProps) {
  const t = useTexts(texts);
  return (
    <Field label={t.kind}>
      <select required value={kind} onChange={({ target }) => onChoose(target.value)}>
        <option value="" disabled>
          {t.choose}
        </option>
        {kinds.map(({ kind: value, label, opd }) => (
          <option key={value} value={value}>
            {opd ? `${label} (${opd.name})` : label}
          </option>
        ))}
      </select>
    </Field>
  );
}
