import type { FormEvent, ReactNode } from 'react';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import type { Problem } from '../../graph/problem.ts';
import { useTexts } from '../../language/texts.ts';
import { useWhoIsIn } from '../../shell/session-context.ts';
import { texts } from './texts.ts';

interface SendFormProps {
  readonly label: string;
  readonly isSending: boolean;
  readonly problems: readonly Problem[];
  /** Something that must end first, such as a photo on its way. */
  readonly isHeld?: boolean;
  readonly onSend: (fields: (name: string) => string) => void;
  readonly children: ReactNode;
}

const SESSION = new Set(['SESSION_EXPIRED', 'CSRF_REFUSED', 'UNAUTHENTICATED']);

/** A form that keeps what is typed whatever happens to its sending, and can be sent again. */
export function SendForm({ label, isSending, problems, isHeld = false, onSend, children }: SendFormProps) {
  const t = useTexts(texts);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onSend((name) => String(data.get(name) ?? '').trim());
  };
  return (
    <form className="stack reading" onSubmit={submit}>
      {children}
      <Refusals problems={problems} />
      <div className="row">
        <button type="submit" className="button button--main" disabled={isSending || isHeld}>
          {isSending ? t.sending : label}
        </button>
        {isHeld && <span className="small soft">{t.held}</span>}
      </div>
    </form>
  );
}

function Refusals({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useTexts(texts);
  const { status } = useWhoIsIn();
  if (problems.some(({ code }) => SESSION.has(code))) {
    return status === 'open' ? (
      <p className="notice" role="status">
        {t.sessionIsBack}
      </p>
    ) : null;
  }
  return problems.map((problem) => <ProblemNotice key={`${problem.code} ${problem.path}`} problem={problem} />);
}
