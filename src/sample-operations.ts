import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleOperation } from './web/index.ts';

/** Reads `schema/operations/`; the first line of each file is a comment with its place and title: `# 1. Title`. */
export function readSampleOperations(folder: string): SampleOperation[] {
  const read = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => {
      const [first = '', ...rest] = readFileSync(join(folder, name), 'utf8').split('\n');
      const [, place = '999', title = name] = /^# (\d+)\. (.+)$/.exec(first) ?? [];
      return { place: Number(place), name: name.replace(/\.graphql$/, ''), title, text: rest.join('\n') };
    });
  return read.sort((left, right) => left.place - right.place).map(({ name, title, text }) => ({ name, title, text }));
}
