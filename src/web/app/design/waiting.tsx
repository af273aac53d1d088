import { useTexts } from '../language/texts.ts';
import { texts } from '../shell/texts.ts';

/** Stands where something will come, as tall as about that many lines. */
export function Waiting({ lines = 3 }: { readonly lines?: number }) {
  const t = useTexts(texts);
  return (
    <div className="waiting" role="status">
      <b className="unseen">{t.loading}</b>
      {Array.from({ length: lines }, (_, line) => (
        <span key={String(line)} aria-hidden="true" />
      ))}
    </div>
  );
}
