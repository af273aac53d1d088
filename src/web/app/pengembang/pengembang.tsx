import { AppShell } from '../shell/app-shell.tsx';

/** The page under /pengembang. */
export function Pengembang() {
  return (
    <AppShell door="pengembang">
      <h1>Pengembang</h1>
    </AppShell>
  );
}
