import { Link } from 'wouter';
import { Badge } from '../../design/badge.tsx';
import { SourceLine } from '../../design/source-line.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaWaterDocument, type WargaWaterQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { OwnPart } from '../own-part.tsx';
import { texts } from './texts.ts';

type Connection = NonNullable<NonNullable<WargaWaterQuery['me']>['waterConnections']>[number];
type Bill = NonNullable<Connection['bills']>[number];

/** Months that are shown at once; the others behind a line. */
const RECENT = 4;

/** Water, each connection by itself. */
export function WaterBills() {
  const t = useTexts(texts);
  const answer = useGraph(WargaWaterDocument);
  return (
    <section className="stack">
      <h2>{t.water}</h2>
      <OwnPart answer={answer} path="me.waterConnections" pick={({ me }) => me?.waterConnections} lines={6}>
        {(connections) =>
          connections.length === 0 ? (
            <div className="empty">
              <p>{t.waterNone}</p>
              <Link href="/akun">{t.link}</Link>
            </div>
          ) : (
            connections.map((one) => <WaterAccount key={one.number} connection={one} />)
          )
        }
      </OwnPart>
    </section>
  );
}

function WaterAccount({ connection }: { readonly connection: Connection }) {
  const t = useTexts(texts);
  const { rupiah } = useFormat();
  const { number, name, address, bills, source } = connection;
  const all = bills ?? [];
  const unpaid = all.filter(({ paidOn }) => paidOn === null);
  const open = unpaid.reduce((sum, { total }) => sum + (total ?? 0), 0);
  const shown = Math.max(RECENT, unpaid.length);
  const label = t.connection(number);
  return (
    <section className="card stack" aria-label={label}>
      <div>
        <h3>{label}</h3>
        <p className="small soft">{[name, address].filter(Boolean).join(', ')}</p>
      </div>
      <p className="lead">{unpaid.length > 0 ? <b>{t.open(rupiah(open))}</b> : t.allPaid}</p>
      <WaterMonths bills={all.slice(0, shown)} />
      {all.length > shown && (
        <details>
          <summary>{t.older}</summary>
          <WaterMonths bills={all.slice(shown)} />
        </details>
      )}
      {unpaid.length > 0 && (
        <div className="notice">
          <b>{t.howWater}</b>
          <p>{t.howWaterText}</p>
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

function WaterMonths({ bills }: { readonly bills: readonly Bill[] }) {
  const t = useTexts(texts);
  const { rupiah, month: writeMonth, number, date } = useFormat();
  return (
    <ul className="records">
      {bills.map(({ id, month, usage, total, penalty, paidOn }) => (
        <li key={id} className="record record--bill">
          <b>{writeMonth(month)}</b>
          <b className="number">{total === null ? '–' : rupiah(total)}</b>
          <span className="row record__whole">
            {paidOn ? (
              <span className="small soft">{t.paidOn(date(paidOn))}</span>
            ) : (
              <Badge tone={penalty ? 'bad' : 'warn'}>{t.unpaid}</Badge>
            )}
            {usage !== null && <span className="small soft">{t.cubic(number(usage))}</span>}
            {penalty ? <span className="small soft">{t.penalty(rupiah(penalty))}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
