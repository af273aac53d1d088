import { Fragment } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../language/texts.ts';
import { LoginGate } from '../../shell/login-gate.tsx';
import { Overview } from './overview.tsx';
import { texts } from './texts.ts';

/** The first screen: all that is one's own, or for whoever is not logged in what there would be. */
export function Home() {
  return (
    <LoginGate invitation={<Invitation />}>
      {({ name }) => (
        <Fragment key={name}>
          <Overview name={name} />
        </Fragment>
      )}
    </LoginGate>
  );
}

function Invitation() {
  const t = useTexts(texts);
  return (
    <>
      <h1>{t.invitationTitle}</h1>
      <p className="lead soft">{t.invitation}</p>
      <div className="stack stack--tight">
        <p>{t.without}</p>
        <ul className="bullets">
          <li>
            <Link href="/layanan">{t.findService}</Link>
          </li>
          <li>
            <Link href="/pungli">{t.reportLevy}</Link>
          </li>
        </ul>
      </div>
    </>
  );
}
