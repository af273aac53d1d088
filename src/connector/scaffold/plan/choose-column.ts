import { HubError } from '../../../base/hub-error.ts';
import { suggest } from '../../problem.ts';
import { isBlank } from '../guess/convert-all.ts';
import type { FoundColumn } from '../guess/list-columns.ts';
import { isOwnNik } from '../guess/recognise-personal.ts';
import { splitWords } from '../guess/split-words.ts';
import type { JudgedColumn } from './plan-fields.ts';

/** The column that a flag names; undefined for `none` or without the flag. @throws HubError BAD_USER_INPUT */
export function findNamed(
  columns: readonly FoundColumn[],
  name: string | undefined,
  flag: string,
): FoundColumn | undefined {
  if (name === undefined || name === 'none') return undefined;
  const exact = columns.find(({ path }) => path === name);
  const found = exact ?? columns.find((one) => [one.path, one.name].some((known) => isSame(known, name)));
  if (found) return found;
  const paths = columns.map(({ path }) => path);
  throw new HubError('BAD_USER_INPUT', `${flag} ${name} is no column of the source`, {
    fix: suggest(name, paths) ?? `There are: ${paths.slice(0, 20).join(', ')}, …`,
  });
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The column that holds the NIK of whoever a record is about. */
export function guessOwner(columns: readonly FoundColumn[]): FoundColumn | undefined {
  return columns.find(({ name, values }) => isOwnNik(name) && (values.every(isBlank) || values.some(isNik)));
}

const isNik = (value: unknown): boolean => /^\d{16}$/.test(String(value).trim());

const KEY_WORDS = [/^(?:no|nomor|nop)/, /^id$/, /^(?:kode|kd)/];

/** The column that tells records apart: a number of the record's own that comes once. */
export function guessKey(columns: readonly JudgedColumn[], rowCount: number): FoundColumn | undefined {
  const fitting = columns.filter(({ path, name, values, personal, inferred }) => {
    // A number that is declared to be one counts something, unless it is called id.
    const isCount = inferred.type !== 'String' && !/^id/i.test(name);
    const isFree = !isCount && (personal === undefined || personal === 'identityNumber');
    const isWhole = values.length === rowCount && !values.some(isBlank);
    return (
      !/[.$]/.test(path) &&
      !isRunningNumber(values) &&
      isFree &&
      isWhole &&
      new Set(values.map(String)).size === values.length
    );
  });
  for (const word of KEY_WORDS) {
    const found = fitting.find(({ name }) => word.test(splitWords(name)[0] ?? ''));
    if (found) return found;
  }
  return undefined;
}

/** The number by which a system knows whose a record is: one that all rows share, the key's, or another identity number. */
export function guessNumber(columns: readonly JudgedColumn[], key: FoundColumn | undefined): FoundColumn | undefined {
  const numbers = columns.filter(({ personal }) => personal === 'identityNumber');
  const shared = numbers.find(({ path }) => path.startsWith('$.'));
  const isOwnNumber = key !== undefined && (KEY_WORDS[0]?.test(splitWords(key.name)[0] ?? '') ?? false);
  return shared ?? (isOwnNumber ? key : (numbers[0] ?? key));
}

/** Whether rows are only counted by it: another export counts them anew. */
export function isRunningNumber(values: readonly unknown[]): boolean {
  return values.length > 0 && values.every((value, index) => String(value) === String(index + 1));
}
