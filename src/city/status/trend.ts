import { HubError } from '../../base/hub-error.ts';
import type { CityMetric } from '../generated/resolver-types.ts';
import { addUp, WHOLE_CITY } from './add-up.ts';
import type { FigureProvider, OpdMonthSum, OpdSum } from './figure-provider.ts';
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

type SumsByMonth = ReadonlyMap<string, readonly OpdSum[]>;

const MOST_MONTHS = 120;

/**
 * Reads a figure month by month, as one sees it on a day. How something stands at the end of a month is told backwards: from
 * the end of the last month by what came about in each; the day's own month is told as of the day, because what falls due
 * in the rest of it is no delay yet, and a later one not at all. @throws HubError BAD_USER_INPUT for months that are none,
 * too many or in no order.
 */
export async function readTrend(
  provider: FigureProvider | undefined,
  name: CityMetric,
  by: TrendKey,
  span: TrendSpan & { readonly on: string },
): Promise<readonly TrendLine[]> {
  const months = readMonths(span.from, span.to);
  if (!provider) return [];
  const metric = metrics[name];
  if (metric.over === 'stock' && by === 'SERVICE')
    throw new HubError('BAD_USER_INPUT', `${name} is not told by service.`, { fix: 'Ask for it by OPD.' });
  const keyOf = (sum: OpdSum): string => (by === 'CITY' ? WHOLE_CITY : by === 'OPD' ? sum.opd : (sum.service ?? ''));
  const read = metric.over === 'stock' ? readStocks : readFlows;
  const byMonth = await read(provider, months, span, by === 'SERVICE');
  const keys = new Set([...byMonth.values()].flatMap((of) => of.map(keyOf)));
  if (by === 'CITY') keys.add(WHOLE_CITY);
  const filed = new Map([...byMonth].map(([month, of]) => [month, addUp(of, keyOf)]));
  const readPoint = (month: string, key: string) => {
    const of = filed.get(month);
    return of && metric.compute(of.get(key) ?? new Map());
  };
  const lines = [...keys].filter((key) => key !== '').sort();
  return lines.map((key) => ({ key, points: months.map((month) => ({ month, value: readPoint(month, key) })) }));
}

function readMonths(from: string, to: string): readonly string[] {
  const months = listMonths(from, to);
  if (months.length > 0 && months.length <= MOST_MONTHS) return months;
  throw new HubError('BAD_USER_INPUT', `from and to are months in order, at most ${MOST_MONTHS} of them.`);
}

/** What came about in each month. */
async function readFlows(
  provider: FigureProvider,
  months: readonly string[],
  { from, to, opd }: TrendSpan,
  byService: boolean,
): Promise<SumsByMonth> {
  const sums = ofOpd(await provider.readMonths(from, to, byService), opd);
  return new Map(months.map((month) => [month, sums.filter((one) => one.month === month)]));
}

/** How it stood at the end of each month that is over, and on the day in its own; a month that has not begun is left out. */
async function readStocks(
  provider: FigureProvider,
  months: readonly string[],
  { from, to, opd, on }: TrendSpan & { readonly on: string },
): Promise<SumsByMonth> {
  const [all, last, day] = await Promise.all([
    provider.readMonths(from, to),
    provider.readOn(lastDayOf(to)),
    monthOf(on) <= to ? provider.readOn(on) : [],
  ]);
  const [sums, end, now] = [ofOpd(all, opd), ofOpd(last, opd), ofOpd(day, opd)];
  const begun = months.filter((month) => month <= monthOf(on));
  return new Map(begun.map((month) => [month, month === monthOf(on) ? now : backTo(month, end, sums)]));
}

function ofOpd<Sum extends OpdSum>(sums: readonly Sum[], opd: string | undefined): readonly Sum[] {
  return opd === undefined ? sums : sums.filter((one) => one.opd === opd);
}

/** How it stood at the end of a month: as at the end of the last, without what came about since. */
function backTo(month: string, end: readonly OpdSum[], sums: readonly OpdMonthSum[]): readonly OpdSum[] {
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
