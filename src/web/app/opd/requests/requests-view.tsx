import { useState } from 'react';
import { EmptyState } from '../../design/empty-state.tsx';
import { Part } from '../../design/part.tsx';
import { OpdDataRequestsDocument } from '../../generated/graphql.ts';
import { loginAddress, type OpenSession } from '../../graph/session.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { useRefreshed } from '../../shell/use-refreshed.ts';
import { View } from '../../shell/view.tsx';
import { RequestCard } from './request-card.tsx';
import { texts } from './texts.ts';

const REFRESH_MS = 30_000;
const ANSWERING = ['officer', 'operator'];

/** What citizens ask about their data, and the place to answer it in time. */
export function RequestsView({ who }: { readonly who: OpenSession }) {
  const t = useTexts(texts);
  const isAnswering = who.roles.some((role) => ANSWERING.includes(role));
  const lead = !isAnswering ? t.notYours : who.roles.includes('officer') ? t.lead : t.leadOfHub;
  return (
    <View title={t.title} name={t.title} lead={lead}>
      {isAnswering && <Requests isSure={who.acr !== 'low'} />}
    </View>
  );
}

function Requests({ isSure }: { readonly isSure: boolean }) {
  const t = useTexts(texts);
  const answer = useGraph(OpdDataRequestsDocument);
  useRefreshed(answer.refresh, REFRESH_MS);
  const [isAnswered, setIsAnswered] = useState(false);
  const onAnswered = () => {
    setIsAnswered(true);
    answer.refresh();
  };
  return (
    <>
      {!isSure && <SurerLogin />}
      <p role="status">{isAnswered && t.answered}</p>
      <Part answer={answer} path="openDataRequests" pick={(data) => data.openDataRequests} lines={5}>
        {(requests) =>
          requests.length === 0 ? (
            <EmptyState title={t.none}>{t.noneText}</EmptyState>
          ) : (
            <ul className="stack">
              {requests.map((request) => (
                <RequestCard key={request.id} request={request} mayTake={isSure} onAnswered={onAnswered} />
              ))}
            </ul>
          )
        }
      </Part>
    </>
  );
}

function SurerLogin() {
  const t = useTexts(texts);
  return (
    <p className="notice">
      <span>{t.surer}</span> <a href={loginAddress('kantor', { acr: 'substantial' })}>{t.loginSurer}</a>
    </p>
  );
}
