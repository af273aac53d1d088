import { LineChart } from '../../charts/line-chart.tsx';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import type { AddressChange, BoardAddress } from '../address/board-address.ts';
import { chartsTexts } from '../history/charts-texts.ts';
import { MeasureChoice } from '../measures/measure-choice.tsx';
import { measureTexts } from '../measures/measure-texts.ts';
import { writeFigure } from '../measures/measures.ts';
import { type OpdCity, readOpdPoints } from './opd-points.ts';

interface OpdTrendProps {
  readonly now: OpdCity['opds'][number];
  readonly trends: OpdCity;
  readonly measure: BoardAddress['measure'];
  readonly change: (change: AddressChange) => void;
}

/** The chosen figure of an OPD through the months. */
export function OpdTrend({ now, trends, measure, change }: OpdTrendProps) {
  const t = useTexts(chartsTexts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  const points = readOpdPoints(measure, trends);
  return (
    <section className="stack" aria-labelledby="riwayat">
      <h2 id="riwayat">{t.history}</h2>
      <div className="tools no-print">
        <MeasureChoice measure={measure} change={change} />
      </div>
      <div className="card stack">
        <h3>{t.trendOf(names[measure.metric])}</h3>
        <p className="small soft">{names[measure.over]}</p>
        <LineChart
          label={`${t.trendOf(names[measure.metric])}, ${now.name}`}
          steps={points.map(({ month }) => month)}
          lines={[{ key: 'opd', name: now.name, values: points.map(({ value }) => value), isMain: true }]}
          writeStep={format.shortMonth}
          writeValue={(value) => writeFigure(measure, value, format)}
          fromZero={measure.form !== 'score'}
          isWhole={measure.form === 'count'}
        />
      </div>
    </section>
  );
}
