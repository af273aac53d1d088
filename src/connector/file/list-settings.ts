import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listOpds } from './opd-folder.ts';

/** The names of all settings that the connector files under a folder use, each once. */
export function listConnectorSettings(root: string): string[] {
  const names = new Set<string>();
  for (const opd of listOpds(root)) {
    for (const file of readdirSync(join(root, opd)).filter((name) => name.endsWith('.yaml'))) {
      for (const [, name] of readFileSync(join(root, opd, file), 'utf8').matchAll(/\$\{(\w+)\}/g))
        names.add(name as string);
    }
  }
  return [...names].sort();
}
