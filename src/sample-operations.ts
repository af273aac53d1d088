import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An operation of `schema/operations/`: an example for whoever reads, and registered for apps that name it by its hash. */
export interface SampleOperation {
  readonly name: string;
  readonly title: string;
  /** Without the line that holds its title. */
  readonly text: string;
  /** The whole file. */
  readonly fileText: string;
}

/** Reads `schema/operations/`; the first line of each file is a comment with its place and title: `# 1. Title`. */
export function readSampleOperations(folder: string): SampleOperation[] {
  const read = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((file) => {
      const fileText = readFileSync(join(folder, file), 'utf8');
      const name = file.replace(/\.graphql$/, '');
      const [line = '', place, title = name] = /^# (\d+)\. (.+)\n/.exec(fileText) ?? [];
      return { place: Number(place ?? 999), name, title, text: fileText.slice(line.length), fileText };
    });
  return read.sort((left, right) => left.place - right.place).map(({ place: _, ...operation }) => operation);
}
