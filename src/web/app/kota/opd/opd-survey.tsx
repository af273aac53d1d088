import { BarChart } from '../../charts/bar-chart.tsx';
import { useFormat } from '../../format/format.ts';
import type { KotaOpdQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { drillTexts } from '../drill-texts.ts';

/** What people are satisfied with least: the nine elements of the survey, the lowest first. */
export function OpdSurvey({ survey }: { readonly survey: NonNullable<KotaOpdQuery['opd']>['survey'] }) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const known = (survey?.elements ?? []).flatMap(({ element, name, mean }) =>
    mean === null
      ? []
      : [{ key: element, name: <span lang="id">{name}</span>, value: mean, text: format.number(mean, 2) }],
  );
  return (
    <section className="card stack" aria-labelledby="survei">
      <h2 id="survei">{t.survey}</h2>
      {known.length === 0 || !survey ? (
        <p className="soft">{t.noSurvey}</p>
      ) : (
        <>
          <p className="small soft">{t.surveyOf(String(survey.year), format.number(survey.answers))}</p>
          <BarChart
            label={t.survey}
            nameHead={t.element}
            valueHead={t.mean}
            most={4}
            bars={known.sort((one, other) => one.value - other.value)}
          />
        </>
      )}
      {(known.length > 0 ? (survey?.missing ?? []) : []).map((one) => (
        <p key={one} className="small soft" lang="id">
          {one}
        </p>
      ))}
    </section>
  );
}
