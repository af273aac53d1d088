const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
// 1 January 1904 counted from the beginning of the 1900 system.
const DAYS_FROM_1900_TO_1904 = 1462;
// Excel has a 29 February 1900, which never was; up to it every day has a number one lower than it should.
const INVENTED_DAY = 60;
// 31 December 9999, the last day that Excel shows.
const LAST_DAY = 2_958_465;

/**
 * The day that a number shows as, `2026-11-24`, with its time of day when it has one; a zero date where Excel shows
 * 0 January 1900. Undefined for a number that shows as no day. No time zone is involved.
 */
export function formatExcelDay(serial: number, is1904: boolean): string | undefined {
  const seconds = Math.round((is1904 ? serial + DAYS_FROM_1900_TO_1904 : serial) * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  if (!(day >= 0 && day <= LAST_DAY)) return undefined;
  const time = seconds % SECONDS_PER_DAY;
  const clock = time === 0 ? '' : ` ${new Date(time * 1000).toISOString().slice(11, 19)}`;
  return `${formatDay(day)}${clock}`;
}

function formatDay(day: number): string {
  if (day === 0) return '0000-00-00';
  if (day === INVENTED_DAY) return '1900-02-29';
  const epoch = Date.UTC(1899, 11, day < INVENTED_DAY ? 31 : 30);
  return new Date(epoch + day * MS_PER_DAY).toISOString().slice(0, 10);
}
