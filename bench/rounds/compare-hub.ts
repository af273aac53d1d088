import type { ContenderName } from '../contenders/contender.ts';

/** A bound on a ratio of the hub's figure to another contender's. */
export interface Target {
  readonly to: ContenderName;
  readonly target: number;
  /** Wished for, where the plain target is owed. */
  readonly isAim?: boolean;
}

/** A ratio as measured; null when one of the two figures is missing. */
export interface Ratio extends Target {
  readonly value: number | null;
}

/** The hub's figure against each of the others that were measured. */
export function compareHub<Measured>(
  measured: ReadonlyMap<ContenderName, Measured>,
  targets: readonly Target[],
  read: (measured: Measured) => number | null,
): readonly Ratio[] {
  const hub = measured.get('hub');
  return targets.flatMap(({ to, ...bound }) => {
    const other = measured.get(to);
    if (!hub || !other) return [];
    const [mine, theirs] = [read(hub), read(other)];
    return [{ to, value: mine === null || theirs === null ? null : mine / theirs, ...bound }];
  });
}
