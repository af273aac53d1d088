import type { SakipScores, SakipYearScore } from '../../ports/sakip-scores.ts';
import { listBearers } from '../registry/list-bearers.ts';
import type { RegisteredOpd } from '../registry/opd-registry.ts';
import { roundTo2 } from '../round-to-2.ts';

/** One result with how far it is from that of the year before. */
export interface TrendPoint extends SakipYearScore {
  readonly change: number | undefined;
}

/** Results of an OPD and of those who bore its duties before it, year by year; undefined while nothing has been copied. */
export async function listTrend(
  scores: SakipScores,
  opd: RegisteredOpd,
  first: number,
  last: number,
): Promise<readonly TrendPoint[] | undefined> {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const all = await scores.listScores(years);
  const line = years.map((year) => {
    const codes = listBearers(opd, year).map(({ code }) => code);
    return all?.filter((one) => one.year === year && codes.includes(one.opd)) ?? [];
  });
  return all && addChanges(line);
}

/** The results of each year with their change; where one of two years has several results or none, nobody can tell it. */
export function addChanges(line: readonly (readonly SakipYearScore[])[]): readonly TrendPoint[] {
  return line.flatMap((ofYear, index) => {
    const before = line[index - 1];
    const [past, now] = before?.length === 1 && ofYear.length === 1 ? [before[0], ofYear[0]] : [];
    const [from, to] = [past?.reported.total, now?.reported.total];
    const change = from === undefined || to === undefined ? undefined : roundTo2(to - from);
    return ofYear.map((score) => ({ ...score, change }));
  });
}
