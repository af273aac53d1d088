import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listOpds } from './opd-folder.ts';

/** The names of all settings that the connector files of these OPDs use, each once; of all OPDs by default. */
export function listConnectorSettings(root: string, opds?: readonly string[]): string[] {
  const names = new Set<string>();
  // A name that is no OPD is told when the connectors are loaded.
  for (const opd of listOpds(root).filter((one) => opds?.includes(one) ?? true)) {
    for (const file of readdirSync(join(root, opd)).filter((name) => name.endsWith('.yaml'))) {
      for (const [, name] of readFileSync(join(root, opd, file), 'utf8').matchAll(/\$\{(\w+)\}/g))
        names.add(name as string);
    }
  }
  return [...names].sort();
}
