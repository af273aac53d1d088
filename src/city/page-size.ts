import { HubError } from '../base/hub-error.ts';

const MAX_PAGE = 100;

/** How many entries a page has. @throws HubError BAD_USER_INPUT for a page that is none. */
export function readPageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw new HubError('BAD_USER_INPUT', `first is a number from 1 to ${MAX_PAGE}.`);
}
