import { useState } from 'react';
import { Route, Router, Switch, useSearchParams } from 'wouter';
import { OpdChoicesDocument } from '../generated/graphql.ts';
import type { OpenSession } from '../graph/session.ts';
import { useGraph } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { LoginGate } from '../shell/login-gate.tsx';
import { TabLinks } from '../shell/tab-links.tsx';
import { View } from '../shell/view.tsx';
import { ConnectorsView } from './connectors-view.tsx';
import { DeskOverview } from './desk-overview.tsx';
import './opd.css';
import { QuarantineView } from './quarantine-view.tsx';
import { RequestsView } from './requests/requests-view.tsx';
import { StreamView } from './stream-view.tsx';
import { SubmissionsView } from './submissions-view.tsx';
import { texts } from './texts.ts';

/** The OPD's desk: for its officers their own OPD, for operators and the mayor's office any. */
export function Opd() {
  const t = useTexts(texts);
  const tabs = [
    ['/', t.overview],
    ['/ditolak', t.quarantine],
    ['/kiriman', t.submissions],
    ['/permintaan', t.requests],
    ['/konektor', t.connectors],
  ] as const;
  return (
    <Router base="/opd">
      <AppShell door="opd" tabs={<TabLinks label={t.parts} tabs={tabs} />}>
        <LoginGate invitation={<Invitation />}>{(who) => <Desk who={who} />}</LoginGate>
      </AppShell>
    </Router>
  );
}

function Invitation() {
  const t = useTexts(texts);
  return (
    <>
      <h1>{t.invitation}</h1>
      <p className="lead soft">{t.invitationText}</p>
    </>
  );
}

const MAY_CHOOSE = ['operator', 'mayor', 'auditor'];
/** Where somebody who may see all OPDs begins: one with two systems. */
const FIRST = 'dpmptsp';

function Desk({ who }: { readonly who: OpenSession }) {
  const t = useTexts(texts);
  const [parameters, setParameters] = useSearchParams();
  const mayChoose = who.roles.some((role) => MAY_CHOOSE.includes(role));
  const [chosen, setChosen] = useState(parameters.get('opd') ?? FIRST);
  const code = mayChoose ? chosen : who.opd;
  if (!code || (!mayChoose && !who.roles.includes('officer'))) {
    return (
      <View title={t.notYours} name={t.notYours}>
        <p>{t.notYoursText}</p>
      </View>
    );
  }
  const choose = (next: string) => {
    setChosen(next);
    setParameters({ opd: next });
  };
  return (
    <div className="stack">
      {mayChoose && <OpdChoice chosen={code} onChoose={choose} />}
      <Switch>
        <Route path="/ditolak">
          <QuarantineView key={code} code={code} />
        </Route>
        <Route path="/kiriman">
          <SubmissionsView key={code} code={code} />
        </Route>
        <Route path="/permintaan">
          <RequestsView who={who} />
        </Route>
        <Route path="/konektor">
          <ConnectorsView key={code} code={code} />
        </Route>
        <Route path="/salinan/*">{(rest) => <StreamView key={code} code={code} stream={rest['*']} />}</Route>
        <Route>
          <DeskOverview key={code} code={code} />
        </Route>
      </Switch>
    </div>
  );
}

interface ChoiceProps {
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
}

function OpdChoice({ chosen, onChoose }: ChoiceProps) {
  const t = useTexts(texts);
  const { data } = useGraph(OpdChoicesDocument);
  return (
    <label className="row opd-choice">
      <span className="small soft">{t.chooseOpd}</span>
      <select className="input" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {(data?.opds ?? [{ code: chosen, name: chosen }]).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
