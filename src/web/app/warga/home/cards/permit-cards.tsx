import { Link } from 'wouter';
import { useFormat } from '../../../format/format.ts';
import { WargaBusinessesDocument, WargaLicencesDocument, WargaPermitsDocument } from '../../../generated/graphql.ts';
import { useGraph } from '../../../graph/use-graph.ts';
import { useTexts } from '../../../language/texts.ts';
import { StatusBadge } from '../../status-badge.tsx';
import { texts } from '../texts.ts';
import { AgencyCard, Line } from './agency-card.tsx';
import type { CardOptions } from './agency-cards.tsx';

const SHOWN = 3;

/** Permits of DPMPTSP's own application. */
export function PermitsCard({ isReady }: CardOptions) {
  const t = useTexts(texts);
  const { shortDate, number } = useFormat();
  const answer = useGraph(WargaPermitsDocument, undefined, { pause: !isReady });
  return (
    <AgencyCard
      title={t.permits}
      from="DPMPTSP"
      answer={answer}
      path="me.permits"
      pick={({ me }) => me?.permits}
      sourceOf={({ source }) => source}
      empty={t.permitsEmpty}
      more={<Link href="/layanan">{t.apply}</Link>}
    >
      {(permits) => (
        <ul className="lines">
          {permits.slice(0, SHOWN).map(({ id, service, status, submittedOn, issuedOn }) => (
            <Line
              key={id}
              title={service ?? id}
              detail={issuedOn || submittedOn ? shortDate(issuedOn ?? submittedOn ?? '') : id}
              state={status && <StatusBadge status={status} />}
            />
          ))}
          {permits.length > SHOWN && <Line title={t.more(number(permits.length - SHOWN))} />}
        </ul>
      )}
    </AgencyCard>
  );
}

/** Licences of SiCantik Cloud. */
export function LicencesCard({ isReady, isLinked }: CardOptions) {
  const t = useTexts(texts);
  const answer = useGraph(WargaLicencesDocument, undefined, { pause: !isLinked('no-permohonan') });
  return (
    <AgencyCard
      title={t.licences}
      from="DPMPTSP, SiCantik Cloud"
      answer={answer}
      path="me.licences"
      pick={({ me }) => me?.licences}
      sourceOf={({ source }) => source}
      empty={t.noneHere}
      unlinked={isReady && !isLinked('no-permohonan') ? 'nomor permohonan SiCantik' : undefined}
    >
      {(licences) => (
        <ul className="lines">
          {licences.map(({ id, number, service, status, businessName }) => (
            <Line
              key={id}
              title={service ?? number ?? id}
              detail={businessName ?? number ?? id}
              state={status && <StatusBadge status={status} />}
            />
          ))}
        </ul>
      )}
    </AgencyCard>
  );
}

/** Businesses as OSS registered them. */
export function BusinessesCard({ isReady, isLinked }: CardOptions) {
  const t = useTexts(texts);
  const answer = useGraph(WargaBusinessesDocument, undefined, { pause: !isLinked('nib') });
  return (
    <AgencyCard
      title={t.businesses}
      from="OSS"
      answer={answer}
      path="me.businesses"
      pick={({ me }) => me?.businesses}
      sourceOf={({ source }) => source}
      empty={t.noneHere}
      unlinked={isReady && !isLinked('nib') ? 'Nomor Induk Berusaha (NIB)' : undefined}
    >
      {(businesses) => (
        <ul className="lines">
          {businesses.map(({ nib, name }) => (
            <Line key={nib} title={name ?? nib} detail={`NIB ${nib}`} />
          ))}
        </ul>
      )}
    </AgencyCard>
  );
}
