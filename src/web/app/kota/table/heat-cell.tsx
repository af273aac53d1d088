import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { useOpenBasis } from '../basis/basis-context.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { getMeasure, type ShownMetric, writeFigure } from '../measures/measures.ts';
import { texts } from '../texts.ts';
import { shade } from './heat.ts';
import type { OpdRow } from './opd-rows.ts';
import { tableTexts } from './table-texts.ts';

interface HeatCellProps {
  readonly row: OpdRow;
  readonly metric: ShownMetric;
  readonly largest: number;
  /** Row and column, for the arrow keys; without it the figure is a stop of the tab key like any other. */
  readonly place?: string;
  readonly isTabStop?: boolean;
}

/** One OPD's figure, shaded, marked where it is incomplete or beyond a threshold; opens where it comes from. */
export function HeatFigure({ row, metric, largest, place, isTabStop = true }: HeatCellProps) {
  const t = useTexts(texts);
  const table = useTexts(tableTexts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  const open = useOpenBasis();
  const measure = getMeasure(metric);
  const value = measure.read(row.now);
  const missing = row.now[measure.basis].missing.length > 0;
  const hasAlert = row.alerted.has(metric);
  const figure = value === null ? '—' : writeFigure(measure, value, format);
  const grade = value === null ? undefined : measure.grade?.(row.now);
  const marks = [
    ...(value !== null && missing ? [table.incompleteMark] : []),
    ...(hasAlert ? [table.hasAlert] : []),
    ...(value === null ? [table.noneMark] : []),
  ];
  const title = `${names[metric]}, ${row.name}`;
  return (
    <button
      type="button"
      className="heat__figure"
      data-heat={shade(measure, row.now, largest)}
      data-cell={place}
      tabIndex={isTabStop ? 0 : -1}
      title={marks.join('; ') || undefined}
      aria-label={[title, [figure, grade].filter(Boolean).join(' '), ...marks].join(', ')}
      onClick={() => open({ metric, code: row.code, title, figure: value === null ? t.unknown : figure })}
    >
      {hasAlert && <b className="heat__alert">!</b>}
      <span>{figure}</span> {grade && <span className="heat__grade">{grade}</span>}
      {value !== null && missing && <span className="heat__partial">◔</span>}
    </button>
  );
}
