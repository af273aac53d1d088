import { HubError } from '../../base/hub-error.ts';
import type { CityMetric } from '../generated/resolver-types.ts';
import { addUp, WHOLE_CITY } from './add-up.ts';
import type { FigureProvider, OpdMonthSum } from './figure-provider.ts';
import { metrics } from './metrics.ts';
import { addMonths, lastDayOf, listMonths, monthOf } from './months.ts';

export type TrendKey = 'CITY' | 'OPD' | 'SERVICE';

/** A figure of each month; undefined where there is nothing to tell it from. */
export interface TrendLine {
  /** `*` for the city, or the code of an OPD or a service. */
  readonly key: string;
  readonly points: readonly { readonly month: string; readonly value: number | undefined }[];
}

export interface TrendSpan {
  readonly from: string;
  readonly to: string;
  readonly opd?: string | undefined;
}

const MOST_MONTHS = 120;

/**
 * Reads a figure month by month. How something stands at the end of a month is told backwards: from the end of the last
 * month by what came about in each. @throws HubError BAD_USER_INPUT for months that are none, too many or in no order.
 */
export async function readTrend(
  provider: FigureProvider | undefined,
  name: CityMetric,
  by: TrendKey,
  { from, to, opd }: TrendSpan,
): Promise<readonly TrendLine[]> {
  const months = readMonths(from, to);
  if (!provider) return [];
  const metric = metrics[name];
  const isStock = metric.over === 'stock';
  if (isStock && by === 'SERVICE')
    throw new HubError('BAD_USER_INPUT', `${name} is not told by service.`, { fix: 'Ask for it by OPD.' });
  const keyOf = (sum: { readonly opd: string; readonly service?: string | undefined }): string =>
    by === 'CITY' ? WHOLE_CITY : by === 'OPD' ? sum.opd : (sum.service ?? '');
  const ofOpd = <Sum extends { readonly opd: string }>(sums: readonly Sum[]) =>
    opd === undefined ? sums : sums.filter((one) => one.opd === opd);
  const sums = ofOpd(await provider.readMonths(from, to, by === 'SERVICE'));
  const end = isStock ? ofOpd(await provider.readOn(lastDayOf(to))) : [];
  const keys = new Set([...sums, ...end].map(keyOf));
  if (by === 'CITY') keys.add(WHOLE_CITY);
  const byMonth = new Map(months.map((month) => [month, isStock ? backTo(month, end, sums) : ofMonth(month, sums)]));
  const lines = [...keys].filter((key) => key !== '').sort();
  const filed = new Map([...byMonth].map(([month, of]) => [month, addUp(of, keyOf)]));
  return lines.map((key) => ({
    key,
    points: months.map((month) => ({
      month,
      value: metric.compute(filed.get(month)?.get(key) ?? new Map()),
    })),
  }));
}

function readMonths(from: string, to: string): readonly string[] {
  const months = listMonths(from, to);
  if (months.length > 0 && months.length <= MOST_MONTHS) return months;
  throw new HubError('BAD_USER_INPUT', `from and to are months in order, at most ${MOST_MONTHS} of them.`);
}

function ofMonth(month: string, sums: readonly OpdMonthSum[]) {
  return sums.filter((one) => one.month === month);
}

/** How it stood at the end of a month: as at the end of the last, without what came about since. */
function backTo(
  month: string,
  end: readonly { opd: string; name: string; amount: number }[],
  sums: readonly OpdMonthSum[],
) {
  const since = sums.filter((one) => one.month > month).map((one) => ({ ...one, amount: -one.amount }));
  return [...end, ...since];
}

/** A figure of each OPD in each year: what came about in it, or how it stood at its end, this year's on the day. */
export async function compareYears(
  provider: FigureProvider | undefined,
  name: CityMetric,
  years: readonly number[],
  today: string,
): Promise<ReadonlyMap<string, readonly (number | undefined)[]>> {
  if (
    years.length === 0 ||
    years.length > 10 ||
    !years.every((year) => Number.isInteger(year) && year >= 2000 && year <= 2100)
  )
    throw new HubError('BAD_USER_INPUT', 'years are one to ten years from 2000 to 2100.');
  const metric = metrics[name];
  const perYear = await Promise.all(
    years.map(async (year) => {
      if (!provider || `${year}-01-01` > today) return addUp([]);
      const lastDay = `${year}-12-31` < today ? `${year}-12-31` : today;
      return addUp(
        metric.over === 'stock'
          ? await provider.readOn(lastDay)
          : await provider.readMonths(`${year}-01`, monthOf(lastDay)),
      );
    }),
  );
  const codes = new Set(perYear.flatMap((sums) => [...sums.keys()]));
  return new Map(
    [...codes]
      .filter((code) => code !== '' && code !== WHOLE_CITY)
      .sort()
      .map((code) => [
        code,
        perYear.map((sums) => {
          const of = sums.get(code);
          return of && metric.compute(of);
        }),
      ]),
  );
}

/** The month before, for what got worse. */
export function lastMonthEnd(day: string): string {
  return lastDayOf(addMonths(monthOf(day), -1));
}
