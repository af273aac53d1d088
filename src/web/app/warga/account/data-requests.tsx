import { Badge } from '../../design/badge.tsx';
import { useFormat } from '../../format/format.ts';
import { WargaDataRequestsDocument, type WargaDataRequestsQuery } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { OwnPart, useIsSure } from '../own-part.tsx';
import { DataRequestForm } from './data-request-form.tsx';
import { texts } from './texts.ts';

type DataRequest = NonNullable<NonNullable<WargaDataRequestsQuery['me']>['dataRequests']>[number];

/** What the citizen asks about his data, and what was answered. */
export function DataRequests() {
  const t = useTexts(texts);
  const isSure = useIsSure();
  const answer = useGraph(WargaDataRequestsDocument);
  return (
    <>
      {answer.data && isSure && <DataRequestForm opds={answer.data.opds} onSent={answer.refresh} />}
      <section className="stack">
        <h2>{t.requests}</h2>
        <OwnPart answer={answer} path="me.dataRequests" pick={({ me }) => me?.dataRequests} lines={4}>
          {(requests) =>
            requests.length === 0 ? (
              <p className="empty">{t.requestsNone}</p>
            ) : (
              <ul className="records card">
                {requests.map((one) => (
                  <RequestRow key={one.id} request={one} />
                ))}
              </ul>
            )
          }
        </OwnPart>
      </section>
    </>
  );
}

function RequestRow({ request }: { readonly request: DataRequest }) {
  const t = useTexts(texts);
  const { moment } = useFormat();
  const { kind, opd, what, askedOn, dueOn, answeredOn, answer } = request;
  return (
    <li className="record">
      <div className="stack stack--tight">
        <b>
          {t[kind]}, {opd?.name ?? t.theHub}
        </b>
        {what && <span>{what}</span>}
        <span className="small soft">{t.askedOn(moment(askedOn))}</span>
        {answer && (
          <blockquote className="notice" data-tone="good">
            <b>{t.answer}</b>
            <p>{answer}</p>
          </blockquote>
        )}
      </div>
      <div className="record__state">
        <RequestState request={request} />
        {!answeredOn && <span className="small soft">{t.dueBy(moment(dueOn))}</span>}
      </div>
    </li>
  );
}

function RequestState({ request: { done, overdue } }: { readonly request: DataRequest }) {
  const t = useTexts(texts);
  if (done === true) return <Badge tone="good">{t.done}</Badge>;
  if (done === false) return <Badge>{t.notDone}</Badge>;
  return overdue ? <Badge tone="bad">{t.overdue}</Badge> : <Badge tone="warn">{t.waiting}</Badge>;
}
