import { Link } from 'wouter';
import { Badge } from '../../../design/badge.tsx';
import { useFormat } from '../../../format/format.ts';
import type { WargaTaxBillsQuery, WargaWaterQuery } from '../../../generated/graphql.ts';
import type { GraphAnswer } from '../../../graph/use-graph.ts';
import { useTexts } from '../../../language/texts.ts';
import { texts } from '../texts.ts';
import { AgencyCard, Line } from './agency-card.tsx';
import type { CardOptions } from './agency-cards.tsx';

/** Land and building tax. */
export function TaxCard({
  isReady,
  isLinked,
  answer,
}: CardOptions & { readonly answer: GraphAnswer<WargaTaxBillsQuery> }) {
  const t = useTexts(texts);
  const { rupiah, shortDate } = useFormat();
  return (
    <AgencyCard
      title={t.tax}
      from="BPPRD"
      answer={answer}
      path="me.taxBills"
      pick={({ me }) => me?.taxBills}
      sourceOf={({ source }) => source}
      empty={t.noneHere}
      unlinked={isReady && !isLinked('nop') ? 'Nomor Objek Pajak (NOP)' : undefined}
      more={<Link href="/tagihan">{t.pay}</Link>}
    >
      {(bills) => {
        const unpaid = bills.filter(({ paid }) => paid === false);
        if (unpaid.length === 0) return <p>{t.taxAllPaid}</p>;
        return (
          <ul className="lines">
            {unpaid.slice(0, 3).map(({ nop, year, total, dueOn }) => (
              <Line
                key={`${nop} ${year}`}
                title={`PBB ${year}`}
                detail={dueOn ? shortDate(dueOn) : undefined}
                state={<b className="number">{total === null ? '–' : rupiah(total)}</b>}
              />
            ))}
          </ul>
        );
      }}
    </AgencyCard>
  );
}

/** Water of Perumda Tirta Mayang. */
export function WaterCard({
  isReady,
  isLinked,
  answer,
}: CardOptions & { readonly answer: GraphAnswer<WargaWaterQuery> }) {
  const t = useTexts(texts);
  const { rupiah, number } = useFormat();
  return (
    <AgencyCard
      title={t.water}
      from="Perumda Tirta Mayang"
      answer={answer}
      path="me.waterConnections"
      pick={({ me }) => me?.waterConnections}
      sourceOf={({ source }) => source}
      empty={t.noneHere}
      unlinked={isReady && !isLinked('no-langganan') ? 'nomor pelanggan air' : undefined}
      more={<Link href="/tagihan">{t.pay}</Link>}
    >
      {(connections) => (
        <ul className="lines">
          {connections.map(({ number: account, address, bills }) => {
            const unpaid = (bills ?? []).filter(({ paidOn }) => paidOn === null);
            const total = unpaid.reduce((sum, bill) => sum + (bill.total ?? 0), 0);
            return (
              <Line
                key={account}
                title={address ?? account}
                detail={unpaid.length > 0 ? <Badge tone="warn">{t.unpaid(number(unpaid.length))}</Badge> : t.taxAllPaid}
                state={unpaid.length > 0 && <b className="number">{rupiah(total)}</b>}
              />
            );
          })}
        </ul>
      )}
    </AgencyCard>
  );
}
