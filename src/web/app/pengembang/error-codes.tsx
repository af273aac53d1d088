import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { texts } from './texts.ts';

/** Every way in which the hub refuses or fails. */
export function ErrorCodes() {
  const t = useTexts(texts);
  return (
    <View title={t.errorsTitle} name={t.errors} lead={t.errorsLead}>
      <p />
    </View>
  );
}
