import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { note } from '../command/note.ts';
import { resultsDir } from '../report/save-report.ts';
import type { Stage } from './stage.ts';

/** Sends one more round to the hub under the CPU profiler and notes the file that holds the profile. */
export async function profileHub<Group extends string>(stage: Stage<Group>, fileName: string): Promise<void> {
  const { contenders, generator, options, body } = stage;
  const hub = contenders.find(({ name }) => name === 'hub');
  if (!hub) return;
  mkdirSync(resultsDir, { recursive: true });
  const file = join(resultsDir, fileName);
  await hub.gateway.ask({ profile: 'start' });
  const { requests, connections } = options;
  await generator.ask({ url: hub.url, bodies: [body], requests, connections });
  await hub.gateway.ask({ profile: 'stop', file });
  note(`Profile: ${relative(process.cwd(), file)}`);
}
