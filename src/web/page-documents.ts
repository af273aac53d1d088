import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the pages' operations, which the pages name by their hash. */
export function readPageDocuments(): string[] {
  const file = join(import.meta.dirname, 'app/generated/persisted-documents.json');
  return Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
}
