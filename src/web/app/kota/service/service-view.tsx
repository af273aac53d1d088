import { Link } from 'wouter';
import { LineChart } from '../../charts/line-chart.tsx';
import { Badge } from '../../design/badge.tsx';
import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import { KotaServiceDocument, type KotaServiceQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { ViewTitle } from '../../shell/view-title.tsx';
import { useBoardAddress, yearUntil } from '../address/board-address.ts';
import { drillTexts } from '../drill-texts.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { getMeasure, writeFigure } from '../measures/measures.ts';

/** One service: its standard, and through the months how long it took, how often in time and how often overcharged. */
export function ServiceView({ code }: { readonly code: string }) {
  const t = useTexts(drillTexts);
  const [{ day }] = useBoardAddress();
  const [opd = ''] = code.split('.');
  const answer = useGraph(KotaServiceDocument, { on: day, code, opd, ...yearUntil(day) });
  return (
    <Part
      answer={answer}
      path="service"
      pick={({ service }) => service}
      empty={<ViewTitle page={t.service}>{t.noService}</ViewTitle>}
      lines={8}
    >
      {(service) => (
        <>
          <p className="kicker">
            <Link href={`/opd/${service.opd.code}${location.search}`}>← {service.opd.name}</Link>
          </p>
          <div className="stack stack--tight headline">
            <ViewTitle page={service.name}>{service.name}</ViewTitle>
            <p className="standfirst" lang="id">
              {service.about}
            </p>
          </div>
          {service.standard && <Standard standard={service.standard} />}
          {answer.data && <Charts code={code} city={answer.data.city} />}
        </>
      )}
    </Part>
  );
}

type Service = NonNullable<KotaServiceQuery['service']>;

function Standard({ standard }: { readonly standard: NonNullable<Service['standard']> }) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const { days, officialFee, isDefault, digital } = standard;
  return (
    <dl className="facts card">
      <dt>{t.deadline}</dt>
      <dd>
        {days === null ? t.noDays : t.days(format.number(days))} {isDefault && <Badge tone="warn">{t.assumed}</Badge>}
      </dd>
      <dt>{t.fee}</dt>
      <dd>{officialFee === null ? t.noFee : officialFee === 0 ? t.free : format.rupiah(officialFee)}</dd>
      <dt>{t.counter}</dt>
      <dd lang={digital.counterSteps.length > 0 ? 'id' : undefined}>
        {digital.counterSteps.length > 0 ? digital.counterSteps.join(', ') : t.noCounter}
      </dd>
    </dl>
  );
}

const CHARTS = [
  ['SLA_COMPLIANCE', 'inTime'],
  ['MEDIAN_DAYS', 'days'],
  ['OVERCHARGED', 'overcharged'],
] as const;

function Charts({ code, city }: { readonly code: string; readonly city: KotaServiceQuery['city'] }) {
  const names = useTexts(measureTexts);
  const format = useFormat();
  return (
    <div className="columns">
      {CHARTS.map(([metric, of]) => {
        const points = city[of].find(({ key }) => key === code)?.points ?? [];
        return (
          <section key={metric} className="card stack" aria-labelledby={metric}>
            <h2 id={metric}>{names[metric]}</h2>
            <p className="small soft">{names.flow}</p>
            <LineChart
              label={names[metric]}
              steps={points.map(({ month }) => month)}
              lines={[{ key: code, name: names[metric], values: points.map(({ value }) => value), isMain: true }]}
              isWhole={getMeasure(metric).form === 'count'}
              writeStep={format.shortMonth}
              writeValue={(value) => writeFigure(getMeasure(metric), value, format)}
            />
          </section>
        );
      })}
    </div>
  );
}
