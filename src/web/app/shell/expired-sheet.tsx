import { Sheet } from '../design/sheet.tsx';
import { loginAddress } from '../graph/session.ts';
import { useTexts } from '../language/texts.ts';
import { useSession, useWhoIsIn } from './session-context.ts';
import { texts } from './texts.ts';

/** Says calmly that a session is over and leads to a new one, without losing what stands on the page. */
export function ExpiredSheet() {
  const session = useSession();
  const state = useWhoIsIn();
  const t = useTexts(texts);
  if (state.status !== 'expired') return null;
  return (
    <Sheet title={t.expiredTitle} veils>
      <p>{t.expired}</p>
      <p className="row">
        <a
          className="button button--main"
          href={loginAddress(session.kind, { to: '/selesai', ...(state.acr !== 'low' && { acr: state.acr }) })}
          target="_blank"
          rel="noopener"
        >
          {t.loginAgain}
        </a>
        <button type="button" className="button" onClick={() => void session.refresh()}>
          {t.retry}
        </button>
      </p>
      <p className="small soft">{t.comeBack}</p>
    </Sheet>
  );
}
