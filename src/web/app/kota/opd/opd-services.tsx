import { Link, useSearch } from 'wouter';
import { useFormat } from '../../format/format.ts';
import type { KotaLineFragment, KotaOpdQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { drillTexts } from '../drill-texts.ts';

interface OpdServicesProps {
  readonly services: NonNullable<KotaOpdQuery['opd']>['services'];
  readonly trends: Pick<KotaOpdQuery['city'], 'inTimeByService' | 'daysByService'>;
}

/** An OPD's services: how long each may take, how long it took, and how often in time; those furthest off first. */
export function OpdServices({ services, trends }: OpdServicesProps) {
  const t = useTexts(drillTexts);
  const rows = services
    .map((service) => ({
      service,
      inTime: findLast(trends.inTimeByService, service.code),
      days: findLast(trends.daysByService, service.code),
    }))
    .sort((one, other) => (one.inTime?.value ?? 2) - (other.inTime?.value ?? 2));
  return (
    <section className="stack" aria-labelledby="layanan">
      <h2 id="layanan">{t.services}</h2>
      {rows.length === 0 ? (
        <p className="empty">{t.noServices}</p>
      ) : (
        <>
          <p className="small soft">{t.servicesHint}</p>
          <div className="scroller">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t.service}</th>
                  <th scope="col" className="number">
                    {t.inTime}
                  </th>
                  <th scope="col" className="number">
                    {t.medianDays}
                  </th>
                  <th scope="col" className="number">
                    {t.standardDays}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <ServiceRow key={row.service.code} {...row} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

type Known = { readonly month: string; readonly value: number } | undefined;

interface ServiceRowProps {
  readonly service: OpdServicesProps['services'][number];
  readonly inTime: Known;
  readonly days: Known;
}

function ServiceRow({ service: { code, name, standard }, inTime, days }: ServiceRowProps) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const search = useSearch();
  const limit = standard?.days ?? null;
  const isLate = days !== undefined && limit !== null && days.value > limit;
  return (
    <tr>
      <th scope="row">
        <Link href={`/layanan/${code}${search === '' ? '' : `?${search}`}`}>{name}</Link>
      </th>
      <td className="number">
        {inTime ? format.percent(inTime.value) : '—'}
        {inTime && <span className="small soft"> {format.shortMonth(inTime.month)}</span>}
      </td>
      <td className="number">
        {isLate && <b className="heat__alert">! </b>}
        {days ? format.number(days.value, 1) : '—'}
      </td>
      <td className="number">
        {limit === null ? '—' : format.number(limit)}
        {standard?.isDefault && <span className="small soft"> {t.assumed}</span>}
      </td>
    </tr>
  );
}

function findLast(lines: readonly KotaLineFragment[], code: string): Known {
  const point = lines.find(({ key }) => key === code)?.points.findLast(({ value }) => value !== null);
  return point && point.value !== null ? { month: point.month, value: point.value } : undefined;
}
