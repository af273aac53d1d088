import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { Waiting } from '../design/waiting.tsx';
import { useTexts } from '../language/texts.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { TabLinks } from '../shell/tab-links.tsx';
import { Home } from './home/home.tsx';
import { texts } from './texts.ts';
import './warga.css';

// What is not the first screen comes when somebody goes there: on a slow network the first screen is what counts.
const Applications = lazy(async () => ({
  default: (await import('./applications/applications.tsx')).Applications,
}));
const Permits = lazy(async () => ({ default: (await import('./permits/permits.tsx')).Permits }));
const Complaints = lazy(async () => ({ default: (await import('./complaints/complaints.tsx')).Complaints }));
const Bills = lazy(async () => ({ default: (await import('./bills/bills.tsx')).Bills }));
const Clinic = lazy(async () => ({ default: (await import('./clinic/clinic.tsx')).Clinic }));
const Levies = lazy(async () => ({ default: (await import('./levies/levies.tsx')).Levies }));
const Account = lazy(async () => ({ default: (await import('./account/account.tsx')).Account }));
const Employee = lazy(async () => ({ default: (await import('./employee/employee.tsx')).Employee }));
const Submissions = lazy(async () => ({ default: (await import('./sending/submissions.tsx')).Submissions }));

/** The citizen's app: all that is one's own with every OPD, and what one hands in. */
export function Warga() {
  const t = useTexts(texts);
  const tabs = [
    ['/', t.home],
    ['/layanan', t.services],
    ['/pengaduan', t.complaints],
    ['/tagihan', t.bills],
    ['/klinik', t.clinic],
    ['/pungli', t.levies],
    ['/akun', t.account],
  ] as const;
  return (
    <Router base="/warga">
      <AppShell door="warga" tabs={<TabLinks label={t.parts} tabs={tabs} />}>
        <Suspense fallback={<Waiting lines={8} />}>
          <Switch>
            <Route path="/permohonan/*?" component={Applications} />
            <Route path="/kiriman" component={Submissions} />
            <Route path="/layanan/*?" component={Permits} />
            <Route path="/pengaduan/*?" component={Complaints} />
            <Route path="/tagihan" component={Bills} />
            <Route path="/klinik/*?" component={Clinic} />
            <Route path="/pungli/*?" component={Levies} />
            <Route path="/akun/*?" component={Account} />
            <Route path="/pegawai/*?" component={Employee} />
            <Route component={Home} />
          </Switch>
        </Suspense>
      </AppShell>
    </Router>
  );
}
