import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An account of a database, with its invented password; what it may do is granted in the schema. */
export interface DatabaseAccount {
  readonly user: string;
  readonly password: string;
}

/** Everything that is in one simulated database. */
export interface DatabaseContent {
  readonly database: string;
  readonly accounts: readonly DatabaseAccount[];
  /** Statements that make tables, views and rights in an empty database. */
  readonly schema: string;
  /** Rows by table, in the order of filling; a row's keys are its columns, the same in every row of a table. */
  readonly tables: Readonly<Record<string, Iterable<object>>>;
  /** Differs whenever the content may differ. */
  readonly fingerprint: string;
}

const DEMO_DIR = join(import.meta.dirname, '..');

/** Returns a fingerprint of all that decides a database's content: the people, the seed and the code in its folder. */
export function fingerprintOf(folder: string, people: number, seed: number): string {
  const hash = createHash('sha256').update(`${people} people, seed ${seed}\n`);
  const shared = ['random.ts', 'reference-day.ts'].map((name) => join(DEMO_DIR, name));
  for (const file of [...shared, ...listSources(join(DEMO_DIR, 'people')), ...listSources(folder)])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}

function listSources(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(ts|sql)$/.test(name) && !name.endsWith('.test.ts'));
  return names.sort().map((name) => join(folder, name));
}

/** Cuts rows into batches, so that neither a statement nor the memory grows with the city. */
export function* inBatches(rows: Iterable<object>, size = 1_000): Generator<object[]> {
  let batch: object[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
