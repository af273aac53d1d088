import { AppShell } from '../shell/app-shell.tsx';

/** The page under /warga. */
export function Warga() {
  return (
    <AppShell door="warga">
      <h1>Warga</h1>
    </AppShell>
  );
}
