import { HubError } from '../../../base/hub-error.ts';
import { suggest } from '../../problem.ts';

const MAX_LISTED = 12;

/** The choice that was made, or the only one. @throws HubError BAD_USER_INPUT naming the flag and what there is. */
export function pickChoice(choice: string | undefined, choices: readonly string[], flag: string): string {
  const [only] = choices;
  if (choice === undefined && only !== undefined && choices.length === 1) return only;
  const found = choices.find((one) => one.toLowerCase() === choice?.toLowerCase());
  if (found !== undefined) return found;
  const listed = choices.slice(0, MAX_LISTED).join(', ') + (choices.length > MAX_LISTED ? ', …' : '');
  const near = choice === undefined ? undefined : suggest(choice, choices);
  throw new HubError(
    'BAD_USER_INPUT',
    choice === undefined ? `Say which one is meant with ${flag}` : `${flag} ${choice} is none of the source's`,
    { fix: near?.startsWith('did you') ? `${near} There are: ${listed}.` : `There are: ${listed || 'none'}.` },
  );
}
