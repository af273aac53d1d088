import { useState } from 'react';
import { BarChart } from '../../charts/bar-chart.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { Waiting } from '../../design/waiting.tsx';
import { useFormat } from '../../format/format.ts';
import type { KotaLineFragment } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import type { AddressChange, BoardAddress } from '../address/board-address.ts';
import { MeasureChoice } from '../measures/measure-choice.tsx';
import { measureTexts } from '../measures/measure-texts.ts';
import { writeFigure } from '../measures/measures.ts';
import { shortName, trimName } from '../measures/short-name.ts';
import type { OpdRow } from '../table/opd-rows.ts';
import { chartsTexts } from './charts-texts.ts';
import { YearComparison } from './year-comparison.tsx';

interface BoardChartsProps {
  readonly address: BoardAddress;
  readonly change: (change: AddressChange) => void;
  readonly rows: readonly OpdRow[];
  /** The city's trend of the chosen figure; those of OPDs stand in their rows. Undefined until it has come. */
  readonly city: readonly KotaLineFragment[] | undefined;
}

/** The chosen figure through the months, and OPDs beside each other. */
export function BoardCharts({ address, change, rows, city }: BoardChartsProps) {
  const t = useTexts(chartsTexts);
  const [byYears, setByYears] = useState(false);
  const { measure } = address;
  return (
    <section className="stack" aria-labelledby="grafik">
      <h2 id="grafik">{t.title}</h2>
      <div className="tools no-print">
        <MeasureChoice measure={measure} change={change} />
        <fieldset className="switch">
          <legend className="unseen">{t.compare}</legend>
          <button type="button" aria-pressed={!byYears} onClick={() => setByYears(false)}>
            {t.byDays}
          </button>
          <button type="button" aria-pressed={byYears} onClick={() => setByYears(true)}>
            {t.byYears}
          </button>
        </fieldset>
      </div>
      <div className="columns">
        {city ? <TrendCard address={address} rows={rows} city={city} /> : <Waiting lines={6} />}
        <div className="card stack">
          {byYears ? <YearComparison address={address} /> : <Comparison address={address} rows={rows} />}
        </div>
      </div>
    </section>
  );
}

interface TrendCardProps extends Pick<BoardChartsProps, 'address' | 'rows'> {
  readonly city: readonly KotaLineFragment[];
}

/** The city strongly, and the OPDs that stand worst at the end lightly. */
function TrendCard({ address: { measure }, rows, city: lines }: TrendCardProps) {
  const names = useTexts(measureTexts);
  const t = useTexts(chartsTexts);
  const format = useFormat();
  const toLine = ({ key, name, points }: KotaLineFragment, isMain = false) => ({
    key: key ?? 'kota',
    name: key === null ? t.city : shortName(name, key),
    values: points.map(({ value }) => value),
    isMain,
  });
  const last = ({ points }: KotaLineFragment): number => points.findLast(({ value }) => value !== null)?.value ?? 0;
  const sign = measure.worse === 'higher' ? -1 : 1;
  const worst = rows
    .flatMap(({ trend }) => trend ?? [])
    .filter(({ points }) => points.some(({ value }) => value !== null))
    .sort((one, other) => (last(one) - last(other)) * sign)
    .slice(0, 4);
  const [city] = lines;
  return (
    <div className="card stack">
      <h3>{t.trendOf(names[measure.metric])}</h3>
      <p className="small soft">{names[measure.over]}</p>
      <LineChart
        label={t.trendOf(names[measure.metric])}
        steps={(city ?? worst[0])?.points.map(({ month }) => month) ?? []}
        lines={[...worst.map((one) => toLine(one)), ...(city ? [toLine(city, true)] : [])]}
        writeStep={format.shortMonth}
        writeValue={(value) => writeFigure(measure, value, format)}
        fromZero={measure.form !== 'score'}
        isWhole={measure.form === 'count'}
      />
    </div>
  );
}

const MOST_BARS = 12;

function Comparison({ address: { measure, before, day }, rows }: Pick<BoardChartsProps, 'address' | 'rows'>) {
  const names = useTexts(measureTexts);
  const t = useTexts(chartsTexts);
  const format = useFormat();
  const sign = measure.worse === 'higher' ? -1 : 1;
  const known = rows
    .flatMap((row) => {
      const value = measure.read(row.now);
      return value === null ? [] : [{ row, value }];
    })
    .sort((one, other) => (one.value - other.value) * sign);
  return (
    <>
      <h3>{t.comparisonOf(names[measure.metric])}</h3>
      <p className="small soft">{t.worstFirst(format.number(MOST_BARS), format.shortDate(before))}</p>
      {known.length === 0 && <p className="empty">{t.noneKnown}</p>}
      {known.length > 0 && (
        <BarChart
          label={t.comparisonOf(names[measure.metric])}
          nameHead={t.opd}
          valueHead={format.shortDate(day)}
          beforeHead={format.shortDate(before)}
          {...(measure.form === 'share' && { most: 1 })}
          {...(measure.form === 'score' && { most: 100 })}
          bars={known.slice(0, MOST_BARS).map(({ row, value }) => {
            const was = row.before ? measure.read(row.before) : null;
            return {
              ...{ key: row.code, name: trimName(row.name), value, text: writeFigure(measure, value, format) },
              ...{ before: was, beforeText: was === null ? '—' : writeFigure(measure, was, format) },
            };
          })}
        />
      )}
    </>
  );
}
