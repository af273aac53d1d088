import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { ViewTitle } from '../../shell/view-title.tsx';
import { findOldest, writeAge } from '../basis/oldest.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import type { Bases, Figures } from '../measures/measures.ts';
import { shortName } from '../measures/short-name.ts';
import { writeHeadline, writeWorse } from './headline.ts';
import { headlineTexts } from './headline-texts.ts';

export interface BoardHeadProps {
  readonly totals: Figures & Bases;
  readonly before: Figures | undefined;
  readonly opds: readonly Figures[];
  readonly beforeDay: string;
  readonly page: string;
}

/** The top line in words: what is overdue and where, what got worse, what is down, how old the oldest data is. */
export function BoardHead({ totals, before, opds, beforeDay, page }: BoardHeadProps) {
  const t = useTexts(headlineTexts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  const down = totals.health.asked - totals.health.answering;
  const oldest = findOldest(totals);
  return (
    <div className="stack stack--tight headline">
      <ViewTitle page={page}>{writeHeadline({ totals, opds, format, t })}</ViewTitle>
      <p className="standfirst">
        {writeWorse({ now: totals, before, day: beforeDay, names, format, t })}{' '}
        {(totals.levyReports ?? 0) > 0 && `${t.levies(format.number(totals.levyReports ?? 0))} `}
        {down > 0 && `${t.systemsDown(format.number(down), writeDown(opds))} `}
        {oldest && t.oldest(names[oldest.kind], writeAge(oldest.asOf, format, t))}
      </p>
    </div>
  );
}

/** Whose systems are down, where that are few. */
function writeDown(opds: readonly Figures[]): string {
  const names = opds
    .filter(({ health }) => health.answering < health.asked)
    .map(({ name, opd }) => shortName(name, opd?.code));
  return names.length > 0 && names.length <= 3 ? ` (${names.join(', ')})` : '';
}
