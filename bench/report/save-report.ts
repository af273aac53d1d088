import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where benches leave their files. */
export const resultsDir = join(import.meta.dirname, '../results');

/** Writes a report as JSON; one that is not complete does not replace the figures that README shows. */
export function saveReport(name: string, report: object, isComplete: boolean): void {
  mkdirSync(resultsDir, { recursive: true });
  const file = join(resultsDir, isComplete ? `${name}.json` : `${name}-partial.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
