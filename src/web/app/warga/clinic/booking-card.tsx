import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { SourceLine } from '../../design/source-line.tsx';
import { useFormat } from '../../format/format.ts';
import { type WargaClinicBookingsQuery, WargaQueueDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { OwnPart } from '../own-part.tsx';
import { texts } from './texts.ts';

type Booking = NonNullable<NonNullable<WargaClinicBookingsQuery['me']>['clinicBookings']>[number];

/** A booked place; while it is still to come, how the queue stands, when it is asked for. */
export function BookingCard({ booking }: { readonly booking: Booking }) {
  const t = useTexts(texts);
  const { date, number: write } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { code, clinic, doctor, on, number, status, source } = booking;
  return (
    <section className="card stack" aria-label={clinic ?? code}>
      <div className="row row--spread row--top">
        <h2 className="card__title">{clinic ?? code}</h2>
        {status && <Badge tone={status === 'BOOKED' ? 'good' : 'plain'}>{t[status]}</Badge>}
      </div>
      <p className="lead">{[on && date(on), number !== null && t.number(write(number))].filter(Boolean).join(', ')}</p>
      <p className="soft">{[doctor, t.code(code)].filter(Boolean).join(' · ')}</p>
      {status === 'BOOKED' &&
        (isOpen ? (
          <Queue code={code} />
        ) : (
          <p>
            <button type="button" className="button button--small" onClick={() => setOpen(true)}>
              {t.queue}
            </button>
          </p>
        ))}
      {source && (
        <p>
          <SourceLine source={source} />
        </p>
      )}
    </section>
  );
}

function Queue({ code }: { readonly code: string }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const answer = useGraph(WargaQueueDocument);
  return (
    <OwnPart
      answer={answer}
      path="me.clinicBookings.queue"
      pick={({ me }) => me?.clinicBookings?.find((one) => one.code === code)?.queue}
      empty={<p className="soft">{t.noQueue}</p>}
      lines={2}
    >
      {({ ahead, calling, waitSeconds, note }) => (
        <div role="status">
          {ahead !== null && (
            <p>
              <b>{t.ahead(number(ahead))}</b>
              {waitSeconds ? `, ${t.wait(number(Math.ceil(waitSeconds / 60)))}` : ''}
            </p>
          )}
          {calling && calling !== '-' && <p className="small soft">{t.calling(calling)}</p>}
          {note && <p className="small soft">{note}</p>}
        </div>
      )}
    </OwnPart>
  );
}
