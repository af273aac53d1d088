import type { Caller } from './caller.ts';

/** So many characters of a long number tell its holder which of his it is, and nobody else what it is. */
const MAX_SHOWN = 4;

/**
 * A citizen's number at a system as his screen shows it, which others look at too: its last four characters, of a short
 * one a third at most. Nobody but a citizen is shown anything of it.
 */
export function maskValue(value: string, viewer: Caller['kind']): string | undefined {
  if (viewer !== 'citizen') return undefined;
  const characters = [...value];
  const shown = Math.min(MAX_SHOWN, Math.floor(characters.length / 3));
  const hidden = characters.length - shown;
  return '•'.repeat(hidden) + characters.slice(hidden).join('');
}
