import { HubError } from '../../base/hub-error.ts';

/** Where an application stands in the list. */
export interface ApplicationPlace {
  readonly stream: number;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly key: Buffer;
}

/** A PostgreSQL `int`. */
const MAX_STREAM = 2 ** 31 - 1;
const ID = /^([0-9a-z]{1,7})\.(\d{8})\.([\w-]{1,90})$/;

/** An id that tells its place in the list too, so that a page can begin behind one that is gone by now. */
export function formatApplicationId({ stream, day, key }: ApplicationPlace): string {
  return `${stream.toString(36)}.${day.replaceAll('-', '')}.${key.toString('base64url')}`;
}

/** @throws HubError BAD_USER_INPUT for text that is no such id. */
export function readApplicationId(id: string): ApplicationPlace {
  const [, stream = '', day = '', key = ''] = ID.exec(id) ?? [];
  const number = Number.parseInt(stream, 36);
  const isoDay = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  // PostgreSQL refuses a number or a day that it has not, with a failure of its own.
  if (!(number <= MAX_STREAM) || !isDay(isoDay))
    throw new HubError('BAD_USER_INPUT', 'after is the id of an application.');
  return { stream: number, day: isoDay, key: Buffer.from(key, 'base64url') };
}

function isDay(text: string): boolean {
  const ms = Date.parse(text);
  return text >= '0001-01-01' && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
