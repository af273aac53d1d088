/** Says on a terminal how long something has been going on, once that is longer than a second; nothing in a pipe. */
export async function withProgress<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work();
  const begun = performance.now();
  let isShown = false;
  const timer = setInterval(() => {
    isShown = true;
    process.stderr.write(`\r${what} … ${Math.round((performance.now() - begun) / 1000)} s`);
  }, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isShown) process.stderr.write('\r\u001b[2K');
  }
}
