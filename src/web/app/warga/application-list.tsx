import { Link } from 'wouter';
import { useFormat } from '../format/format.ts';
import type { WargaApplicationFragment as Application } from '../generated/graphql.ts';
import { useTexts } from '../language/texts.ts';
import { Deadline } from './deadline.tsx';
import { texts } from './home/texts.ts';
import { isOver, StatusBadge } from './status-badge.tsx';
import { texts as door } from './texts.ts';

interface ListProps {
  readonly applications: readonly Application[];
  readonly holidays: ReadonlySet<string>;
}

/** Applications with all OPDs: how far each is, until when it is due, and what was charged beside what it costs. */
export function ApplicationList({ applications, holidays }: ListProps) {
  return (
    <ul className="records card">
      {applications.map((one) => (
        <Row key={one.id} application={one} holidays={holidays} />
      ))}
    </ul>
  );
}

function Row({ application, holidays }: { readonly application: Application; readonly holidays: ReadonlySet<string> }) {
  const t = useTexts(texts);
  const { date } = useFormat();
  const { id, service, opd, number, status, submittedOn, dueOn, overdue } = application;
  return (
    <li className="record">
      <div className="stack stack--tight">
        {/* The id stays out of the address: whoever sees the history of a browser sees no one's business. */}
        <Link href="/permohonan/rinci" state={{ id }} className="record__title">
          {service.name}
        </Link>
        <span className="small soft">
          {opd?.name} · {number}
        </span>
        {submittedOn && <span className="small soft">{t.sentOn(date(submittedOn))}</span>}
      </div>
      <div className="record__state">
        <StatusBadge status={status} />
        {dueOn && (
          <span className="small">
            <Deadline dueOn={dueOn} overdue={overdue} isOver={isOver(status)} holidays={holidays} />
          </span>
        )}
        <Fees application={application} />
      </div>
    </li>
  );
}

/** What was charged beside what may be charged. */
function Fees({ application }: { readonly application: Application }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  const { rupiah } = useFormat();
  const { charged, officialFee, overcharge } = application;
  if (charged === null) return null;
  const fee = officialFee === null ? d.unknown : officialFee === 0 ? d.free.toLowerCase() : rupiah(officialFee);
  return (
    <span className={overcharge ? 'small late' : 'small soft'}>
      {t.charged} {rupiah(charged)}, {t.official} {fee}
    </span>
  );
}
