import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SubgraphData } from './data-subgraph.ts';
import type { Fault } from './fault-link.ts';

export interface ExpectedError {
  readonly path?: readonly (string | number)[];
  readonly code?: string;
  readonly message?: string;
}

export interface Expected {
  readonly data?: unknown;
  readonly errors?: readonly ExpectedError[];
  /** How often each subgraph is asked; a subgraph that is not named may be asked as often as it takes. */
  readonly calls?: Readonly<Record<string, number>>;
}

export interface CaseOperation {
  readonly name: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
}

export interface FederationCase {
  readonly name: string;
  readonly rule: string;
  readonly subgraphs: readonly { readonly name: string; readonly sdl: string }[];
  readonly data: Readonly<Record<string, SubgraphData>>;
  readonly faults: Readonly<Record<string, Fault>>;
  readonly operations: readonly CaseOperation[];
}

export const casesFolder = fileURLToPath(new URL('..', import.meta.url));

/** Reads every case: a folder that has subgraphs. */
export function loadCases(): FederationCase[] {
  return readdirSync(casesFolder)
    .filter((name) => existsSync(join(casesFolder, name, 'subgraphs')))
    .sort()
    .map(loadCase);
}

function loadCase(name: string): FederationCase {
  const folder = join(casesFolder, name);
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const json = <T>(file: string, absent: T): T => (existsSync(join(folder, file)) ? JSON.parse(text(file)) : absent);
  const operations = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.slice(0, -'.graphql'.length));
  return {
    name,
    rule: text('rule.md').trim(),
    subgraphs: readdirSync(join(folder, 'subgraphs')).map((file) => ({
      name: file.replace('.graphql', ''),
      sdl: text(join('subgraphs', file)),
    })),
    data: json('data.json', {}),
    faults: json('faults.json', {}),
    operations: operations.map((operation) => ({
      name: operation,
      text: text(`${operation}.graphql`),
      variables: json(`${operation}.variables.json`, {}),
      expected: JSON.parse(text(`${operation}.expected.json`)) as Expected,
    })),
  };
}
