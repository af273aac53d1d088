import { Link } from 'wouter';
import { Badge } from '../../../design/badge.tsx';
import { useFormat } from '../../../format/format.ts';
import {
  WargaEmploymentDocument,
  WargaIdentityDocument,
  WargaJobCardsDocument,
  WargaSocialAidDocument,
  WargaVehiclesDocument,
} from '../../../generated/graphql.ts';
import { useGraph } from '../../../graph/use-graph.ts';
import { useTexts } from '../../../language/texts.ts';
import { today } from '../../day.ts';
import { useIsSure } from '../../own-part.tsx';
import { texts } from '../texts.ts';
import { AgencyCard, Line } from './agency-card.tsx';
import type { CardOptions } from './agency-cards.tsx';

/** Who somebody is by the population register. */
export function IdentityCard({ isReady }: CardOptions) {
  const t = useTexts(texts);
  const { date } = useFormat();
  const answer = useGraph(WargaIdentityDocument, undefined, { pause: !isReady });
  return (
    <AgencyCard
      title={t.identity}
      from="Disdukcapil"
      answer={answer}
      path="me.name"
      pick={({ me }) => (me?.name ? [me] : null)}
      sourceOf={({ identitySource }) => identitySource}
      empty={t.identityEmpty}
    >
      {([me]) => (
        <ul className="lines">
          <Line title={me?.name} detail={me?.birthDate && date(me.birthDate)} />
          {me?.address && (
            <Line
              title={me.address.street}
              detail={[me.address.kelurahan, me.address.kecamatan].filter(Boolean).join(', ')}
            />
          )}
        </ul>
      )}
    </AgencyCard>
  );
}

/** Vehicles that must be tested. */
export function VehiclesCard({ isReady, isLinked }: CardOptions) {
  const t = useTexts(texts);
  const { shortDate } = useFormat();
  const answer = useGraph(WargaVehiclesDocument, undefined, { pause: !isLinked('nouji') });
  return (
    <AgencyCard
      title={t.vehicles}
      from="Dinas Perhubungan"
      answer={answer}
      path="me.inspectedVehicles"
      pick={({ me }) => me?.inspectedVehicles}
      sourceOf={({ source }) => source}
      empty={t.noneHere}
      unlinked={isReady && !isLinked('nouji') ? 'nomor uji kendaraan' : undefined}
    >
      {(vehicles) => (
        <ul className="lines">
          {vehicles.map(({ testNumber, plate, make, inspections }) => {
            const until = inspections?.[0]?.validUntil;
            const isValid = until && until >= today();
            const words = until ? (isValid ? t.validUntil : t.expiredOn)(shortDate(until)) : t.notTested;
            return (
              <Line
                key={testNumber}
                title={plate ?? testNumber}
                detail={make}
                state={<Badge tone={isValid ? 'good' : 'warn'}>{words}</Badge>}
              />
            );
          })}
        </ul>
      )}
    </AgencyCard>
  );
}

/** Cards of job seekers. */
export function JobCards({ isReady }: CardOptions) {
  const t = useTexts(texts);
  const { shortDate } = useFormat();
  const answer = useGraph(WargaJobCardsDocument, undefined, { pause: !isReady });
  return (
    <AgencyCard
      title={t.jobCards}
      from="Dinas Tenaga Kerja"
      answer={answer}
      path="me.jobSeekerCards"
      pick={({ me }) => me?.jobSeekerCards}
      sourceOf={({ source }) => source}
      empty={t.jobCardsEmpty}
    >
      {(cards) => (
        <ul className="lines">
          {cards.map(({ number, education, status, validUntil }) => (
            <Line
              key={number}
              title={education ?? number}
              detail={validUntil && t.validUntil(shortDate(validUntil))}
              state={status && <Badge tone={status === 'ACTIVE' ? 'good' : 'plain'}>{t[status]}</Badge>}
            />
          ))}
        </ul>
      )}
    </AgencyCard>
  );
}

/** Social aid that somebody is listed for. */
export function SocialAidCard({ isReady }: CardOptions) {
  const t = useTexts(texts);
  const { month } = useFormat();
  const isSure = useIsSure();
  const answer = useGraph(WargaSocialAidDocument, undefined, { pause: !isReady || !isSure });
  return (
    <AgencyCard
      title={t.socialAid}
      from="Dinas Sosial"
      answer={answer}
      path="me.socialAid"
      pick={({ me }) => me?.socialAid}
      sourceOf={({ source }) => source}
      empty={t.socialAidEmpty}
      isTooLow={!isSure}
    >
      {(aids) => (
        <ul className="lines">
          {aids.map(({ programme, period }) => (
            <Line
              key={programme ?? ''}
              title={programme ? t[programme] : t.noProgramme}
              detail={period && t.period(month(period))}
            />
          ))}
        </ul>
      )}
    </AgencyCard>
  );
}

/** Where a civil servant works. */
export function EmploymentCard({ isReady }: CardOptions) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const answer = useGraph(WargaEmploymentDocument, undefined, { pause: !isReady });
  const isEmployee = Boolean(answer.data?.me?.employment);
  return (
    <AgencyCard
      title={t.employment}
      from="BKPSDMD"
      answer={answer}
      path="me.employment"
      pick={({ me }) => (me?.employment ? [me.employment] : null)}
      sourceOf={({ source }) => source}
      empty={t.employmentEmpty}
      more={isEmployee && <Link href="/pegawai">{t.tpp}</Link>}
    >
      {([employee]) => (
        <ul className="lines">
          <Line
            title={employee?.position ?? employee?.unit}
            detail={[employee?.unit, employee?.grade && t.grade(number(employee.grade))].filter(Boolean).join(', ')}
          />
        </ul>
      )}
    </AgencyCard>
  );
}
