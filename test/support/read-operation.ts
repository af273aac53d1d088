import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';

/** Reads a registered operation, as whoever sends it has it. */
export function readOperation(name: string): string {
  return readFileSync(join(projectRoot, 'schema/operations', `${name}.graphql`), 'utf8');
}
