import type { StreamStatus } from '../../ports/sync-control.ts';

const WIDTH = 30;

/** A line that says how far a run is: a bar where the hub already has copies to compare with, else the rows so far. */
export function formatProgress({ stream, counts, records }: StreamStatus): string {
  const read = counts?.read ?? 0;
  const rows = `${read.toLocaleString('en')} rows`;
  if (records === 0 || read > records) return `${stream}  ${rows}`;
  // How many the source has is not known before the end; about as many as the hub has copies.
  const share = Math.min(0.99, read / records);
  const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
  return `${stream}  ${bar} ${Math.floor(share * 100)} %  ${rows}`;
}

/** Draws over the last line of a terminal; says nothing in a pipe. */
export function createProgressLine(stream: NodeJS.WriteStream = process.stderr) {
  let isShown = false;
  const clear = () => {
    if (isShown) stream.write('\r\u001b[2K');
    isShown = false;
  };
  return {
    show: (text: string) => {
      if (!stream.isTTY) return;
      clear();
      stream.write(text);
      isShown = true;
    },
    clear,
  };
}
