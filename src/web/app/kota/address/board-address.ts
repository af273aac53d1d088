import { useSearchParams } from 'wouter';
import { findMeasure, type ShownMeasure, type ShownMetric } from '../measures/measures.ts';
import { addMonths, isDay, lastDayOf, monthOf, today, yearBefore } from './days.ts';

/** What the board is sorted by: its alerts, an OPD's name, or a figure. */
export type SortKey = 'peringatan' | 'nama' | ShownMetric;
export type Comparison = 'bulan-lalu' | 'tahun-lalu' | 'hari';

/** What the board shows, as its address says it; nothing in it is about a person. */
export interface BoardAddress {
  readonly day: string;
  readonly isToday: boolean;
  readonly comparison: Comparison;
  readonly before: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
  /** The figure of charts, sparklines and cards. */
  readonly measure: ShownMeasure;
  readonly onlyProblems: boolean;
  readonly search: string;
  readonly showsAll: boolean;
}

export type AddressChange = Readonly<
  Partial<Record<'hari' | 'banding' | 'urut' | 'arah' | 'ukuran' | 'saring' | 'cari' | 'semua', string | undefined>>
>;

/** Reads what to show out of the address; what makes no sense there is as if it were not. */
export function readAddress(params: URLSearchParams, now = today()): BoardAddress {
  const given = params.get('hari');
  const day = isDay(given) && given <= now ? given : now;
  const banding = params.get('banding');
  const other = isDay(banding) && banding < day ? banding : undefined;
  const comparison: Comparison = other ? 'hari' : banding === 'tahun-lalu' ? 'tahun-lalu' : 'bulan-lalu';
  const sorted = findMeasure(params.get('urut'));
  const sort: SortKey = sorted?.metric ?? (params.get('urut') === 'nama' ? 'nama' : 'peringatan');
  const measure = findMeasure(params.get('ukuran')) ?? sorted ?? findMeasure('lewat-batas');
  if (!measure) throw new Error('The board has no figure to begin with');
  const isWorstFirst = sorted ? sorted.worse === 'higher' : sort === 'peringatan';
  const arah = params.get('arah');
  return {
    ...{ day, isToday: day === now, comparison, sort, measure },
    before: other ?? (comparison === 'tahun-lalu' ? yearBefore(day) : lastDayOf(addMonths(monthOf(day), -1))),
    isDescending: arah === 'turun' || (arah !== 'naik' && isWorstFirst),
    onlyProblems: params.get('saring') === 'masalah',
    search: params.get('cari') ?? '',
    showsAll: params.get('semua') === 'ya',
  };
}

/** What the board shows, and how to show something else: a step that the back button undoes, or none while somebody types. */
export function useBoardAddress(): [BoardAddress, (change: AddressChange, isStep?: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const change = (given: AddressChange, isStep = true): void => {
    const next = (before: URLSearchParams): URLSearchParams => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(given)) {
        if (value) after.set(name, value);
        else after.delete(name);
      }
      return after;
    };
    setParams(next, { replace: !isStep });
  };
  return [readAddress(params), change];
}

/** The twelve months up to a day. */
export function yearUntil(day: string): { readonly from: string; readonly to: string } {
  const to = monthOf(day);
  return { from: addMonths(to, -11), to };
}
