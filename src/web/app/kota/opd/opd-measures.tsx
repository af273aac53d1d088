import { Sparkline } from '../../charts/sparkline.tsx';
import { useFormat } from '../../format/format.ts';
import type { KotaLineFragment } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { drillTexts } from '../drill-texts.ts';
import { ChangeLine } from '../figure/change-line.tsx';
import { FigureButton } from '../figure/figure-button.tsx';
import { WhyUnknown } from '../figure/why-unknown.tsx';
import { measureTexts } from '../measures/measure-texts.ts';
import { compare, type Figures, MEASURES, type ShownMeasure, writeFigure } from '../measures/measures.ts';
import { tableTexts } from '../table/table-texts.ts';
import { type OpdCity, readOpdPoints } from './opd-points.ts';

interface OpdMeasuresProps {
  readonly now: OpdCity['opds'][number];
  readonly before: Figures | undefined;
  readonly beforeDay: string;
  readonly trends: OpdCity;
}

/** Every figure of an OPD: itself, the way it went, its last twelve months; or why there is none. */
export function OpdMeasures({ now, before, beforeDay, trends }: OpdMeasuresProps) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  return (
    <section className="stack" aria-labelledby="ukuran">
      <h2 id="ukuran" className="figures__title">
        {t.figures(format.date(beforeDay))}
      </h2>
      <ul className="measures">
        {MEASURES.map((measure) => (
          <li key={measure.metric} className="measures__one">
            <MeasureLine measure={measure} now={now} before={before} points={readOpdPoints(measure, trends)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MeasureLineProps extends Pick<OpdMeasuresProps, 'now' | 'before'> {
  readonly measure: ShownMeasure;
  readonly points: KotaLineFragment['points'];
}

function MeasureLine({ measure, now, before, points }: MeasureLineProps) {
  const names = useTexts(measureTexts);
  const table = useTexts(tableTexts);
  const format = useFormat();
  const value = measure.read(now);
  const { missing } = now[measure.basis];
  const known = points.flatMap((point) => point.value ?? []);
  const [first, last] = [known[0], known.at(-1)];
  const write = (of: number) => writeFigure(measure, of, format);
  return (
    <>
      <h3 className="tile__name">{names[measure.metric]}</h3>
      <div className="row row--spread">
        <span>
          <FigureButton metric={measure.metric} of={now} className="figure figure--small" />{' '}
          {value !== null && measure.grade && <b>{measure.grade(now)}</b>}
        </span>
        {known.length > 1 && first !== undefined && last !== undefined && (
          <Sparkline
            values={points.map((point) => point.value)}
            label={table.sparkOf(names[measure.metric], now.name, write(first), write(last))}
          />
        )}
      </div>
      {value === null ? (
        <WhyUnknown missing={missing} />
      ) : (
        <p className="small">
          <ChangeLine measure={measure} change={before && compare(measure, value, measure.read(before))} />
        </p>
      )}
      {value !== null && missing[0] && (
        <p className="small">
          <b>◔ {table.incompleteMark}:</b> <span lang="id">{missing[0]}</span>
        </p>
      )}
    </>
  );
}
