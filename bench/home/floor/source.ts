const JAKARTA_OFFSET_MS = 7 * 3_600_000;

/** Where an answer came from, as of now. */
export function sourceNow(opd: string) {
  return { opd, mode: 'LIVE', asOf: `${new Date(Date.now() + JAKARTA_OFFSET_MS).toISOString().slice(0, 19)}+07:00` };
}

/** `21/09/2026` as `2026-09-21`; nothing when it is empty. */
export function toIsoDay(slashed: string): string | null {
  if (slashed === '') return null;
  const [day, month, year] = slashed.split('/');
  return `${year}-${month}-${day}`;
}
