import { useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { Field } from '../../design/field.tsx';
import type { LevyReportInput, LevyReportKind } from '../../generated/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useTexts } from '../../language/texts.ts';
import { today } from '../day.ts';
import { PhotoPicker, usePhotos } from '../sending/photo-picker.tsx';
import { SendForm } from '../sending/send-form.tsx';
import { LevyPlace } from './levy-place.tsx';
import { LevyWho } from './levy-who.tsx';
import { texts } from './texts.ts';

/** What another view already knows of the levy. */
interface About {
  readonly opd?: string;
  readonly service?: string | null;
  readonly amount?: number | null;
  readonly day?: string | null;
}

interface LevyFormProps {
  readonly isSending: boolean;
  readonly problems: readonly Problem[];
  readonly onSend: (input: Omit<LevyReportInput, 'idempotencyKey'>) => void;
}

/** What was asked for, where, when and how much; photos go without anything of whoever sends them. */
export function LevyForm({ isSending, problems, onSend }: LevyFormProps) {
  const t = useTexts(texts);
  const about = (useHistoryState() as About | null) ?? {};
  const [kind, setKind] = useState<LevyReportKind>('ANONYMOUS');
  const photos = usePhotos('/levy-photos', () => ({}));
  const sendForm = (field: (name: string) => string) =>
    onSend({
      kind,
      opd: field('opd'),
      service: field('service') || null,
      day: field('day'),
      amountAsked: Number(field('amount')),
      amountOfficial: field('official') === '' ? null : Number(field('official')),
      text: field('text'),
      contact: kind === 'ANONYMOUS' ? null : field('contact') || null,
      photos: photos.ids,
    });
  return (
    <SendForm label={t.send} isSending={isSending} problems={problems} isHeld={photos.isBusy} onSend={sendForm}>
      <LevyWho kind={kind} onChoose={setKind} />
      <LevyPlace opd={about.opd ?? ''} service={about.service ?? ''} />
      <Field label={t.day}>
        <input type="date" name="day" required max={today()} defaultValue={about.day ?? undefined} />
      </Field>
      <Field label={t.amount} hint={t.amountHint}>
        <input
          type="number"
          name="amount"
          required
          min={1}
          step={1}
          inputMode="numeric"
          defaultValue={about.amount ?? undefined}
        />
      </Field>
      <Field label={t.amountOfficial} hint={t.amountOfficialHint}>
        <input type="number" name="official" min={0} step={1} inputMode="numeric" />
      </Field>
      <Field label={t.text} hint={t.textHint}>
        <textarea name="text" required minLength={10} maxLength={2000} />
      </Field>
      {kind !== 'ANONYMOUS' && (
        <Field label={t.contact} hint={t.contactHint}>
          <input name="contact" maxLength={200} autoComplete="off" />
        </Field>
      )}
      <PhotoPicker picked={photos} />
    </SendForm>
  );
}
