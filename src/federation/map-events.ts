/** Events that can be asked for one after the other and given up at any time. */
export interface EventStream<Event> extends AsyncIterableIterator<Event> {
  return(): Promise<IteratorResult<Event>>;
  throw(reason?: unknown): Promise<IteratorResult<Event>>;
}

/**
 * Turns each event into another. Not an async generator: giving one up while it waits would first wait for the next
 * event, which may never come, and leave the source open.
 */
export function mapEvents<From, To>(
  source: AsyncIterator<From>,
  map: (event: From) => To | Promise<To>,
  onFailure: (reason: unknown) => To,
): EventStream<To> {
  let isOver = false;
  const end = async (): Promise<IteratorResult<To>> => {
    isOver = true;
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      if (isOver) return { done: true, value: undefined };
      try {
        const { done, value } = await source.next();
        if (!done && !isOver) return { done: false, value: await map(value) };
        isOver = true;
        return { done: true, value: undefined };
      } catch (reason) {
        if (isOver) return { done: true, value: undefined };
        await end().catch(() => {});
        return { done: false, value: onFailure(reason) };
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
