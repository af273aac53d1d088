import { Route, Router, Switch } from 'wouter';
import { useTexts } from '../language/texts.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { TabLinks } from '../shell/tab-links.tsx';
import { ErrorCodes } from './error-codes.tsx';
import './pengembang.css';
import { Reference } from './reference/reference.tsx';
import { Register } from './register.tsx';
import { Samples } from './samples.tsx';
import { Start } from './start.tsx';
import { texts } from './texts.ts';

/** The developer's door: how to begin, the schema, samples, error codes, and how an app is registered. */
export function Pengembang() {
  const t = useTexts(texts);
  const tabs = [
    ['/', t.start],
    ['/rujukan', t.reference],
    ['/contoh', t.samples],
    ['/galat', t.errors],
    ['/daftar', t.register],
  ] as const;
  return (
    <Router base="/pengembang">
      <AppShell door="pengembang" tabs={<TabLinks label={t.parts} tabs={tabs} />}>
        <Switch>
          <Route path="/rujukan/:type?">{({ type }) => <Reference typeName={type} />}</Route>
          <Route path="/contoh" component={Samples} />
          <Route path="/galat" component={ErrorCodes} />
          <Route path="/daftar" component={Register} />
          <Route component={Start} />
        </Switch>
      </AppShell>
    </Router>
  );
}
