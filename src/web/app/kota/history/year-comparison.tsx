import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import { KotaYearsDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import type { BoardAddress } from '../address/board-address.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { writeFigure } from '../measures/measures.ts';
import { trimName } from '../measures/short-name.ts';
import { chartsTexts } from './charts-texts.ts';

const YEARS = 4;

/** The chosen figure of each OPD in the last years, the worst of the last first; asked when somebody wants it. */
export function YearComparison({ address: { day, measure } }: { readonly address: BoardAddress }) {
  const t = useTexts(chartsTexts);
  const names = useTexts(measureTexts);
  const format = useFormat();
  const last = Number(day.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, index) => last - YEARS + 1 + index);
  const answer = useGraph(KotaYearsDocument, { on: day, metric: measure.metric, years });
  return (
    <>
      <h3>{t.yearsOf(names[measure.metric])}</h3>
      <p className="small soft">{t.yearsHint}</p>
      <Part answer={answer} path="city.compare" pick={({ city }) => city.compare} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="empty">{t.noneKnown}</p>
          ) : (
            <div className="scroller">
              <table className="plain">
                <caption className="unseen">{t.yearsOf(names[measure.metric])}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.opd}</th>
                    {years.map((year) => (
                      <th key={year} scope="col" className="number">
                        {year}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ opd, values }) => (
                    <tr key={opd.code}>
                      <th scope="row">{trimName(opd.name)}</th>
                      {values.map(({ year, value }) => (
                        <td key={year} className="number">
                          {value === null ? '—' : writeFigure(measure, value, format)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Part>
    </>
  );
}
