import './charts.css';
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';

export interface Bar {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: number;
  readonly text: string;
  /** What it was before, marked on the same scale. */
  readonly before?: number | null;
  readonly beforeText?: string;
  readonly tone?: 'bad' | 'good';
}

interface BarChartProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly nameHead: string;
  readonly valueHead: string;
  readonly beforeHead?: string;
  /** What a whole bar stands for; the largest value without it. */
  readonly most?: number;
}

/** Bars from nought beside their names and numbers: a chart that is its own table. */
export function BarChart({ label, bars, nameHead, valueHead, beforeHead, most }: BarChartProps) {
  const largest = most ?? Math.max(...bars.flatMap(({ value, before }) => [value, before ?? 0]), 0);
  const scale = scaleLinear([0, largest || 1], [0, 100]).clamp(true);
  return (
    <table className="bars">
      <caption className="unseen">{label}</caption>
      <colgroup>
        <col className="bars__names" />
        <col />
        {beforeHead && <col className="bars__befores" />}
      </colgroup>
      <thead className="unseen">
        <tr>
          <th scope="col">{nameHead}</th>
          <th scope="col">{valueHead}</th>
          {beforeHead && <th scope="col">{beforeHead}</th>}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, name, value, text, before, beforeText, tone }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <div className="bars__value">
                <svg className="bars__bar" data-tone={tone} aria-hidden="true" width="100%" height="18">
                  <rect className="bars__rest" width="100%" height="18" rx="3" />
                  <rect className="bars__fill" width={`${scale(value)}%`} height="18" rx="3" />
                  {typeof before === 'number' && (
                    <rect className="bars__before" x={`${Math.min(scale(before), 99)}%`} y="-2" width="3" height="22" />
                  )}
                </svg>
                <b>{text}</b>
              </div>
            </td>
            {beforeHead && <td className="number soft small">{beforeText}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
