import { Link } from 'wouter';
import { SourceLine } from '../../design/source-line.tsx';
import { useFormat } from '../../format/format.ts';
import type { WargaApplicationsQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { Deadline } from '../deadline.tsx';
import { isOver, StatusBadge } from '../status-badge.tsx';
import { texts as door } from '../texts.ts';
import { LiveDetail } from './live-detail.tsx';
import { texts } from './texts.ts';

type Application = NonNullable<NonNullable<WargaApplicationsQuery['me']>['applications']>[number];

interface ApplicationViewProps {
  readonly application: Application;
  /** The one above it in the list. */
  readonly before: string | undefined;
  readonly holidays: ReadonlySet<string>;
}

/** One application: how far it is, until when, what it cost and should cost, and what its OPD says of it now. */
export function ApplicationView({ application, before, holidays }: ApplicationViewProps) {
  const t = useTexts(texts);
  const { service, opd, number, status, submittedOn, dueOn, overdue, stream, source } = application;
  const { date } = useFormat();
  return (
    <View title={service.name} name={service.name} lead={opd?.name}>
      <p className="row">
        <StatusBadge status={status} />
        <span>{number}</span>
        {submittedOn && (
          <span className="soft">
            {t.submittedOn} {date(submittedOn)}
          </span>
        )}
      </p>
      <div className="columns">
        <div className="stack">
          <section className="card stack">
            <h2>{t.deadline}</h2>
            <p className="lead">
              {dueOn ? (
                <Deadline dueOn={dueOn} overdue={overdue} isOver={isOver(status)} holidays={holidays} />
              ) : (
                t.noDeadline
              )}
            </p>
            <h3>{t.timeline}</h3>
            <Timeline application={application} />
            <p className="small soft">
              {t.copy}: <SourceLine source={source} />
            </p>
          </section>
          <Charges application={application} />
        </div>
        <LiveDetail id={application.id} before={before} stream={stream} />
      </div>
      <p className="row">
        <Link href="/permohonan">{t.toList}</Link>
        {service.code && <Link href={`/layanan/${service.code}`}>{t.standard}</Link>}
      </p>
    </View>
  );
}

function Timeline({ application: { timeline } }: { readonly application: Application }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  const { date } = useFormat();
  if (timeline.length === 0) return <p className="soft">{t.noTimeline}</p>;
  return (
    <ol className="timeline">
      {timeline.map(({ status, on }, index) => (
        <li key={`${status} ${on}`} aria-current={index === timeline.length - 1 ? 'step' : undefined}>
          <b>{d[status]}</b>
          <div className="small soft">{date(on)}</div>
        </li>
      ))}
    </ol>
  );
}

function Charges({ application }: { readonly application: Application }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  const { rupiah } = useFormat();
  const { charged, officialFee, overcharge, opd, service, submittedOn } = application;
  const write = (amount: number | null) => (amount === null ? d.unknown : rupiah(amount));
  const about = { opd: opd?.code, service: service.code, amount: charged, day: submittedOn };
  return (
    <section className="card stack">
      <h2>{t.fees}</h2>
      <dl className="fees">
        <div>
          <dt>{t.charged}</dt>
          <dd>{write(charged)}</dd>
        </div>
        <div>
          <dt>{t.official}</dt>
          <dd>{officialFee === 0 ? d.free : write(officialFee)}</dd>
        </div>
        {Boolean(overcharge) && (
          <div>
            <dt>{t.overcharge}</dt>
            <dd className="late">{write(overcharge)}</dd>
          </div>
        )}
      </dl>
      {Boolean(overcharge) && (
        <div className="notice" data-tone="bad">
          <p>{t.overchargeText}</p>
          <p>
            <Link href="/pungli" state={about} className="button">
              {t.report}
            </Link>
          </p>
        </div>
      )}
    </section>
  );
}
