import { HubError } from '../../base/hub-error.ts';

/** The longest number of any system is far shorter. */
const MAX_NUMBER_CHARS = 40;
const MIN_NUMBER_CHARS = 3;
const MAX_FACT_CHARS = 120;

/**
 * A number as systems keep it, however it was typed. Where it is all digits, the blanks, dots and hyphens between them are
 * print (`15.71.010.001.005-0123.0`); between letters they belong to it (`SC-1571-2026-00001`), but for blanks.
 * @throws HubError BAD_USER_INPUT
 */
export function readNumber(typed: string): string {
  const text = typed.length > 2 * MAX_NUMBER_CHARS ? '' : typed.trim().toUpperCase().replace(/\s+/g, '');
  const digits = text.replace(/[.-]/g, '');
  const number = /^\d+$/.test(digits) ? digits : text;
  const isFit = number.length >= MIN_NUMBER_CHARS && number.length <= MAX_NUMBER_CHARS;
  if (isFit && /^[0-9A-Z][0-9A-Z./-]*$/.test(number)) return number;
  throw new HubError(
    'BAD_USER_INPUT',
    `A number is ${MIN_NUMBER_CHARS} to ${MAX_NUMBER_CHARS} letters and digits, with dots, hyphens or slashes between them.`,
    { fix: 'Type it as it stands on the letter or card.' },
  );
}

/** @throws HubError BAD_USER_INPUT */
export function readFact(typed: string): string {
  const fact = typed.length > MAX_FACT_CHARS ? '' : typed.trim();
  if (fact !== '') return fact;
  throw new HubError('BAD_USER_INPUT', `What proves the number is 1 to ${MAX_FACT_CHARS} letters.`);
}
