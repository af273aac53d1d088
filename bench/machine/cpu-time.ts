import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

// Places in /proc/<pid>/stat counted from the state, the first field behind the command's closing bracket (proc(5)).
const PARENT = 1;
// User, system, and both again of children that have ended: a PostgreSQL backend that goes away in the middle of a round
// is then counted with its parent.
const TICKS = [11, 12, 13, 14];

let tickMs: number | undefined;

/** CPU time, user and system, that these processes with all their threads and ended children have used so far. */
export function readCpuMs(pids: readonly number[]): number {
  tickMs ??= 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  let ticks = 0;
  for (const pid of pids) {
    const fields = findStat(pid) ?? [];
    for (const place of TICKS) ticks += Number(fields[place] ?? 0);
  }
  return ticks * tickMs;
}

/** The processes that a process started, and theirs. */
export function listDescendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? findStat(Number(name))?.[PARENT] : undefined;
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const childrenOf = (one: number): number[] =>
    [...parents].flatMap(([child, parent]) => (parent === one ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}

function findStat(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
