import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTexts } from '../language/texts.ts';
import { texts } from '../shell/texts.ts';

interface SheetProps {
  readonly title: string;
  /** Without it the sheet cannot be closed. */
  readonly onClose?: () => void;
  /** Makes the page behind it unreadable. */
  readonly veils?: boolean;
  readonly children: ReactNode;
}

/** A sheet over the page; the browser's own dialog keeps the focus inside and gives it back. */
export function Sheet({ title, onClose, veils = false, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const t = useTexts(texts);
  // A dialog that is taken away while it is open gives the focus to nobody: it is closed first, before it leaves the page.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown?.open) shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      data-veils={veils || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="stack">
        <div className="row row--spread row--top">
          <h2 id={id}>{title}</h2>
          {onClose && (
            <button type="button" className="button button--plain button--small" onClick={onClose}>
              {t.close}
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
