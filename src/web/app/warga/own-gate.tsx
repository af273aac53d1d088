import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../language/texts.ts';
import { LoginGate } from '../shell/login-gate.tsx';
import { texts } from './texts.ts';

interface OwnGateProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What only whoever is logged in sees; when somebody else logs in meanwhile, nothing of the one before is left. */
export function OwnGate({ title, children }: OwnGateProps) {
  const t = useTexts(texts);
  const invitation = (
    <>
      <h1>{title}</h1>
      <p className="lead soft">{t.gateText}</p>
    </>
  );
  return <LoginGate invitation={invitation}>{({ name }) => <Fragment key={name}>{children}</Fragment>}</LoginGate>;
}
