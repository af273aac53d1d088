import type { ReactNode } from 'react';
import { useTexts } from '../../language/texts.ts';
import { texts } from '../texts.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** What chooses the day and takes the page away; folded on a phone, where the news comes first. */
export function ViewTools({ children }: { readonly children: ReactNode }) {
  const t = useTexts(texts);
  if (!useIsNarrow()) return children;
  return (
    <details className="view-tools no-print">
      <summary>{t.tools}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
