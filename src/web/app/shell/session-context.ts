import { createContext, useContext } from 'react';
import { type Session, type SessionState, useSessionState } from '../graph/session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session that the page goes by. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Outside showPage there is no session');
  return session;
}

/** Who is logged in, as it stands now. */
export function useWhoIsIn(): SessionState {
  return useSessionState(useSession());
}
