import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';

interface SparklineProps {
  readonly values: readonly (number | null)[];
  /** What it shows and how it went, in words. */
  readonly label: string;
}

const WIDTH = 88;
const HEIGHT = 24;
const EDGE = 3;

/** A line as large as a word; gaps where nothing is known, a dot at the last value. */
export function Sparkline({ values, label }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = scalePoint(
    values.map((_, index) => String(index)),
    [EDGE, WIDTH - EDGE],
  );
  // A line that never moves lies in the middle instead of at the bottom, where it would look like nought.
  const y = scaleLinear([least === most ? least - 1 : least, least === most ? most + 1 : most], [HEIGHT - EDGE, EDGE]);
  const points = values.map((value, index) => ({ value, x: x(String(index)) ?? 0 }));
  const path = line<(typeof points)[number]>()
    .defined(({ value }) => value !== null)
    .x((point) => point.x)
    .y(({ value }) => y(value ?? 0));
  const last = points.findLast(({ value }) => value !== null);
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <path className="spark__line" d={path(points) ?? ''} />
      {last && <circle className="spark__last" cx={last.x} cy={y(last.value ?? 0)} r="2.5" />}
    </svg>
  );
}
