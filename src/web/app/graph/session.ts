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
  /** Tells one holder from another, and nothing else of him. */
  readonly who: string;
  readonly csrf: string;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly opd: string | null;
  readonly acr: string;
  readonly expiresAt: string;
  /** It ends so soon if nothing is done with it until then. */
  readonly idleSeconds: number;
}

export interface Session {
  readonly kind: SessionKind;
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Asks the hub anew; a page that was somebody else's is loaded anew. */
  refresh(): Promise<void>;
  /** What a request of this session carries; nothing while nobody is logged in. */
  headers(): Readonly<Record<string, string>>;
  expire(): void;
  /** Ends the session and goes to where it ends at the issuer too; false where the hub has not ended it. */
  leave(): Promise<boolean>;
}

/** Follows the session of a kind on this browser. */
export function createSession(kind: SessionKind): Session {
  let state: SessionState = { status: 'asking' };
  let shownTo: string | undefined;
  let asked = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const otherTabs = new BroadcastChannel(`session-${kind}`);
  const set = (next: SessionState): void => {
    asked++;
    state = next;
    clearTimeout(idle);
    if (next.status === 'open') idle = setTimeout(() => void refresh(), (next.idleSeconds + 1) * 1000);
    for (const listener of listeners) listener();
  };
  const refresh = async (): Promise<void> => {
    const mine = ++asked;
    const next = await askHub(kind, state);
    // What has happened since knows better.
    if (mine !== asked) return;
    // Nothing of one person stands on a page that another goes on with, not even for a moment.
    if (next.status === 'open' && next.who !== (shownTo ?? next.who)) return location.reload();
    if (next.status === 'open') shownTo = next.who;
    set(next);
  };
  const headers = (): Readonly<Record<string, string>> =>
    state.status === 'open' ? { 'hub-session': kind, 'hub-csrf': state.csrf } : {};
  // Nothing of his stays on the pages, which the next person may go back to.
  const forget = (): void => set({ status: 'none' });
  otherTabs.addEventListener('message', forget);
  return {
    kind,
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    headers,
    expire: () => {
      if (state.status === 'open') set({ status: 'expired', acr: state.acr });
    },
    leave: async () => {
      let to = await endAtHub(kind, headers());
      if (to === undefined) {
        // Another tab may have logged in anew, which this one has not heard of.
        await refresh();
        to = await endAtHub(kind, headers());
      }
      if (to === undefined) return false;
      otherTabs.postMessage('left');
      forget();
      location.assign(to);
      return true;
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
    if (!answer.ok) return withoutAnswer(before);
    const found = (await answer.json()) as { loggedIn: boolean } & OpenSession;
    if (found.loggedIn) return { ...found, status: 'open' };
    return before.status === 'open' || before.status === 'expired'
      ? { status: 'expired', acr: before.acr }
      : { status: 'none' };
  } catch {
    return withoutAnswer(before);
  }
}

/** A page that is open stays open while the network or the hub is away. */
function withoutAnswer(before: SessionState): SessionState {
  return before.status === 'asking' ? { status: 'unreachable' } : before;
}

/** Where the browser goes to end it at the issuer too; undefined where the hub has not ended it. */
async function endAtHub(kind: SessionKind, headers: Readonly<Record<string, string>>): Promise<string | undefined> {
  try {
    const answer = await fetch(`/session/${kind}/keluar`, { method: 'POST', headers });
    const { to } = (await answer.json()) as { to?: string };
    return answer.ok ? to : undefined;
  } catch {
    return undefined;
  }
}
