import type { KotaLineFragment } from '../generated/graphql.ts';
import type { Figures, Measure } from './measures.ts';

/**
 * A trend of how something stands at each month's end, with the last month as it stands on the board's day: deadlines that fall
 * on the rest of the month are no delays yet.
 */
export function endToday(line: KotaLineFragment, measure: Measure, now: Figures): KotaLineFragment {
  if (measure.over !== 'stock') return line;
  const last = line.points.length - 1;
  const points = line.points.map((point, index) => (index === last ? { ...point, value: measure.read(now) } : point));
  return { ...line, points };
}
