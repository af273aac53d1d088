import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { Waiting } from '../design/waiting.tsx';
import type { OpenSession } from '../graph/session.ts';
import { useTexts } from '../language/texts.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { LoginGate } from '../shell/login-gate.tsx';
import { ViewTitle } from '../shell/view-title.tsx';
import { BoardView } from './board/board-view.tsx';
import { roleTexts, texts } from './texts.ts';

const OpdView = lazy(() => import('./opd/opd-view.tsx').then(({ OpdView }) => ({ default: OpdView })));
const ServiceView = lazy(() =>
  import('./service/service-view.tsx').then(({ ServiceView }) => ({ default: ServiceView })),
);
const MonthView = lazy(() => import('./month/month-view.tsx').then(({ MonthView }) => ({ default: MonthView })));

/** The page under /kota: the mayor's board, or an officer's own OPD. */
export function Kota() {
  return (
    <AppShell door="kota">
      <LoginGate invitation={<Invitation />}>{(who) => <Views who={who} />}</LoginGate>
    </AppShell>
  );
}

function Invitation() {
  const t = useTexts(texts);
  return (
    <>
      <ViewTitle page={t.title}>{t.invitationTitle}</ViewTitle>
      <p>{t.invitation}</p>
    </>
  );
}

/** Who sees what: the mayor's office and the auditor all OPDs, an officer his own. The hub itself refuses everybody else, whatever the page shows. */
function Views({ who: { roles, opd } }: { readonly who: OpenSession }) {
  if (roles.includes('mayor') || roles.includes('auditor')) return <CityViews />;
  if (roles.includes('officer') && opd) return <OfficerViews opd={opd} />;
  return <NotForYou roles={roles} />;
}

function CityViews() {
  return (
    <Router base="/kota">
      <Suspense fallback={<Waiting lines={8} />}>
        <Switch>
          <Route path="/opd/:code">{({ code }) => <OpdView key={code} code={code} />}</Route>
          <Route path="/layanan/:code">{({ code }) => <ServiceView key={code} code={code} />}</Route>
          <Route path="/bulan/:month">{({ month }) => <MonthView key={month} month={month} />}</Route>
          <Route path="/">
            <BoardView />
          </Route>
          <Route>
            <Redirect to="/" replace />
          </Route>
        </Switch>
      </Suspense>
    </Router>
  );
}

function OfficerViews({ opd }: { readonly opd: string }) {
  return (
    <Router base="/kota">
      <Suspense fallback={<Waiting lines={8} />}>
        <Switch>
          <Route path="/layanan/:code">{({ code }) => <ServiceView key={code} code={code} />}</Route>
          <Route>
            <OpdView code={opd} isOwn />
          </Route>
        </Switch>
      </Suspense>
    </Router>
  );
}

function NotForYou({ roles }: Pick<OpenSession, 'roles'>) {
  const t = useTexts(texts);
  const names = new Map<string, string>(Object.entries(useTexts(roleTexts)));
  return (
    <section className="gate stack">
      <ViewTitle page={t.title}>{t.notForYouTitle}</ViewTitle>
      <p>{t.notForYou(roles.map((role) => names.get(role) ?? role).join(', ') || '—')}</p>
    </section>
  );
}
