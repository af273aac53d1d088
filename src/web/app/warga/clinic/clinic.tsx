import { Link, Route, Switch } from 'wouter';
import { WargaClinicBookingsDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { OwnGate } from '../own-gate.tsx';
import { OwnPart, SurerLogin, useIsSure } from '../own-part.tsx';
import { BookingCard } from './booking-card.tsx';
import { NewBooking } from './new-booking.tsx';
import { texts } from './texts.ts';

/** The hospital's clinics: one's own bookings, and a form for a new one. */
export function Clinic() {
  const t = useTexts(texts);
  return (
    <OwnGate title={t.title}>
      <Switch>
        <Route path="/klinik/daftar" component={NewBooking} />
        <Route component={Bookings} />
      </Switch>
    </OwnGate>
  );
}

function Bookings() {
  const t = useTexts(texts);
  const isSure = useIsSure();
  const answer = useGraph(WargaClinicBookingsDocument, undefined, { pause: !isSure });
  return (
    <View title={t.title} name={t.title} lead={t.lead}>
      <p>
        <Link href="/klinik/daftar" className="button button--main">
          {t.book}
        </Link>
      </p>
      {!isSure && <SurerLogin />}
      {isSure && (
        <OwnPart answer={answer} path="me.clinicBookings" pick={({ me }) => me?.clinicBookings} lines={6}>
          {(bookings) =>
            bookings.length === 0 ? (
              <p className="empty">{t.none}</p>
            ) : (
              <div className="columns">
                {bookings.map((one) => (
                  <BookingCard key={one.code} booking={one} />
                ))}
              </div>
            )
          }
        </OwnPart>
      )}
    </View>
  );
}
