import { useState } from 'react';
import { type WargaSubmissionStateFragment as Submission, WargaSubmissionsDocument } from '../../generated/graphql.ts';
import { useAsk, useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { OwnGate } from '../own-gate.tsx';
import { OwnPart } from '../own-part.tsx';
import { texts as door } from '../texts.ts';
import { SubmissionCard } from './submission-card.tsx';
import { texts } from './texts.ts';

/** Everything that the citizen has handed in, the newest first. */
export function Submissions() {
  const t = useTexts(texts);
  return (
    <OwnGate title={t.title}>
      <View title={t.title} name={t.title} lead={t.lead}>
        <SubmissionList />
      </View>
    </OwnGate>
  );
}

function SubmissionList() {
  const t = useTexts(texts);
  const answer = useGraph(WargaSubmissionsDocument, { after: null });
  const empty = <p className="empty">{t.none}</p>;
  return (
    <OwnPart answer={answer} path="me.submissions" pick={({ me }) => me?.submissions} empty={empty} lines={8}>
      {({ entries, next }) => (entries.length === 0 ? empty : <Entries first={entries} firstNext={next} />)}
    </OwnPart>
  );
}

interface EntriesProps {
  readonly first: readonly Submission[];
  readonly firstNext: string | null;
}

function Entries({ first, firstNext }: EntriesProps) {
  const t = useTexts(door);
  const ask = useAsk(WargaSubmissionsDocument);
  const [older, setOlder] = useState<readonly Submission[]>([]);
  const [next, setNext] = useState(firstNext);
  const more = async () => {
    const { data } = await ask({ after: next });
    const page = data?.me?.submissions;
    if (!page) return;
    setOlder([...older, ...page.entries]);
    setNext(page.next);
  };
  return (
    <div className="stack reading">
      {[...first, ...older].map((one) => (
        <SubmissionCard key={one.id} handedIn={one} />
      ))}
      {next && (
        <button type="button" className="button" onClick={() => void more()}>
          {t.loadMore}
        </button>
      )}
    </div>
  );
}
