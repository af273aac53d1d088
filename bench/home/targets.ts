import type { Target } from '../rounds/compare-hub.ts';

/** What the hub's CPU may be at most, as a share of another's. */
export const cpuTargets: readonly Target[] = [
  { to: 'floor', target: 1.8 },
  { to: 'hive', target: 0.5 },
  { to: 'apollo', target: 0.2 },
];
