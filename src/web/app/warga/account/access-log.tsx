import { useState } from 'react';
import { Link } from 'wouter';
import { WargaAccessLogDocument, type WargaAccessLogQuery } from '../../generated/graphql.ts';
import { useAsk, useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { OwnPart } from '../own-part.tsx';
import { texts as door } from '../texts.ts';
import { AccessEntry, type LoggedAccess } from './access-entry.tsx';
import { texts } from './texts.ts';

type Page = NonNullable<NonNullable<WargaAccessLogQuery['me']>['accessLog']>;

/** Who has looked at the citizen's data, page by page; what he opened himself only when he asks for it. */
export function AccessLog() {
  const t = useTexts(texts);
  const [isWithOwn, setWithOwn] = useState(false);
  return (
    <>
      <label className="choice reading">
        <input type="checkbox" checked={isWithOwn} onChange={({ target }) => setWithOwn(target.checked)} />
        {t.withOwn}
      </label>
      <Pages key={String(isWithOwn)} byOthers={!isWithOwn} />
      <p>
        <Link href="/akun/data">{t.complainAbout}</Link>
      </p>
    </>
  );
}

function Pages({ byOthers }: { readonly byOthers: boolean }) {
  const t = useTexts(texts);
  const answer = useGraph(WargaAccessLogDocument, { after: null, byOthers });
  const none = byOthers ? t.accessNoneOthers : t.accessNone;
  return (
    <OwnPart answer={answer} path="me.accessLog" pick={({ me }) => me?.accessLog} lines={10}>
      {(page) =>
        page.entries.length === 0 ? <p className="empty">{none}</p> : <Entries first={page} byOthers={byOthers} />
      }
    </OwnPart>
  );
}

function Entries({ first, byOthers }: { readonly first: Page; readonly byOthers: boolean }) {
  const d = useTexts(door);
  const ask = useAsk(WargaAccessLogDocument);
  const [older, setOlder] = useState<readonly LoggedAccess[]>([]);
  const [next, setNext] = useState(first.next);
  const more = async () => {
    const { data } = await ask({ after: next, byOthers });
    const page = data?.me?.accessLog;
    if (!page) return;
    setOlder([...older, ...page.entries]);
    setNext(page.next);
  };
  return (
    <div className="stack">
      <ul className="records card">
        {[...first.entries, ...older].map((entry, index) => (
          <AccessEntry key={`${entry.on} ${String(index)}`} entry={entry} />
        ))}
      </ul>
      {next && (
        <p>
          <button type="button" className="button" onClick={() => void more()}>
            {d.loadMore}
          </button>
        </p>
      )}
    </div>
  );
}
