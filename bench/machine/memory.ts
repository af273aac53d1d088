import { readFileSync } from 'node:fs';

/** Memory that these processes hold in RAM, in bytes. */
export function readRssBytes(pids: readonly number[]): number {
  let bytes = 0;
  for (const pid of pids) {
    const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    bytes += Number(kilobytes ?? 0) * 1024;
  }
  return bytes;
}
