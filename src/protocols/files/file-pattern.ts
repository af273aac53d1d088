const UNFINISHED = /(?:\.(?:filepart|part|partial|tmp|temp|crdownload)|~)$/i;

/**
 * Compiles a file name with `*` and `?` to a test of names, in which capitals do not matter: Windows does not keep them
 * apart either. Names that begin with a dot or `~$` never fit, and those that end as programs name what they have not
 * finished, such as `x.csv.filepart` of WinSCP, only where the pattern ends so too.
 */
export function compilePattern(pattern: string): (name: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^${source}$`, 'isu');
  const isUnfinished = (name: string) =>
    /^(?:\.|~\$)/.test(name) || (UNFINISHED.test(name) && !UNFINISHED.test(pattern));
  return (name) => whole.test(name) && !isUnfinished(name);
}

/** Whether a pattern is a name alone, so that it cannot lead out of the folder. */
export function isPlainName(pattern: string): boolean {
  return pattern !== '' && !/[/\\\0]/.test(pattern) && pattern !== '.' && pattern !== '..';
}
