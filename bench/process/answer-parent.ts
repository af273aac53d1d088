/** What a child process says to the bench: first that it is ready, then one answer to each question. */
export type ChildMessage = { readonly ready: unknown } | { readonly answer: unknown } | { readonly failed: string };

type Answer = (question: never) => unknown;

/** Tells the bench that this process is ready, answers its questions, and ends when the bench ends. */
export function answerParent(ready: unknown, answer?: Answer): void {
  const end = () => process.exit(0);
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  // Ctrl-C reaches every process of the terminal; the bench decides in which order they stop.
  process.on('SIGINT', () => {});
  process.on('message', async (question) => {
    try {
      send({ answer: (await answer?.(question as never)) ?? null });
    } catch (error) {
      send({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  send({ ready });
}

function send(message: ChildMessage): void {
  process.send?.(message);
}
