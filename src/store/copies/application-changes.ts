import type { ListedApplication } from '../../ports/application-list.ts';
import type { Database } from '../database.ts';
import { listen } from '../listen.ts';
import { CHANGES_CHANNEL } from './announce-changes.ts';

/** A copy that has changed. */
interface Changed {
  readonly stream: number;
  readonly key: Buffer;
}

/** Hears, on one connection for all of this hub's listeners, which applications have changed. */
export interface ApplicationChanges {
  /** `onChange` hears of the copies of a subject; without one, that some may have been missed. */
  listen(subjects: readonly Buffer[], onChange: (changed: Changed | undefined) => void): { end(): void };
  close(): Promise<void>;
}

/** Begins to hear of changes. */
export function openApplicationChanges(database: Pick<Database, 'createClient'>): ApplicationChanges {
  const listeners = new Map<string, Set<(changed: Changed | undefined) => void>>();
  let wasDown = false;
  const onMessage = (payload: string): void => {
    const { stream, changed } = JSON.parse(payload) as { stream: number; changed: readonly string[] };
    for (const one of changed) {
      const [subject = '', key = ''] = one.split(' ');
      for (const tell of listeners.get(subject) ?? []) tell({ stream, key: Buffer.from(key, 'base64url') });
    }
  };
  const listener = listen(database, CHANGES_CHANNEL, {
    onMessage,
    onDown: () => {
      wasDown = true;
    },
    onUp: () => {
      if (wasDown) for (const tells of listeners.values()) for (const tell of tells) tell(undefined);
      wasDown = false;
    },
  });
  return {
    listen: (subjects, onChange) => {
      const names = subjects.map((subject) => subject.toString('base64url'));
      for (const name of names) {
        const tells = listeners.get(name) ?? new Set();
        listeners.set(name, tells.add(onChange));
      }
      const end = (): void => {
        for (const name of names) {
          const tells = listeners.get(name);
          tells?.delete(onChange);
          if (tells?.size === 0) listeners.delete(name);
        }
      };
      return { end };
    },
    close: () => listener.close(),
  };
}

export interface WatchParts {
  listSubjects(): Promise<readonly Buffer[]>;
  find(subjects: readonly Buffer[], stream: number, key: Buffer): Promise<ListedApplication | undefined>;
  /** What is told when some changes may have been missed. */
  listAll(): Promise<readonly ListedApplication[]>;
}

/**
 * Tells of each application that changes; one that changes several times before it is read is told once. No generator:
 * whoever returns one that waits would wait too.
 */
export function watchChanges(
  changes: ApplicationChanges,
  { listSubjects, find, listAll }: WatchParts,
): AsyncIterableIterator<ListedApplication> {
  const waiting = new Map<string, Changed | undefined>();
  const found: ListedApplication[] = [];
  let heard: { end(): void } | undefined;
  let subjects: readonly Buffer[] = [];
  let isOver = false;
  let wake = (): void => {};
  const begin = async (): Promise<void> => {
    subjects = await listSubjects();
    if (isOver) return;
    heard = changes.listen(subjects, (changed) => {
      waiting.set(changed ? `${changed.stream} ${changed.key.toString('latin1')}` : '', changed);
      wake();
    });
  };
  const beginning = begin();
  beginning.catch(() => undefined);
  const take = async (): Promise<void> => {
    const [next] = waiting;
    if (!next) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      return;
    }
    const [id, changed] = next;
    waiting.delete(id);
    if (!changed) found.push(...(await listAll()));
    else found.push(...[await find(subjects, changed.stream, changed.key)].filter((one) => one !== undefined));
  };
  return {
    next: async () => {
      await beginning;
      while (found.length === 0 && !isOver) await take();
      const value = isOver ? undefined : found.shift();
      return value ? { value, done: false } : { value: undefined, done: true };
    },
    return: async () => {
      isOver = true;
      heard?.end();
      wake();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
