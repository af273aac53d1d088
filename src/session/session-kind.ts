import type { SessionKind } from '../ports/web-session-store.ts';

const HOUR_MS = 3_600_000;

interface KindFacts {
  /** So long it lives without use: somebody may have left the room. */
  readonly idleMs: number;
  /** So long at most: half a day for citizens, a working day for those in office. */
  readonly lifeMs: number;
  /** Where somebody is after a log-out; the two doors of those in office have the front page in common. */
  readonly start: string;
}

/** What tells the kinds of sessions apart. */
export const sessionKinds: Readonly<Record<SessionKind, KindFacts>> = {
  warga: { idleMs: HOUR_MS / 2, lifeMs: 12 * HOUR_MS, start: '/warga' },
  kantor: { idleMs: HOUR_MS / 2, lifeMs: 9 * HOUR_MS, start: '/' },
};

export function isSessionKind(text: unknown): text is SessionKind {
  return text === 'warga' || text === 'kantor';
}
