import type { ReactNode } from 'react';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { type Bases, compare, type Figures, getMeasure, type ShownMetric } from '../measures/measures.ts';
import { texts } from '../texts.ts';
import { ChangeLine } from './change-line.tsx';
import { FigureButton } from './figure-button.tsx';
import { WhyUnknown } from './why-unknown.tsx';

interface FigureTileProps {
  readonly metric: ShownMetric;
  readonly now: Figures & Bases;
  readonly before: Figures | undefined;
}

/** One of the board's large figures: its name, itself, of what it is a part, and which way it went. */
export function FigureTile({ metric, now, before }: FigureTileProps) {
  const names = useTexts(measureTexts);
  const measure = getMeasure(metric);
  const value = measure.read(now);
  const change = before && compare(measure, value, measure.read(before));
  const { missing } = now[measure.basis];
  return (
    <section className="tile" data-direction={change?.direction}>
      <h3 className="tile__name">{names[metric]}</h3>
      <p>
        <FigureButton metric={metric} of={now} />
      </p>
      <Beside metric={metric} of={now} />
      {value === null ? (
        <WhyUnknown missing={missing} />
      ) : (
        <p className="small">
          <ChangeLine measure={measure} change={change} />
        </p>
      )}
    </section>
  );
}

/** What stands beside the number: of what it is a part, or the letter that it earns. */
function Beside({ metric, of }: { readonly metric: ShownMetric; readonly of: Figures }): ReactNode {
  const t = useTexts(texts);
  const format = useFormat();
  const words = (): string | undefined => {
    if (metric === 'OVERDUE_APPLICATIONS')
      return of.openApplications === null ? undefined : t.ofOpen(format.number(of.openApplications));
    if (metric === 'OVERDUE_COMPLAINTS')
      return of.complaints.open === null ? undefined : t.ofOpenComplaints(format.number(of.complaints.open));
    if (metric === 'IKM' && of.ikm.grade)
      return `${t.grade(of.ikm.grade)}, ${t.answers(format.number(of.ikm.answers))}`;
    if (metric === 'SAKIP_SCORE' && of.sakip.predicate) return t.predicate(of.sakip.predicate);
    if (metric === 'REPORTING_RATE') return t.workdays;
    return metric === 'OVERCHARGED' || metric === 'LEVY_REPORTS' ? t.twelveMonths : undefined;
  };
  return <p className="small soft">{words()}</p>;
}
