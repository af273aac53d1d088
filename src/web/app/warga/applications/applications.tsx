import { useRoute } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { WargaApplicationsDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { ApplicationList } from '../application-list.tsx';
import { OwnGate } from '../own-gate.tsx';
import { OwnPart } from '../own-part.tsx';
import { ApplicationView } from './application-view.tsx';
import { texts } from './texts.ts';

/** All applications of the citizen, or the one that was chosen among them. */
export function Applications() {
  const t = useTexts(texts);
  return (
    <OwnGate title={t.all}>
      <Chosen />
    </OwnGate>
  );
}

/** The chosen one stands in the history's state and not in the address, which others may see. */
function Chosen() {
  const t = useTexts(texts);
  const [isOne] = useRoute('/permohonan/rinci');
  const id = (useHistoryState() as { readonly id?: string } | null)?.id;
  const answer = useGraph(WargaApplicationsDocument);
  const applications = answer.data?.me?.applications ?? [];
  const holidays = new Set(answer.data?.workingCalendar.holidays.map(({ on }) => on));
  const index = applications.findIndex((one) => one.id === id);
  const application = applications[index];
  if (isOne && application) {
    const before = applications[index - 1]?.id;
    return <ApplicationView application={application} before={before} holidays={holidays} />;
  }
  return (
    <View title={t.all} name={t.all} lead={t.allLead}>
      {isOne && !answer.isWaiting && <p className="notice">{t.gone}</p>}
      <OwnPart answer={answer} path="me.applications" pick={({ me }) => me?.applications} lines={10}>
        {(list) =>
          list.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            <ApplicationList applications={list} holidays={holidays} />
          )
        }
      </OwnPart>
    </View>
  );
}
