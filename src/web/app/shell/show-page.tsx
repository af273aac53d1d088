import '../design/index.css';
import './shell.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { createHubClient } from '../graph/hub-client.ts';
import { createSession, type SessionKind } from '../graph/session.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { reloadWhenReplaced } from './reload-when-replaced.ts';
import { SessionContext } from './session-context.ts';
import { restoreTheme } from './theme.ts';

/** Whose session a page goes by, and why it asks (header `hub-purpose`). */
export interface PageOptions {
  readonly kind: SessionKind;
  readonly purpose: string;
}

/** Shows a page with its session and its client of the graph. */
export function showPage(page: ReactNode, { kind, purpose }: PageOptions): void {
  restoreTheme();
  reloadWhenReplaced();
  const session = createSession(kind);
  void session.refresh();
  // Whoever has logged in anew in another tab comes back to a page that goes on; somebody else finds nothing of his.
  window.addEventListener('focus', () => void session.refresh());
  // A browser that goes back shows a page as it was left, whoever has logged out since.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void session.refresh();
  });
  // A browser that goes back shows a page as it was left, whoever has logged out since.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void session.refresh();
  });
  const place = document.getElementById('halaman');
  if (!place) throw new Error('The page has no place for its content');
  createRoot(place).render(
    <StrictMode>
      <SessionContext.Provider value={session}>
        <Provider value={createHubClient(session, purpose)}>
          <ErrorBoundary>{page}</ErrorBoundary>
        </Provider>
      </SessionContext.Provider>
    </StrictMode>,
  );
}
