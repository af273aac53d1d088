import { AppShell } from '../shell/app-shell.tsx';

/** The page under /kota. */
export function Kota() {
  return (
    <AppShell door="kota">
      <h1>Kota</h1>
    </AppShell>
  );
}
