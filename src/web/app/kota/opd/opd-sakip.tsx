import { BarChart } from '../../charts/bar-chart.tsx';
import { Badge } from '../../design/badge.tsx';
import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import { type KotaOpdQuery, KotaOpdSakipDocument, type KotaOpdSakipQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { drillTexts } from '../drill-texts.ts';

interface OpdSakipProps {
  readonly code: string;
  readonly trend: NonNullable<KotaOpdQuery['opd']>['sakipTrend'];
}

/** What an OPD promised and reached: evaluations over years from the hub's copy, the last one live from e-SAKIP. */
export function OpdSakip({ code, trend }: OpdSakipProps) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const answer = useGraph(KotaOpdSakipDocument, { code });
  const years = (trend ?? []).flatMap(({ year, total, predicate }) =>
    total === null
      ? []
      : [
          {
            key: String(year),
            name: String(year),
            value: total,
            text: `${format.number(total, 2)} ${predicate ?? ''}`,
          },
        ],
  );
  return (
    <section className="card stack" aria-labelledby="sakip">
      <h2 id="sakip">{t.sakip}</h2>
      {years.length === 0 ? (
        <p className="soft">{t.noSakip}</p>
      ) : (
        <>
          <h3>{t.sakipTrend}</h3>
          <BarChart label={t.sakipTrend} nameHead={t.year} valueHead={t.score} most={100} bars={years} />
        </>
      )}
      <Part answer={answer} path="opd.sakip" pick={({ opd }) => opd?.sakip} empty={<p className="soft">{t.noSakip}</p>}>
        {(sakip) => <LastYear sakip={sakip} />}
      </Part>
    </section>
  );
}

type Sakip = NonNullable<NonNullable<KotaOpdSakipQuery['opd']>['sakip']>;

function LastYear({ sakip: { year, evaluation, documents } }: { readonly sakip: Sakip }) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const components = (evaluation?.components ?? []).flatMap(({ name, weight, score }) =>
    weight === null || score === null
      ? []
      : [
          {
            ...{ key: name, name: <span lang="id">{name}</span>, value: score / weight },
            text: format.percent(score / weight),
          },
        ],
  );
  return (
    <>
      {evaluation && (
        <>
          <h3>{t.sakipOf(String(year))}</h3>
          <BarChart
            label={t.sakipOf(String(year))}
            nameHead={t.component}
            valueHead={t.score}
            most={1}
            bars={components}
          />
          {evaluation.recomputed.total !== null && (
            <p className="small soft">
              {t.recomputed(format.number(evaluation.recomputed.total, 2))}
              {evaluation.recomputed.difference !== null &&
                `, ${t.difference(format.number(evaluation.recomputed.difference, 2))}`}
            </p>
          )}
        </>
      )}
      <h3>{t.documents}</h3>
      <ul className="row">
        {documents.map(({ kind, isMissing }) => (
          <li key={kind}>
            <Badge tone={isMissing === null ? 'plain' : isMissing ? 'warn' : 'good'}>
              {t[kind]}: {isMissing === null ? t.unknown : isMissing ? t.missing : t.there}
            </Badge>
          </li>
        ))}
      </ul>
      <p className="small soft">{t.sakipSlow}</p>
    </>
  );
}
