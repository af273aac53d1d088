import { Link } from 'wouter';
import { Badge } from '../../../design/badge.tsx';
import { useFormat } from '../../../format/format.ts';
import { WargaClinicBookingsDocument, WargaComplaintsDocument } from '../../../generated/graphql.ts';
import { useGraph } from '../../../graph/use-graph.ts';
import { useTexts } from '../../../language/texts.ts';
import { ComplaintBadge } from '../../complaint-badge.tsx';
import { useIsSure } from '../../own-part.tsx';
import { texts } from '../texts.ts';
import { AgencyCard, Line } from './agency-card.tsx';
import type { CardOptions } from './agency-cards.tsx';

/** Complaints as SiKesal has them. */
export function ComplaintsCard({ isReady }: CardOptions) {
  const t = useTexts(texts);
  const { moment } = useFormat();
  const answer = useGraph(WargaComplaintsDocument, undefined, { pause: !isReady });
  return (
    <AgencyCard
      title={t.complaints}
      from="Diskominfo"
      answer={answer}
      path="me.complaints"
      pick={({ me }) => me?.complaints}
      sourceOf={({ source }) => source}
      empty={t.complaintsEmpty}
      more={<Link href="/pengaduan">{t.see}</Link>}
    >
      {(complaints) => (
        <ul className="lines">
          {complaints.slice(0, 3).map(({ id, title, status, reportedOn, deadlines }) => (
            <Line
              key={id}
              title={title ?? id}
              detail={deadlines?.stage === 'REPLY' ? t.waitsForYou : reportedOn && moment(reportedOn)}
              state={status && <ComplaintBadge status={status} />}
            />
          ))}
        </ul>
      )}
    </AgencyCard>
  );
}

/** Bookings at the hospital's clinics. */
export function ClinicCard({ isReady }: CardOptions) {
  const t = useTexts(texts);
  const { shortDate, number: write } = useFormat();
  const isSure = useIsSure();
  const answer = useGraph(WargaClinicBookingsDocument, undefined, { pause: !isReady || !isSure });
  return (
    <AgencyCard
      title={t.bookings}
      from="RSUD H. Abdul Manap"
      answer={answer}
      path="me.clinicBookings"
      pick={({ me }) => me?.clinicBookings}
      sourceOf={({ source }) => source}
      empty={t.bookingsEmpty}
      isTooLow={!isSure}
      more={<Link href="/klinik">{t.book}</Link>}
    >
      {(bookings) => (
        <ul className="lines">
          {bookings.slice(0, 2).map(({ code, clinic, on, number, status }) => (
            <Line
              key={code}
              title={clinic ?? code}
              detail={[on && shortDate(on), number !== null && t.queueNumber(write(number))].filter(Boolean).join(', ')}
              state={status && status !== 'CANCELLED' && <Badge>{t[status]}</Badge>}
            />
          ))}
        </ul>
      )}
    </AgencyCard>
  );
}
