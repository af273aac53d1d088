import { useState } from 'react';
import { loginAddress } from '../graph/session.ts';
import { useTexts } from '../language/texts.ts';
import { useSession, useWhoIsIn } from './session-context.ts';
import { texts } from './texts.ts';

/** Who is logged in, and the way in and out. */
export function Account() {
  const session = useSession();
  const state = useWhoIsIn();
  const t = useTexts(texts);
  const [isLeaving, setIsLeaving] = useState(false);
  const [said, setSaid] = useState('');
  const leave = async () => {
    setIsLeaving(true);
    setSaid('');
    const hasLeft = await session.leave();
    setIsLeaving(false);
    if (!hasLeft) setSaid(t.notLeft);
  };
  if (state.status === 'open') {
    return (
      <div className="account">
        {state.name && (
          <span className="account__name" title={t.loggedInAs(state.name)}>
            {state.name}
          </span>
        )}
        <button type="button" className="button button--small" disabled={isLeaving} onClick={() => void leave()}>
          {t.logout}
        </button>
        <span className="small" role="alert">
          {said}
        </span>
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
