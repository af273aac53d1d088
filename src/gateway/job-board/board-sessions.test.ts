import { describe, expect, it } from 'vitest';
import { createBoardSessions } from './board-sessions.ts';

const HOUR_MS = 3_600_000;

function open() {
  const time = { ms: 1_000 };
  const sessions = createBoardSessions({ now: () => time.ms });
  const begin = (untilMs: number) => sessions.begin(untilMs).split(';')[0] ?? '';
  return { time, sessions, begin };
}

describe('a session of the job board', () => {
  it('ends with the token', () => {
    const { time, sessions, begin } = open();
    const cookie = begin(61_000);
    expect(sessions.isOpen(`other=1; ${cookie}`)).toBe(true);
    time.ms = 61_000;
    expect(sessions.isOpen(cookie)).toBe(false);
  });

  it('ends after an hour, however long the token lives', () => {
    const { time, sessions, begin } = open();
    const cookie = begin(Number.MAX_SAFE_INTEGER);
    time.ms += HOUR_MS - 1;
    expect(sessions.isOpen(cookie)).toBe(true);
    time.ms += 1;
    expect(sessions.isOpen(cookie)).toBe(false);
  });

  it('is out of reach for scripts, other sites and other addresses of the hub', () => {
    expect(open().sessions.begin(61_000)).toMatch(
      /^hub_jobs=[\w-]{43}; Path=\/jobs; Max-Age=60; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it('is none without its cookie, and with one that was made up', () => {
    const { sessions, begin } = open();
    begin(61_000);
    for (const cookies of [undefined, '', 'hub_jobs', 'hub_jobs=', 'hub_jobs=AAAA', 'x'])
      expect(sessions.isOpen(cookies)).toBe(false);
  });

  it('makes room for new ones by ending the oldest', () => {
    const { sessions, begin } = open();
    const cookies = Array.from({ length: 60 }, () => begin(61_000));
    expect(cookies.filter((cookie) => sessions.isOpen(cookie))).toHaveLength(50);
    expect(sessions.isOpen(cookies.at(-1))).toBe(true);
  });
});
