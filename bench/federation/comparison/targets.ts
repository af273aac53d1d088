import type { Target } from '../../rounds/compare-hub.ts';

/** What the hub's CPU may be at most, as a share of another's. */
export const cpuTargets: readonly Target[] = [
  { to: 'floor', target: 1.5, isAim: true },
  { to: 'hive', target: 0.45 },
  { to: 'hive', target: 0.35, isAim: true },
];

/** How many times another's requests per second the hub answers at least. */
export const rateTargets: readonly Target[] = [
  { to: 'hive', target: 2 },
  { to: 'apollo', target: 8 },
];
