import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Returns a mark that no later process with the same number shares, or nothing when the process is not running.
 *
 * Process numbers come back, soonest in a container, where the hub often gets the same one after each restart.
 */
export function findProcessMark(pid: number): string | undefined {
  if (process.platform !== 'linux') return ask(pid, 'lstart=');
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces and brackets. What follows: state (3rd field) … start time (22nd).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined; // dead, but nobody has collected it yet
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Returns the command line of a running process, or nothing when it has ended or may not be looked at. */
export function findCommandLine(pid: number): string | undefined {
  if (process.platform !== 'linux') return ask(pid, 'command=');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

function ask(pid: number, column: string): string | undefined {
  try {
    const answer = execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return answer.trim() || undefined;
  } catch {
    return undefined;
  }
}
