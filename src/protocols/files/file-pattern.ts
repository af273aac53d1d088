/**
 * Compiles a file name with `*` and `?` to a test of names, in which capitals do not matter: Windows does not keep them
 * apart either. Names that begin with a dot or `~$` never fit: programs keep unfinished and locked files under them.
 */
export function compilePattern(pattern: string): (name: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^${source}$`, 'isu');
  return (name) => !/^(?:\.|~\$)/.test(name) && whole.test(name);
}

/** Whether a pattern is a name alone, so that it cannot lead out of the folder. */
export function isPlainName(pattern: string): boolean {
  return pattern !== '' && !/[/\\\0]/.test(pattern) && pattern !== '.' && pattern !== '..';
}
