import { useSyncExternalStore } from 'react';

/** Citizens and people in office log in apart, with issuers of their own. */
export type SessionKind = 'warga' | 'kantor';

/** Who is logged in on this browser, as the hub says; the token itself never leaves the hub. */
export type SessionState =
  | { readonly status: 'asking' }
  | { readonly status: 'none' }
  /** The hub has no log-in set up, or does not answer. */
  | { readonly status: 'unreachable' }
  /** It was there and is over: what stands on the page stays, and goes on after a new log-in. */
  | { readonly status: 'expired'; readonly acr: string }
  | ({ readonly status: 'open' } & OpenSession);

export interface OpenSession {
  readonly csrf: string;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly opd: string | null;
  readonly acr: string;
  readonly expiresAt: string;
}

export interface Session {
  readonly kind: SessionKind;
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Asks the hub anew. */
  refresh(): Promise<void>;
  /** What a request of this session carries; nothing while nobody is logged in. */
  headers(): Readonly<Record<string, string>>;
  expire(): void;
  /** Ends the session and goes to where it ends at the issuer too; false where the hub was not reached. */
  leave(): Promise<boolean>;
}

/** Follows the session of a kind on this browser. */
export function createSession(kind: SessionKind): Session {
  let state: SessionState = { status: 'asking' };
  const listeners = new Set<() => void>();
  const set = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const headers = (): Readonly<Record<string, string>> =>
    state.status === 'open' ? { 'hub-session': kind, 'hub-csrf': state.csrf } : {};
  return {
    kind,
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: async () => set(await askHub(kind, state)),
    headers,
    expire: () => {
      if (state.status === 'open') set({ status: 'expired', acr: state.acr });
    },
    leave: async () => {
      try {
        const answer = await fetch(`/session/${kind}/keluar`, { method: 'POST', headers: headers() });
        const { to = '/' } = (await answer.json()) as { to?: string };
        // Nothing of his stays on the page, which the next person may go back to.
        set({ status: 'none' });
        location.assign(to);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Where somebody logs in and comes back to this page. */
export function loginAddress(kind: SessionKind, { to, acr }: { to?: string; acr?: string } = {}): string {
  const query = new URLSearchParams({ kembali: to ?? location.pathname + location.search });
  if (acr) query.set('acr', acr);
  return `/session/${kind}/masuk?${query}`;
}

/** The session as it stands now. */
export function useSessionState(session: Session): SessionState {
  return useSyncExternalStore(session.subscribe, session.get);
}

async function askHub(kind: SessionKind, before: SessionState): Promise<SessionState> {
  try {
    const answer = await fetch(`/session/${kind}`, { cache: 'no-store' });
    if (!answer.ok) return { status: 'unreachable' };
    const found = (await answer.json()) as { loggedIn: boolean } & OpenSession;
    if (found.loggedIn) return { ...found, status: 'open' };
    return before.status === 'open' || before.status === 'expired'
      ? { status: 'expired', acr: before.acr }
      : { status: 'none' };
  } catch {
    // A page that is open stays open while the network is away.
    return before.status === 'asking' ? { status: 'unreachable' } : before;
  }
}
