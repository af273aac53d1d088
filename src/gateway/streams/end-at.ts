import { createEventStream, type EventStream } from '../../federation/index.ts';

// What setTimeout takes at most; no token lives for 24 days.
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Ends a stream at a moment, with a last event that says why. */
export function endAt<Event>(events: EventStream<Event>, atMs: number, lastEvent: () => Event): EventStream<Event> {
  let isExpired = false;
  const expire = (): void => {
    isExpired = true;
    void events.return();
  };
  const timer = setTimeout(expire, Math.min(MAX_DELAY_MS, Math.max(0, atMs - Date.now()))).unref();
  const giveUp = (): Promise<IteratorResult<Event, undefined>> => {
    clearTimeout(timer);
    isExpired = false;
    return events.return();
  };
  const next = async (): Promise<IteratorResult<Event, undefined>> => {
    const step = await events.next();
    if (!step.done) return step;
    clearTimeout(timer);
    if (!isExpired) return step;
    isExpired = false;
    return { done: false, value: lastEvent() };
  };
  return createEventStream(next, giveUp);
}
