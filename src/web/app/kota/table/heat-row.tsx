import { memo } from 'react';
import { Link } from 'wouter';
import { Sparkline } from '../../charts/sparkline.tsx';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { MEASURES, type ShownMeasure, writeFigure } from '../measures/measures.ts';
import { trimName } from '../measures/short-name.ts';
import { texts } from '../texts.ts';
import { HeatFigure } from './heat-cell.tsx';
import type { OpdRow } from './opd-rows.ts';
import { tableTexts } from './table-texts.ts';

interface HeatRowProps {
  readonly row: OpdRow;
  readonly index: number;
  readonly measure: ShownMeasure;
  readonly largest: ReadonlyMap<string, number>;
  /** The column that the tab key stops at, if it is in this row. */
  readonly tabColumn: number | undefined;
  /** Shown when all are asked for, and on paper. */
  readonly isMore: boolean;
  readonly search: string;
}

/** A row of the table: one OPD and all of its figures. */
export const HeatRow = memo(function HeatRow(props: HeatRowProps) {
  const { row, index, measure, largest, tabColumn, isMore, search } = props;
  const t = useTexts(texts);
  const format = useFormat();
  const { answering, asked } = row.now.health;
  return (
    <tr data-more={isMore || undefined}>
      <th scope="row" className="heat__name">
        <Link href={`/opd/${row.code}${search}`}>{trimName(row.name)}</Link>
      </th>
      <td className="heat__trend">
        <RowTrend row={row} measure={measure} />
      </td>
      <td className="number heat__alerts" data-serious={row.serious > 0 || undefined}>
        {row.serious > 0 && (
          <span className="heat__count" data-severity="SERIOUS">
            {format.number(row.serious)} <span className="heat__word">{t.SERIOUS.toLowerCase()}</span>
          </span>
        )}
        {row.warnings > 0 && (
          <span className="heat__count" data-severity="WARNING">
            {format.number(row.warnings)} <span className="heat__word">{t.WARNING.toLowerCase()}</span>
          </span>
        )}
      </td>
      {MEASURES.map(({ metric }, column) => (
        <td key={metric} className="heat__cell">
          <HeatFigure
            row={row}
            metric={metric}
            largest={largest.get(metric) ?? 0}
            place={`${index}:${column}`}
            isTabStop={column === tabColumn}
          />
        </td>
      ))}
      <td className="number heat__health" data-down={answering < asked || undefined}>
        {asked === 0 ? <span className="soft">—</span> : `${format.number(answering)}/${format.number(asked)}`}
      </td>
    </tr>
  );
});

/** The last twelve months of the chosen figure, small. */
export function RowTrend({ row, measure }: Pick<HeatRowProps, 'row' | 'measure'>) {
  const names = useTexts(measureTexts);
  const table = useTexts(tableTexts);
  const format = useFormat();
  const values = row.trend?.points.map(({ value }) => value) ?? [];
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || first === undefined || last === undefined)
    return (
      <span className="soft">
        <span aria-hidden="true">—</span>
        <span className="unseen">{table.noTrend}</span>
      </span>
    );
  const write = (value: number) => writeFigure(measure, value, format);
  return (
    <Sparkline values={values} label={table.sparkOf(names[measure.metric], row.name, write(first), write(last))} />
  );
}
