import { contenderTitles } from '../contenders/contender.ts';
import type { Ratio } from '../rounds/compare-hub.ts';
import { formatTable } from './format-table.ts';

/** The hub's ratios of one measure beside their bounds; nothing when there are none. */
export function formatRatios(measure: string, sign: '≤' | '≥', ratios: readonly Ratio[]): string {
  if (ratios.length === 0) return '';
  const rows = ratios.map(({ to, value, target, isAim }) => [
    `the hub / ${contenderTitles[to]}`,
    value === null ? 'n/a' : value.toFixed(2),
    `${sign} ${target}${isAim ? ' (aim)' : ''}`,
    value === null ? '' : (sign === '≤' ? value <= target : value >= target) ? 'met' : 'missed',
  ]);
  return formatTable([measure, 'ratio', 'target', ''], rows);
}
