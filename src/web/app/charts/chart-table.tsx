import { useTexts } from '../language/texts.ts';
import type { ChartData } from './chart-line.ts';
import { chartTexts } from './texts.ts';

/** The numbers behind a chart, for whoever would rather read them. */
export function ChartTable({ label, steps, lines, writeStep, writeValue }: ChartData) {
  const t = useTexts(chartTexts);
  return (
    <details className="chart__table no-print">
      <summary>{t.seeTable}</summary>
      <div className="scroller">
        <table className="plain">
          <caption className="unseen">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t.month}</th>
              {lines.map(({ key, name }) => (
                <th key={key} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => (
              <tr key={step}>
                <th scope="row">{writeStep(step)}</th>
                {lines.map(({ key, values }) => {
                  const value = values[index] ?? null;
                  return (
                    <td key={key} className="number">
                      {value === null ? <span title={t.unknown}>—</span> : writeValue(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
