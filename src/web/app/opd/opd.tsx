import { AppShell } from '../shell/app-shell.tsx';

/** The page under /opd. */
export function Opd() {
  return (
    <AppShell door="opd">
      <h1>Opd</h1>
    </AppShell>
  );
}
