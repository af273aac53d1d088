import { Link } from 'wouter';
import { SourceLine } from '../../design/source-line.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaApplicationLiveDocument, type WargaApplicationLiveQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { OwnPart } from '../own-part.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { texts as door } from '../texts.ts';
import { texts } from './texts.ts';

type Live = NonNullable<NonNullable<WargaApplicationLiveQuery['me']>['applications']>[number];

interface LiveDetailProps {
  readonly id: string;
  readonly before: string | undefined;
  readonly stream: string;
}

/** What the application's own OPD says of it this moment. */
export function LiveDetail({ id, before, stream }: LiveDetailProps) {
  const t = useTexts(texts);
  return (
    <section className="card stack">
      <h2>{t.live}</h2>
      {stream.endsWith('/Complaint') ? (
        <p>
          <Link href="/pengaduan">{t.complaint}</Link>
        </p>
      ) : (
        <Asked id={id} before={before} field={stream.endsWith('/Licence') ? 'licence' : 'permit'} />
      )}
    </section>
  );
}

function Asked({
  id,
  before,
  field,
}: Pick<LiveDetailProps, 'id' | 'before'> & { readonly field: 'permit' | 'licence' }) {
  const t = useTexts(texts);
  const answer = useGraph(WargaApplicationLiveDocument, { after: before ?? null });
  const pick = ({ me }: WargaApplicationLiveQuery) => {
    const found = me?.applications?.find((one) => one.id === id);
    return found?.[field] ? found : null;
  };
  return (
    <OwnPart
      answer={answer}
      path={`me.applications.${field}`}
      pick={pick}
      empty={<p className="soft">{t.liveNone}</p>}
      lines={5}
    >
      {({ permit, licence }) => (
        <>
          {permit && <PermitNow permit={permit} />}
          {licence && <LicenceNow licence={licence} />}
        </>
      )}
    </OwnPart>
  );
}

function PermitNow({ permit }: { readonly permit: NonNullable<Live['permit']> }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  const { date } = useFormat();
  const { status, issuedOn, timeline, source } = permit;
  return (
    <>
      <p className="row">
        {status && <StatusBadge status={status} />}
        {issuedOn && <span>{t.issuedOn(date(issuedOn))}</span>}
      </p>
      {timeline && (
        <ol className="timeline">
          {timeline.map(({ status: step, on, note }, index) => (
            <li key={`${step} ${on} ${note}`} aria-current={index === timeline.length - 1 ? 'step' : undefined}>
              <b>{step && d[step]}</b>
              <div className="small soft">{on && date(on)}</div>
              {note && <div>{note}</div>}
            </li>
          ))}
        </ol>
      )}
      {source && (
        <p>
          <SourceLine source={source} />
        </p>
      )}
    </>
  );
}

function LicenceNow({ licence }: { readonly licence: NonNullable<Live['licence']> }) {
  const t = useTexts(texts);
  const { date } = useFormat();
  const { status, number, issuedOn, terms, source } = licence;
  return (
    <>
      <p className="row">
        {status && <StatusBadge status={status} />}
        {issuedOn && <span>{t.issuedOn(date(issuedOn))}</span>}
      </p>
      {number && (
        <p>
          {t.licenceNumber}: {number}
        </p>
      )}
      {terms?.map(({ receivedOn, validUntil }) => (
        <p key={receivedOn}>{t.term(receivedOn ? date(receivedOn) : '–', validUntil ? date(validUntil) : t.noEnd)}</p>
      ))}
      {source && (
        <p>
          <SourceLine source={source} />
        </p>
      )}
    </>
  );
}
