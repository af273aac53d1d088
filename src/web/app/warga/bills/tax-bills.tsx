import { Link } from 'wouter';
import { Badge } from '../../design/badge.tsx';
import { SourceLine } from '../../design/source-line.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaTaxBillsDocument, type WargaTaxBillsQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { today } from '../day.ts';
import { OwnPart } from '../own-part.tsx';
import { texts } from './texts.ts';

type Bill = NonNullable<NonNullable<WargaTaxBillsQuery['me']>['taxBills']>[number];

/** Land and building tax, each object by itself. */
export function TaxBills() {
  const t = useTexts(texts);
  const answer = useGraph(WargaTaxBillsDocument);
  return (
    <section className="stack">
      <h2>{t.tax}</h2>
      <OwnPart answer={answer} path="me.taxBills" pick={({ me }) => me?.taxBills} lines={6}>
        {(bills) =>
          bills.length === 0 ? (
            <Unlinked />
          ) : (
            [...new Set(bills.map(({ nop }) => nop))].map((nop) => (
              <TaxObject key={nop} nop={nop} bills={bills.filter((bill) => bill.nop === nop)} />
            ))
          )
        }
      </OwnPart>
    </section>
  );
}

function Unlinked() {
  const t = useTexts(texts);
  return (
    <div className="empty">
      <p>{t.taxNone}</p>
      <Link href="/akun">{t.link}</Link>
    </div>
  );
}

function TaxObject({ nop, bills }: { readonly nop: string; readonly bills: readonly Bill[] }) {
  const t = useTexts(texts);
  const { rupiah } = useFormat();
  const unpaid = bills.filter(({ paid }) => paid === false);
  const open = unpaid.reduce((sum, { total }) => sum + (total ?? 0), 0);
  const source = bills[0]?.source;
  return (
    <section className="card stack" aria-label={t.object(nop)}>
      <h3>{t.object(nop)}</h3>
      <p className="lead">{unpaid.length > 0 ? <b>{t.open(rupiah(open))}</b> : t.allPaid}</p>
      <TaxYears bills={bills} />
      {unpaid.length > 0 && (
        <div className="notice">
          <b>{t.howTax}</b>
          <p>{t.howTaxText}</p>
        </div>
      )}
      {source && (
        <p>
          <SourceLine source={source} />
        </p>
      )}
    </section>
  );
}

function TaxYears({ bills }: { readonly bills: readonly Bill[] }) {
  const t = useTexts(texts);
  const { rupiah, date } = useFormat();
  return (
    <ul className="records">
      {bills.map(({ year, penalty, total, dueOn, paid }) => (
        <li key={year} className="record record--bill">
          <b>{t.taxOf(String(year))}</b>
          <b className="number">{total === null ? '–' : rupiah(total)}</b>
          <span className="row record__whole">
            <TaxState paid={paid} dueOn={dueOn} />
            {dueOn && !paid && <span className="small soft">{t.dueOn(date(dueOn))}</span>}
            {penalty ? <span className="small soft">{t.penalty(rupiah(penalty))}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function TaxState({ paid, dueOn }: Pick<Bill, 'paid' | 'dueOn'>) {
  const t = useTexts(texts);
  if (paid === null) return null;
  if (paid) return <Badge tone="good">{t.paid}</Badge>;
  return dueOn !== null && dueOn < today() ? <Badge tone="bad">{t.late}</Badge> : <Badge tone="warn">{t.unpaid}</Badge>;
}
