/** Runs so many at once and lets the others wait, in the order they came. */
export function createTurns(atOnce: number): <Result>(run: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const begin = (): Promise<void> | undefined => {
    if (running >= atOnce) return new Promise((resolve) => waiting.push(resolve));
    running++;
    return undefined;
  };
  const end = (): void => {
    const next = waiting.shift();
    // Whoever waited takes the place over.
    if (next) next();
    else running--;
  };
  return async (run) => {
    await begin();
    try {
      return await run();
    } finally {
      end();
    }
  };
}
