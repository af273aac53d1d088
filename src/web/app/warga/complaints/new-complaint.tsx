import { useState } from 'react';
import { Link } from 'wouter';
import { Field } from '../../design/field.tsx';
import { WargaFileComplaintDocument } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { useSession } from '../../shell/session-context.ts';
import { View } from '../../shell/view.tsx';
import { HandedIn } from '../sending/handed-in.tsx';
import { PhotoPicker, usePhotos } from '../sending/photo-picker.tsx';
import { SendForm } from '../sending/send-form.tsx';
import { useSending } from '../sending/use-sending.ts';
import { texts } from './texts.ts';

/** SiKesal's own words for what a complaint is about; it refuses others. */
const CATEGORIES = [
  'jalan',
  'sampah',
  'lampu',
  'air',
  'drainase',
  'ketertiban',
  'kesehatan',
  'kependudukan',
  'pungli',
] as const;

/** A form for a complaint with photos; opened anew it is another complaint. */
export function NewComplaint() {
  const t = useTexts(texts);
  const [round, setRound] = useState(0);
  return (
    <View title={t.newTitle} name={t.newTitle} lead={t.newLead}>
      <Form key={round} onAnother={() => setRound(round + 1)} />
      <p className="notice">
        <span>
          {t.levyInstead} <Link href="/pungli">{t.levyLink}</Link>
        </span>
      </p>
      <p>
        <Link href="/pengaduan">{t.backToList}</Link>
      </p>
    </View>
  );
}

function Form({ onAnother }: { readonly onAnother: () => void }) {
  const t = useTexts(texts);
  const session = useSession();
  const photos = usePhotos('/attachments', () => ({ ...session.headers(), 'hub-purpose': 'layanan-warga' }));
  const { sent, isSending, problems, send } = useSending(WargaFileComplaintDocument);
  if (sent) return <HandedIn submission={sent.fileComplaint} onAnother={onAnother} />;
  const sendForm = (field: (name: string) => string) =>
    void send({
      title: field('title'),
      text: field('text'),
      category: field('category'),
      attachments: photos.ids,
    });
  return (
    <SendForm label={t.send} isSending={isSending} problems={problems} isHeld={photos.isBusy} onSend={sendForm}>
      <Field label={t.category}>
        <select name="category" required defaultValue="">
          <option value="" disabled>
            {t.choose}
          </option>
          {CATEGORIES.map((one) => (
            <option key={one} value={one}>
              {t[one]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t.subject} hint={t.subjectHint}>
        <input name="title" required maxLength={100} autoComplete="off" />
      </Field>
      <Field label={t.text} hint={t.textHint}>
        <textarea name="text" required minLength={10} maxLength={2000} />
      </Field>
      <PhotoPicker picked={photos} />
    </SendForm>
  );
}
