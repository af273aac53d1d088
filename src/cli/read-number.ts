import { HubError } from '../base/hub-error.ts';

/** Reads a flag's whole number. @throws HubError BAD_USER_INPUT */
export function readNumber(flag: string, text: string, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new HubError('BAD_USER_INPUT', `${flag} must be a whole number from 0 to ${max}`);
}
