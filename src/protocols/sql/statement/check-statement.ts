import type { ScannedStatement, Word } from './scan-statement.ts';

/** A mistake in a statement, and the way out. */
export interface StatementMistake {
  readonly message: string;
  readonly suggestion: string;
}

const ONLY_SELECT = 'the hub only reads: one SELECT, or WITH … SELECT';
// Each begins or belongs to something that writes or locks, wherever it stands; as a column's name it can be quoted.
const WRITING = new Set(['update', 'delete', 'merge', 'into', 'truncate', 'drop', 'alter', 'grant']);
// Functions of these names are harmless.
const WRITING_UNLESS_CALLED = new Set(['insert', 'replace']);
const LOCKING: readonly (readonly [string, string])[] = [
  ['for', 'share'],
  ['for', 'key'],
  ['for', 'update'],
  ['for', 'no'],
  ['lock', 'in'],
];

/** What keeps a statement from being one single SELECT; one mistake of a kind. */
export function checkStatement({ words, mistakes }: ScannedStatement): readonly StatementMistake[] {
  if (mistakes.length > 0) return mistakes;
  const [first] = words;
  if (first?.text !== 'select' && first?.text !== 'with')
    return [{ message: 'is not a SELECT', suggestion: ONLY_SELECT }];
  const lock = words.findIndex((_word, at) => isLock(words, at));
  if (lock >= 0) {
    const message = `locks rows (${words[lock]?.text} ${words[lock + 1]?.text})`;
    return [{ message, suggestion: 'leave it out: others write to these rows' }];
  }
  const writing = words.find(isWriting);
  if (writing) {
    const suggestion = `${ONLY_SELECT}; a column of that name needs quotes`;
    return [{ message: `has the word ${writing.text.toUpperCase()}`, suggestion }];
  }
  return [];
}

function isWriting({ text, isCalled }: Word): boolean {
  return WRITING.has(text) || (WRITING_UNLESS_CALLED.has(text) && !isCalled);
}

function isLock(words: readonly Word[], at: number): boolean {
  return LOCKING.some(([one, two]) => words[at]?.text === one && words[at + 1]?.text === two);
}
