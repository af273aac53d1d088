import { Link, Route, Switch } from 'wouter';
import { WargaComplaintsDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { OwnGate } from '../own-gate.tsx';
import { OwnPart } from '../own-part.tsx';
import { ComplaintCard } from './complaint-card.tsx';
import { NewComplaint } from './new-complaint.tsx';
import { texts } from './texts.ts';

/** Complaints: those that the citizen has made, with their answers, and a form for a new one. */
export function Complaints() {
  const t = useTexts(texts);
  return (
    <OwnGate title={t.title}>
      <Switch>
        <Route path="/pengaduan/baru" component={NewComplaint} />
        <Route component={ComplaintList} />
      </Switch>
    </OwnGate>
  );
}

function ComplaintList() {
  const t = useTexts(texts);
  const answer = useGraph(WargaComplaintsDocument);
  return (
    <View title={t.title} name={t.title} lead={t.lead}>
      <p>
        <Link href="/pengaduan/baru" className="button button--main">
          {t.file}
        </Link>
      </p>
      <OwnPart answer={answer} path="me.complaints" pick={({ me }) => me?.complaints} lines={9}>
        {(complaints) =>
          complaints.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            <div className="columns">
              {complaints.map((one) => (
                <ComplaintCard key={one.id} complaint={one} />
              ))}
            </div>
          )
        }
      </OwnPart>
    </View>
  );
}
