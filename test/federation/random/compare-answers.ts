import type { ExecutionResult } from 'graphql';

type Path = readonly (string | number)[];

/** What two answers to one query must agree on, in one sentence when they do not. */
export function findDifference(
  expected: ExecutionResult,
  actual: ExecutionResult,
  /** Every path at which some resolver fails, whether or not that null hides others. */
  failing: ReadonlySet<string>,
): string | undefined {
  const wanted = JSON.stringify(expected.data);
  const given = JSON.stringify(actual.data);
  if (wanted !== given) {
    const at = [...(wanted ?? '')].findIndex((letter, index) => letter !== given?.[index]);
    const window = (text: string | undefined) => text?.slice(Math.max(0, at - 200), at + 200);
    return `The data differ.\nexpected …${window(wanted)}\nactual   …${window(given)}${describeErrors(actual)}`;
  }
  const nulls = nulledPaths(expected);
  const explained = nulledPaths(actual);
  const missing = [...nulls].filter((path) => !explained.has(path));
  const extra = [...explained].filter((path) => !nulls.has(path));
  if (missing.length > 0) return `Nothing explains the null at ${missing.join(' and ')}.${describeErrors(actual)}`;
  if (extra.length > 0) return `An error is at ${extra.join(' and ')}, where none should be.${describeErrors(actual)}`;
  const seen = new Set<string>();
  for (const error of actual.errors ?? []) {
    const path = JSON.stringify(error.path);
    if (!failing.has(path)) return `No resolver fails at ${path}: ${error.message}`;
    if (seen.has(path + error.message)) return `The error at ${path} is given twice: ${error.message}`;
    seen.add(path + error.message);
  }
  return undefined;
}

/** A field's error may stand for that of its sibling when both null the same parent (specification section 6.4.4). */
function nulledPaths({ data, errors }: ExecutionResult): Set<string> {
  return new Set((errors ?? []).map((error) => JSON.stringify(nulledAt(data, error.path ?? []))));
}

function nulledAt(data: unknown, path: Path): Path {
  let value = data;
  for (let index = 0; index < path.length; index++) {
    if (value === null || value === undefined) return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[path[index] as string];
  }
  return path;
}

function describeErrors({ errors }: ExecutionResult): string {
  return (errors ?? [])
    .map((error) => `\n  ${JSON.stringify(error.path)} ${error.message} ${error.originalError?.message ?? ''}`)
    .join('');
}
