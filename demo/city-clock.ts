import { REFERENCE_DAY } from './reference-day.ts';

/**
 * The clock by which records are written while the city runs. It does not follow the machine's, so that every run is the
 * same: it begins at four in the afternoon of the city's "today", when all that is invented has happened, and each writing
 * is a second after the one before.
 */
export interface CityClock {
  /** The time of the next writing, in milliseconds since the epoch. */
  next(): number;
  /** Lets it run on to a time; one that is past changes nothing. */
  runTo(atMs: number): void;
}

/** Where it begins: 16:00 in Jakarta. */
export const CITY_OPENS_MS = Date.parse(`${REFERENCE_DAY}T16:00:00+07:00`);

export function createCityClock(): CityClock {
  let lastMs = CITY_OPENS_MS - 1000;
  return {
    next: () => {
      lastMs += 1000;
      return lastMs;
    },
    runTo: (atMs) => {
      lastMs = Math.max(lastMs, atMs - 1000);
    },
  };
}

/** `2026-11-01 16:00:00`, Jakarta's time without saying so. */
export function localTime(atMs: number): string {
  return new Date(atMs + JAKARTA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2026-11-01T16:00:00+07:00`. */
export function isoTime(atMs: number): string {
  return `${localTime(atMs).replace(' ', 'T')}+07:00`;
}

const JAKARTA_OFFSET_MS = 7 * 3_600_000;
