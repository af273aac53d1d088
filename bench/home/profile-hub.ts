import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from '../contenders/contender.ts';
import type { LoadOrder } from '../load/load-generator.ts';
import type { RunningProcess } from '../process/start-process.ts';

/** Sends one more round to the hub under the CPU profiler and returns the file that holds the profile. */
export async function profileHub(
  hub: Contender,
  generator: RunningProcess<unknown>,
  order: Omit<LoadOrder, 'url'>,
  folder: string,
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'hub.cpuprofile');
  await hub.gateway.ask({ profile: 'start' });
  await generator.ask({ ...order, url: hub.url });
  await hub.gateway.ask({ profile: 'stop', file });
  return file;
}
