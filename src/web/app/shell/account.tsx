import { loginAddress } from '../graph/session.ts';
import { useTexts } from '../language/texts.ts';
import { useSession, useWhoIsIn } from './session-context.ts';
import { texts } from './texts.ts';

/** Who is logged in, and the way in and out. */
export function Account() {
  const session = useSession();
  const state = useWhoIsIn();
  const t = useTexts(texts);
  if (state.status === 'open') {
    return (
      <div className="account">
        {state.name && (
          <span className="account__name" title={t.loggedInAs(state.name)}>
            {state.name}
          </span>
        )}
        <button type="button" className="button button--small" onClick={() => void session.leave()}>
          {t.logout}
        </button>
      </div>
    );
  }
  if (state.status === 'asking') return null;
  return (
    <a className="button button--small button--main" href={loginAddress(session.kind)}>
      {t.login}
    </a>
  );
}
