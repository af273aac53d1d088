import { Link } from 'wouter';
import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaServiceDocument, type WargaServiceQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { texts as door } from '../texts.ts';
import { findPermitCode } from './find-permit-code.ts';
import { texts } from './texts.ts';

type Service = NonNullable<WargaServiceQuery['service']>;
type Standard = NonNullable<Service['standard']>;

/** A service with what it costs, how long it takes, what is to be brought, and which steps still need a counter. */
export function ServiceView({ code }: { readonly code: string }) {
  const t = useTexts(texts);
  const answer = useGraph(WargaServiceDocument, { code });
  const service = answer.data?.service;
  return (
    <View title={service?.name ?? t.title} name={service?.name ?? t.title} lead={service?.about}>
      <Part
        answer={answer}
        path="service"
        pick={(data) => data.service}
        empty={<p className="empty">{t.notFound}</p>}
        lines={10}
      >
        {(found) => <Described service={found} />}
      </Part>
      <p>
        <Link href="/layanan">{t.back}</Link>
      </p>
    </View>
  );
}

function Described({ service }: { readonly service: Service }) {
  const t = useTexts(texts);
  const { code, opd, standard } = service;
  return (
    <>
      <p className="soft">{opd.name}</p>
      {standard && <Promised standard={standard} />}
      {findPermitCode(service) ? (
        <p>
          <Link href={`/layanan/${code}/ajukan`} className="button button--main">
            {t.apply}
          </Link>
        </p>
      ) : (
        <p className="notice">{t.notHere}</p>
      )}
      {standard && <Details standard={standard} />}
      <p className="notice">
        <span>
          {t.notMore}{' '}
          <Link href="/pungli" state={{ opd: opd.code, service: code }}>
            {t.reportIt}
          </Link>
        </span>
      </p>
    </>
  );
}

function Promised({ standard }: { readonly standard: Standard }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  const { rupiah, number } = useFormat();
  const { officialFee, days, product, isDefault, note } = standard;
  const fee = officialFee === 0 ? d.free : officialFee === null ? t.feeUnknown : rupiah(officialFee);
  return (
    <section className="card stack">
      <dl className="fees">
        <div>
          <dt>{t.fee}</dt>
          <dd>{fee}</dd>
        </div>
        <div>
          <dt>{t.time}</dt>
          <dd>{days === null ? t.daysUnknown : t.days(number(days))}</dd>
        </div>
        <div>
          <dt>{t.product}</dt>
          <dd>{product}</dd>
        </div>
      </dl>
      {note && <p>{note}</p>}
      {isDefault && <p className="small soft">{t.isDefault}</p>}
    </section>
  );
}

function Details({ standard }: { readonly standard: Standard }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const { requirements, steps, basis, complaints } = standard;
  const counters = steps.filter(({ channel }) => channel === 'COUNTER').length;
  return (
    <div className="columns">
      <section className="stack">
        <h2>{t.requirements}</h2>
        <ul className="bullets">
          {requirements.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t.steps}</h2>
        <ol className="timeline">
          {steps.map(({ name, channel }) => (
            <li key={name}>
              {name} <span className="small soft">({t[channel]})</span>
            </li>
          ))}
        </ol>
        <p>{counters > 0 ? t.counter(number(counters)) : t.noCounter}</p>
      </section>
      <section className="stack small soft">
        <p>
          {t.complaints}: {complaints}
        </p>
        <p>
          {t.basis}: {basis.join('; ')}
        </p>
      </section>
    </div>
  );
}
