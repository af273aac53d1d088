import type { ReactNode } from 'react';
import { useTexts } from '../../language/texts.ts';
import { texts } from '../texts.ts';

interface BoardBodyProps {
  /** What stands there is of another day than the one that was chosen, until that has come. */
  readonly isOther: boolean;
  readonly children: ReactNode;
}

/** What a day is told by; pale while it still is another's. */
export function BoardBody({ isOther, children }: BoardBodyProps) {
  const t = useTexts(texts);
  return (
    <div className="board-body" aria-busy={isOther} data-other={isOther || undefined}>
      {isOther && (
        <p className="notice" role="status">
          {t.otherDayComing}
        </p>
      )}
      {children}
    </div>
  );
}
