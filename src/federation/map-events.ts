/** Events that can be asked for one after the other and given up at any time. */
export interface EventStream<Event> extends AsyncGenerator<Event, undefined> {
  return(): Promise<IteratorResult<Event, undefined>>;
}

type Settle<T> = (step: T) => void;

/**
 * Turns each event into another. Not an async generator: giving one up while it waits would first wait for the next
 * event, which may never come, and leave the source open. Whoever waits when it is given up gets its end at once, even
 * from a source that is such a generator itself.
 */
export function mapEvents<From, To>(
  source: AsyncIterator<From>,
  map: (event: From) => To | Promise<To>,
  onFailure: (reason: unknown) => To,
): EventStream<To> {
  const over: IteratorResult<To, undefined> = { done: true, value: undefined };
  let isOver = false;
  let release: Settle<IteratorResult<To, undefined>> | undefined;

  const close = (): void => {
    if (!isOver) Promise.resolve(source.return?.()).catch(() => {});
    isOver = true;
  };
  const end = async (): Promise<IteratorResult<To, undefined>> => {
    close();
    release?.(over);
    return over;
  };
  const step = async (): Promise<IteratorResult<To, undefined>> => {
    try {
      const { done, value } = await source.next();
      if (!done && !isOver) return { done: false, value: await map(value) };
      isOver = true;
      return over;
    } catch (reason) {
      if (isOver) return over;
      close();
      return { done: false, value: onFailure(reason) };
    }
  };
  const next = (): Promise<IteratorResult<To, undefined>> => {
    if (isOver) return Promise.resolve(over);
    return new Promise((resolve, reject) => {
      const settle = (taken: IteratorResult<To, undefined>): void => {
        if (release === resolve) release = undefined;
        resolve(taken);
      };
      release = resolve;
      step().then(settle, reject);
    });
  };
  return createEventStream(next, end);
}

/** Makes a stream of how its next event is had and how it is given up. */
export function createEventStream<Event>(
  next: () => Promise<IteratorResult<Event, undefined>>,
  end: () => Promise<IteratorResult<Event, undefined>>,
): EventStream<Event> {
  return {
    next,
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}
