import './charts.css';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { useId, useState } from 'react';
import { useTexts } from '../language/texts.ts';
import type { ChartData, ChartLine } from './chart-line.ts';
import { ChartTable } from './chart-table.tsx';
import { placeLabels } from './place-labels.ts';
import { chartTexts } from './texts.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 260;
const MARGIN = { top: 12, bottom: 28, left: 56 };
/** As wide as names beside the lines' ends need, where there is room for them. */
const NAMES = 184;

/** Lines through months or years with their names at their ends, what each step was on hover or by the arrow keys, and a table behind. */
export function LineChart(data: ChartData) {
  const t = useTexts(chartTexts);
  if (data.lines.every(({ values }) => values.every((value) => value === null)))
    return <p className="empty">{t.nothing}</p>;
  return <Drawing {...data} />;
}

function Drawing(data: ChartData) {
  const { label, steps, lines } = data;
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const [active, setActive] = useState<number>();
  const t = useTexts(chartTexts);
  const id = useId();
  const plot = measure(data, width);
  return (
    <figure className="chart">
      <div className="chart__frame" ref={frame} onPointerLeave={() => setActive(undefined)}>
        <svg role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
          <Axes data={data} plot={plot} />
          {lines.map((one) => (
            <Line key={one.key} line={one} plot={plot} steps={steps} />
          ))}
          {plot.hasNames && <Names lines={lines} plot={plot} />}
          {active !== undefined && <Cursor data={data} plot={plot} at={active} />}
          {steps.map((step, index) => (
            <rect
              key={step}
              className="chart__catch"
              x={plot.x(step) - plot.half}
              y={0}
              width={plot.half * 2}
              height={HEIGHT}
              onPointerEnter={() => setActive(index)}
            />
          ))}
        </svg>
        {active !== undefined && <Tip data={data} plot={plot} at={active} />}
        <label className="unseen" htmlFor={id}>
          {t.pick(label)}
        </label>
        <input
          id={id}
          className="chart__slider"
          type="range"
          min={0}
          max={steps.length - 1}
          value={active ?? steps.length - 1}
          aria-valuetext={describeStep(data, active ?? steps.length - 1, t.unknown)}
          onFocus={() => setActive(active ?? steps.length - 1)}
          onBlur={() => setActive(undefined)}
          onChange={(event) => setActive(Number(event.target.value))}
        />
      </div>
      {!plot.hasNames && lines.length > 1 && <Key lines={lines} />}
      <ChartTable {...data} />
    </figure>
  );
}

type Plot = ReturnType<typeof measure>;

function measure({ steps, lines, fromZero = true }: ChartData, width: number) {
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const low = fromZero ? Math.min(0, least) : least;
  const y = scaleLinear([low, most === low ? low + 1 : most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const hasNames = lines.length > 1 && width >= 560;
  const right = width - (hasNames ? NAMES : 16);
  const points = scalePoint([...steps], [MARGIN.left, right]).padding(0.2);
  const x = (step: string): number => points(step) ?? 0;
  return { x, y, right, hasNames, half: Math.max(4, points.step() / 2), width };
}

function Axes({ data: { steps, writeStep, writeValue, isWhole }, plot }: Pick<StepProps, 'data' | 'plot'>) {
  const every = Math.ceil(steps.length / Math.max(2, Math.floor((plot.right - MARGIN.left) / 64)));
  const ticks = plot.y.ticks(4).filter((tick) => !isWhole || Number.isInteger(tick));
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="chart__grid" x1={MARGIN.left} x2={plot.right} y1={plot.y(tick)} y2={plot.y(tick)} />
          <text className="chart__tick" x={MARGIN.left - 8} y={plot.y(tick)} dy="0.32em" textAnchor="end">
            {writeValue(tick)}
          </text>
        </g>
      ))}
      {steps.map((step, index) =>
        (steps.length - 1 - index) % every === 0 ? (
          <text key={step} className="chart__tick" x={plot.x(step)} y={HEIGHT - 8} textAnchor="middle">
            {writeStep(step)}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Line({
  line: of,
  plot,
  steps,
}: {
  readonly line: ChartLine;
  readonly plot: Plot;
  readonly steps: readonly string[];
}) {
  const points = of.values.map((value, index) => ({ value, x: plot.x(steps[index] ?? '') }));
  const path = line<(typeof points)[number]>()
    .defined(({ value }) => value !== null)
    .x((point) => point.x)
    .y(({ value }) => plot.y(value ?? 0));
  return (
    <g data-main={of.isMain || undefined} className="chart__series">
      <path d={path(points) ?? ''} />
      {points.map(({ value, x }) =>
        value === null ? null : <circle key={x} cx={x} cy={plot.y(value)} r={of.isMain ? 3 : 2} />,
      )}
    </g>
  );
}

function Names({ lines, plot }: { readonly lines: readonly ChartLine[]; readonly plot: Plot }) {
  const ends = lines.flatMap(({ key, name, values, isMain }) => {
    const last = values.findLast((value) => value !== null);
    return last === null || last === undefined ? [] : [{ key, name, isMain, at: plot.y(last) }];
  });
  return (
    <g>
      {placeLabels(ends, 15, [MARGIN.top, HEIGHT - MARGIN.bottom]).map(({ key, name, isMain, at }) => (
        <text
          key={key}
          className="chart__name"
          data-main={isMain || undefined}
          x={plot.right}
          y={at}
          dx="8"
          dy="0.32em"
        >
          {name.length > 22 ? `${name.slice(0, 21)}…` : name}
        </text>
      ))}
    </g>
  );
}

interface StepProps {
  readonly data: ChartData;
  readonly plot: Plot;
  readonly at: number;
}

function Cursor({ data: { steps }, plot, at }: StepProps) {
  const x = plot.x(steps[at] ?? '');
  return <line className="chart__cursor" x1={x} x2={x} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />;
}

function Tip({ data, plot, at }: StepProps) {
  const t = useTexts(chartTexts);
  const x = plot.x(data.steps[at] ?? '');
  const isLeft = x > plot.width / 2;
  const place = isLeft ? { right: plot.width - x + 8 } : { left: x + 8 };
  return (
    <div className="chart__tip" style={place} aria-hidden="true">
      <b>{data.writeStep(data.steps[at] ?? '')}</b>
      {data.lines.map(({ key, name, values }) => {
        const value = values[at] ?? null;
        return (
          <span key={key} className="chart__tip-row">
            {data.lines.length > 1 && <span>{name}</span>}
            <b>{value === null ? t.unknown : data.writeValue(value)}</b>
          </span>
        );
      })}
    </div>
  );
}

function Key({ lines }: { readonly lines: readonly ChartLine[] }) {
  return (
    <ul className="chart__key small">
      {lines.map(({ key, name, isMain }) => (
        <li key={key} data-main={isMain || undefined}>
          {name}
        </li>
      ))}
    </ul>
  );
}

function describeStep({ steps, lines, writeStep, writeValue }: ChartData, at: number, unknown: string): string {
  const values = lines.map(({ name, values }) => {
    const value = values[at] ?? null;
    return `${name} ${value === null ? unknown : writeValue(value)}`;
  });
  return `${writeStep(steps[at] ?? '')}: ${values.join(', ')}`;
}
