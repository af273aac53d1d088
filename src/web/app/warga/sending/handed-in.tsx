import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { WargaSubmissionStateFragment as Submission } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { SubmissionCard } from './submission-card.tsx';
import { texts } from './texts.ts';

/** Stands where the form stood once it has been sent; the focus comes here, so that a screen reader says what happened. */
export function HandedIn({
  submission,
  onAnother,
}: {
  readonly submission: Submission;
  readonly onAnother: () => void;
}) {
  const t = useTexts(texts);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="stack reading handed-in">
      <SubmissionCard handedIn={submission} />
      <p className="row">
        <button type="button" className="button" onClick={onAnother}>
          {t.another}
        </button>
        <Link href="/kiriman">{t.all}</Link>
      </p>
    </div>
  );
}
