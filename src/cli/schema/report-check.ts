import type { CheckedSupergraph } from './check-supergraph.ts';
import type { Misfit } from './find-misfits.ts';
import type { ChangeLevel, SchemaChange } from './schema-change.ts';

export interface Report {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

const LEVELS: readonly ChangeLevel[] = ['breaking', 'dangerous', 'safe'];
const REMEDY =
  'Apps in use break by this: keep the old beside the new with @deprecated until nobody asks for it, or, if it must be, add --allow-breaking.';

/**
 * Writes what a reviewer reads, and decides. A breaking change fails also when no sample operation uses what changed,
 * because apps that nobody here knows may.
 */
export function reportCheck(
  { publicChanges, ruleChanges, misfits, operationCount }: CheckedSupergraph,
  options: { readonly allowBreaking: boolean },
): Report {
  const changes = [...publicChanges, ...ruleChanges];
  if (changes.length === 0 && misfits.length === 0)
    return { lines: [`The public schema is unchanged; ${count(operationCount)} fit.`], exitCode: 0 };
  const isRefused = !options.allowBreaking && changes.some(({ level }) => level === 'breaking');
  const lines = [
    ...(publicChanges.length === 0 ? ['The public schema is unchanged.'] : []),
    ...LEVELS.flatMap((level) => listLevel(level, changes)),
    ...listMisfits(misfits, operationCount),
    ...(isRefused ? [REMEDY] : []),
  ];
  return { lines, exitCode: isRefused || misfits.length > 0 ? 1 : 0 };
}

function listLevel(level: ChangeLevel, changes: readonly SchemaChange[]): string[] {
  const texts = changes.filter((change) => change.level === level).map(({ text }) => `  ${text}`);
  return texts.length === 0 ? [] : [`${level}:`, ...texts];
}

function listMisfits(misfits: readonly Misfit[], operationCount: number): string[] {
  if (misfits.length === 0) return [`${count(operationCount)} fit.`];
  const reasons = misfits.flatMap(({ name, reasons }) =>
    reasons.map((reason) => `  schema/operations/${name}.graphql:${reason}`),
  );
  return [`${misfits.length} of ${count(operationCount)} no longer fit:`, ...reasons];
}

const count = (operations: number): string => `${operations} operation${operations === 1 ? '' : 's'}`;
