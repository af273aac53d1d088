import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleOperation } from './web/index.ts';

/** Reads `schema/operations/`: the title stands in the first line's comment, the order in the file's first number. */
export function readSampleOperations(folder: string): SampleOperation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const title = /^#\s*(.+)\n/.exec(text)?.[1] ?? name;
      return { name: name.replace(/\.graphql$/, ''), title, text: text.replace(/^#.*\n/, '') };
    });
}
