import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Who runs where: the gateway alone on one core, everything else on the others. */
export interface CoreLayout {
  readonly gateway: readonly number[];
  readonly others: readonly number[];
  /** False when there is one core only, or no `taskset`. */
  readonly isPinned: boolean;
}

/** Chooses among the cores that this process may use. */
export function chooseCores(): CoreLayout {
  const cores = listAllowedCores();
  const gateway = cores.slice(-1);
  const others = cores.slice(0, -1);
  const hasTaskset = spawnSync('taskset', ['--version']).status === 0;
  return others.length > 0 && hasTaskset
    ? { gateway, others, isPinned: true }
    : { gateway: cores, others: cores, isPinned: false };
}

/** Moves a process with all its threads to these cores; what it starts later stays there too. */
export function pin({ isPinned }: CoreLayout, pid: number, cores: readonly number[]): void {
  if (!isPinned) return;
  const { status, stderr } = spawnSync('taskset', ['-a', '-c', '-p', cores.join(','), String(pid)]);
  if (status !== 0) throw new Error(`taskset cannot move process ${pid}: ${String(stderr).trim()}`);
}

/** Lets a process, and what it starts later, run on any core again. */
export function unpin(cores: CoreLayout, pid: number): void {
  pin(cores, pid, [...cores.others, ...cores.gateway]);
}

/** Busy and total time of each core since the machine started, in ticks. */
export type CoreTimes = ReadonlyMap<number, { readonly busy: number; readonly total: number }>;

export function readCoreTimes(): CoreTimes {
  const times = new Map<number, { busy: number; total: number }>();
  for (const [, core, fields] of readFileSync('/proc/stat', 'utf8').matchAll(/^cpu(\d+) (.*)$/gm)) {
    // user nice system idle iowait irq softirq steal; guest time is in user already (proc(5)).
    const ticks = (fields ?? '').split(' ').slice(0, 8).map(Number);
    const total = ticks.reduce((sum, one) => sum + one, 0);
    times.set(Number(core), { busy: total - (ticks[3] ?? 0) - (ticks[4] ?? 0), total });
  }
  return times;
}

/** The busiest of these cores between two readings, as a share from 0 to 1. */
export function busiestShare(before: CoreTimes, after: CoreTimes, cores: readonly number[]): number {
  const shares = cores.map((core) => {
    const [first, last] = [before.get(core), after.get(core)];
    const total = (last?.total ?? 0) - (first?.total ?? 0);
    return total > 0 ? ((last?.busy ?? 0) - (first?.busy ?? 0)) / total : 0;
  });
  return Math.max(0, ...shares);
}

function listAllowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  return list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
