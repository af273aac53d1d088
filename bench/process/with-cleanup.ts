const INTERRUPTED = 130;

/**
 * Runs work that leaves processes and folders behind, and clears them away however it ends: done, failed, or
 * interrupted by a signal.
 */
export async function withCleanup<Result>(work: (stack: AsyncDisposableStack) => Promise<Result>): Promise<Result> {
  const stack = new AsyncDisposableStack();
  let isEnding = false;
  const end = (code: number) => {
    // Ctrl-C comes twice, from the terminal and from the parent.
    if (isEnding) return;
    isEnding = true;
    void stack.disposeAsync().finally(() => process.exit(code));
  };
  const interrupt = () => end(INTERRUPTED);
  const crash = (error: unknown) => {
    // Not again while ending: when nobody reads standard error any more, writing to it is itself such an error.
    if (!isEnding) console.error(error);
    end(1);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('uncaughtException', crash);
  try {
    return await work(stack);
  } catch (error) {
    // After a signal the work fails because its processes stop; that is no news.
    if (isEnding) await new Promise(() => {});
    throw error;
  } finally {
    await stack.disposeAsync();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt).off('uncaughtException', crash);
  }
}
