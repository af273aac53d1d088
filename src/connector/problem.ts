import { closest, distance } from 'fastest-levenshtein';
import { HubError } from '../base/hub-error.ts';

/** One mistake in a connector file, told so that its author can mend it. */
export interface Problem {
  /** Path of the file, relative to the project. */
  readonly file: string;
  /** Counted from 1; 0 when the mistake has no line, such as a missing setting. */
  readonly line: number;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** `file:line: message` with the suggestion behind it. */
export function formatProblem({ file, line, message, suggestion }: Problem): string {
  const at = line > 0 ? `${file}:${line}` : file;
  return `${at}: ${message}${suggestion ? ` — ${suggestion}` : ''}`;
}

/** @throws HubError CONFIG_INVALID that lists all problems, when there is one. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const listed = problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
  throw new HubError('CONFIG_INVALID', `${problems.length} mistake(s) in connector files:\n${listed}`, {
    fix: 'Mend them, then see whether it holds with: npm run hub -- connector check',
  });
}

/** "did you mean …" when something close exists, else the list of what exists when that is short. */
export function suggest(wrong: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(wrong, [...known]);
  if (distance(wrong.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(wrong.length / 3))) {
    return `did you mean ${nearest}?`;
  }
  return known.length <= 20 ? `one of: ${[...known].sort().join(', ')}` : undefined;
}
