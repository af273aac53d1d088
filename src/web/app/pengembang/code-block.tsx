import { useRef, useState } from 'react';
import { CodeText } from '../design/code-text.tsx';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

const SHOWN_MS = 2000;

interface CodeBlockProps {
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
}

/** Code that somebody may take along with one press. */
export function CodeBlock({ text, label }: CodeBlockProps) {
  const t = useTexts(texts);
  const place = useRef<HTMLElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
      setTimeout(() => setIsCopied(false), SHOWN_MS);
    } catch {
      // No clipboard outside https and localhost: the text is selected, so that one keystroke is left.
      if (place.current) getSelection()?.selectAllChildren(place.current);
    }
  };
  return (
    <div className="code">
      <CodeText place={place} label={label} text={text} />
      <button type="button" className="button button--small code__copy" onClick={() => void copy()}>
        <span aria-live="polite">{isCopied ? t.copied : t.copy}</span>
      </button>
    </div>
  );
}
