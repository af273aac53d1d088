/** Says on a terminal how long something has been going on, once that is longer than a second; nothing in a pipe. */
export async function withProgress<Result>(
  what: string | (() => string),
  work: () => Promise<Result>,
): Promise<Result> {
  if (!process.stderr.isTTY) return work();
  const begun = performance.now();
  let isShown = false;
  const timer = setInterval(() => {
    isShown = true;
    const now = typeof what === 'string' ? what : what();
    process.stderr.write(`\r${now} … ${Math.round((performance.now() - begun) / 1000)} s`);
  }, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isShown) process.stderr.write('\r\u001b[2K');
  }
}
