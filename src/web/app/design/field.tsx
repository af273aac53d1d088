import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with what stands there. */
  readonly mistake?: string | undefined;
  /** One input, select or textarea. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** An input with its label, its hint and what is wrong, tied together for screen readers. */
export function Field({ label, hint, mistake, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {cloneElement(children, {
        id,
        className: 'input',
        ...(described && { 'aria-describedby': described }),
        ...(mistake && { 'aria-invalid': true }),
      })}
      {mistake && (
        <span className="mistake" id={`${id}-mistake`} role="alert">
          {mistake}
        </span>
      )}
    </div>
  );
}
