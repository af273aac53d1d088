import type { Ref } from 'react';

interface CodeTextProps {
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly place?: Ref<HTMLElement>;
}

/** Code, or what a machine answered; what is too wide or long scrolls, by keyboard too. */
export function CodeText({ text, label, place }: CodeTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={place} className="code-text" tabIndex={0} aria-label={label}>
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  );
}
