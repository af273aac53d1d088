import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readSampleRecords, type System } from '../../connector/index.ts';

/** What became of one recorded answer. */
export interface SampleResult {
  /** Relative to the project. */
  readonly file: string;
  readonly differences: readonly string[];
}

const ANSWER = /^(.+)\.answer\.json$/;

/**
 * Maps the recorded answers in `samples/<system>/` and compares what becomes of them with the records beside them:
 * `<operation>.answer.json` and `<operation>.expected.json`; what stands behind a dot in the operation's name tells
 * several of them apart.
 */
export function checkSamples(root: string, opd: string, system: System): SampleResult[] {
  const folder = join(root, opd, 'samples', system.name);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).flatMap((name) => ANSWER.exec(name)?.[1] ?? []);
  return names.sort().map((name) => ({
    file: `connectors/${opd}/samples/${system.name}/${name}.answer.json`,
    differences: compare(folder, name, system),
  }));
}

function compare(folder: string, name: string, system: System): string[] {
  const operation = system.operations.get(name.split('.', 1)[0] ?? '');
  if (!operation) return [`there is no operation "${name.split('.', 1)[0]}" in this system`];
  const expectedFile = join(folder, `${name}.expected.json`);
  if (!existsSync(expectedFile)) return [`beside it ${name}.expected.json is missing: the records that it must become`];
  try {
    const records = readSampleRecords(operation, readJson(join(folder, `${name}.answer.json`)));
    const expected = readJson(expectedFile);
    return Array.isArray(expected) ? listDifferences(records, expected) : ['the expected records are not a list'];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Samples are anonymised, so their values may be shown. */
function listDifferences(
  records: readonly Readonly<Record<string, unknown>>[],
  expected: readonly unknown[],
): string[] {
  if (records.length !== expected.length) return [`it becomes ${records.length} records, not ${expected.length}`];
  return records.flatMap((record, index) => {
    const wanted = expected[index] as Readonly<Record<string, unknown>>;
    const keys = new Set([...Object.keys(record), ...Object.keys(wanted)]);
    return [...keys].flatMap((key) =>
      isDeepStrictEqual(record[key], wanted[key])
        ? []
        : [`record ${index + 1}: ${key} is ${show(record[key])}, not ${show(wanted[key])}`],
    );
  });
}

const show = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
