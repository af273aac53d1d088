import type { WargaTaxBillsQuery, WargaWaterQuery } from '../../../generated/graphql.ts';
import type { GraphAnswer } from '../../../graph/use-graph.ts';
import { useTexts } from '../../../language/texts.ts';
import { texts } from '../texts.ts';
import { ClinicCard, ComplaintsCard } from './answered-cards.tsx';
import { TaxCard, WaterCard } from './bill-cards.tsx';
import { BusinessesCard, LicencesCard, PermitsCard } from './permit-cards.tsx';
import { EmploymentCard, IdentityCard, JobCards, SocialAidCard, VehiclesCard } from './person-cards.tsx';

/** What a card must know before it asks. */
export interface CardOptions {
  /** The first screen has been drawn: until then no agency is asked. */
  readonly isReady: boolean;
  readonly isLinked: (kind: string) => boolean;
}

interface AgencyCardsProps extends CardOptions {
  readonly tax: GraphAnswer<WargaTaxBillsQuery>;
  readonly water: GraphAnswer<WargaWaterQuery>;
}

/** All agencies' parts, each asked by itself. */
export function AgencyCards({ isReady, isLinked, tax, water }: AgencyCardsProps) {
  const t = useTexts(texts);
  const options = { isReady, isLinked };
  return (
    <section className="stack">
      <div>
        <h2>{t.cards}</h2>
        <p className="soft">{t.cardsLead}</p>
      </div>
      <div className="agencies">
        <IdentityCard {...options} />
        <PermitsCard {...options} />
        <TaxCard {...options} answer={tax} />
        <WaterCard {...options} answer={water} />
        <ComplaintsCard {...options} />
        <ClinicCard {...options} />
        <VehiclesCard {...options} />
        <JobCards {...options} />
        <SocialAidCard {...options} />
        <LicencesCard {...options} />
        <BusinessesCard {...options} />
        <EmploymentCard {...options} />
      </div>
    </section>
  );
}
