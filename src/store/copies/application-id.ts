import { HubError } from '../../base/hub-error.ts';

/** Where an application stands in the list. */
export interface ApplicationPlace {
  readonly stream: number;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly key: Buffer;
}

const ID = /^([0-9a-z]{1,7})\.(\d{8})\.([\w-]{1,90})$/;

/** An id that tells its place in the list too, so that a page can begin behind one that is gone by now. */
export function formatApplicationId({ stream, day, key }: ApplicationPlace): string {
  return `${stream.toString(36)}.${day.replaceAll('-', '')}.${key.toString('base64url')}`;
}

/** @throws HubError BAD_USER_INPUT for text that is no such id. */
export function readApplicationId(id: string): ApplicationPlace {
  const [, stream = '', day = '', key = ''] = ID.exec(id) ?? [];
  if (stream === '') throw new HubError('BAD_USER_INPUT', 'after is the id of an application.');
  return {
    stream: Number.parseInt(stream, 36),
    day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
    key: Buffer.from(key, 'base64url'),
  };
}
