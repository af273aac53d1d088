import { type ReactNode, useRef } from 'react';
import { Waiting } from '../design/waiting.tsx';
import { loginAddress, type OpenSession } from '../graph/session.ts';
import { useTexts } from '../language/texts.ts';
import { useSession, useWhoIsIn } from './session-context.ts';
import { texts } from './texts.ts';

interface GateProps {
  /** What stands there for whoever is not logged in, above the button. */
  readonly invitation: ReactNode;
  /** Level that the log-in must have. */
  readonly acr?: string;
  readonly children: ReactNode | ((who: OpenSession) => ReactNode);
}

/** Shows what needs a log-in to whoever has one, and the way in to everybody else. */
export function LoginGate({ invitation, acr, children }: GateProps) {
  const session = useSession();
  const state = useWhoIsIn();
  const t = useTexts(texts);
  const last = useRef<OpenSession>(undefined);
  if (state.status === 'open') last.current = state;
  if (state.status === 'asking') return <Waiting />;
  // When the session ends, the page stays as it is behind the sheet that asks for a new log-in.
  const who = state.status === 'open' || state.status === 'expired' ? last.current : undefined;
  if (who) return typeof children === 'function' ? children(who) : children;
  return (
    <section className="gate stack">
      {invitation}
      {state.status === 'unreachable' && <p className="notice">{t.unreachable}</p>}
      <p className="row">
        <a className="button button--main" href={loginAddress(session.kind, acr ? { acr } : {})}>
          {t.login}
        </a>
        {state.status === 'unreachable' && (
          <button type="button" className="button" onClick={() => void session.refresh()}>
            {t.retry}
          </button>
        )}
      </p>
    </section>
  );
}
