import { Badge } from '../design/badge.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Part } from '../design/part.tsx';
import { useFormat } from '../format/format.ts';
import { OpdOutboxDocument, type OpdOutboxQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { useRefreshed } from '../shell/use-refreshed.ts';
import { View } from '../shell/view.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { texts } from './texts.ts';

const REFRESH_MS = 10_000;

type Waiting = NonNullable<NonNullable<OpdOutboxQuery['opd']>['outbox']>[number];

/** What citizens have sent to this OPD and has not arrived, without its content, and what a person must decide. */
export function SubmissionsView({ code }: { readonly code: string }) {
  const t = useTexts(texts);
  const answer = useGraph(OpdOutboxDocument, { code });
  useRefreshed(answer.refresh, REFRESH_MS);
  const none = <EmptyState title={t.submissionsNone}>{t.submissionsNoneText}</EmptyState>;
  return (
    <View title={t.submissions} name={t.submissions} lead={t.submissionsLead}>
      <Part answer={answer} path="opd.outbox" pick={(data) => data.opd?.outbox} empty={none} lines={5}>
        {(entries) =>
          entries.length === 0 ? (
            none
          ) : (
            <ul className="stack">
              {entries.map((entry) => (
                <Entry key={entry.id} code={code} entry={entry} onResolved={answer.refresh} />
              ))}
            </ul>
          )
        }
      </Part>
    </View>
  );
}

interface EntryProps {
  readonly code: string;
  readonly entry: Waiting;
  readonly onResolved: () => void;
}

function Entry({ code, entry, onResolved }: EntryProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const { id, kind, system, state, since, attempts, nextTry, reason } = entry;
  const needsPerson = state === 'NEEDS_ATTENTION';
  return (
    <li className="card stack stack--tight">
      <div className="row row--spread">
        <h2 className="entry-title">
          <code>{kind}</code> <span className="small soft">{system}</span>
        </h2>
        <Badge tone={needsPerson ? 'warn' : 'plain'}>
          {needsPerson ? t.ATTENTION : state === 'DELIVERING' ? t.DELIVERING : t.ACCEPTED}
        </Badge>
      </div>
      <dl className="facts">
        <dt>{t.since}</dt>
        <dd>{format.moment(since)}</dd>
        <dt>{t.attempts}</dt>
        <dd>{t.times(format.number(attempts))}</dd>
        {nextTry && (
          <>
            <dt>{t.nextTry}</dt>
            <dd>{format.moment(nextTry)}</dd>
          </>
        )}
        {reason && (
          <>
            <dt>{t.cause}</dt>
            <dd lang="en">{reason}</dd>
          </>
        )}
      </dl>
      {needsPerson && <ResolveForm code={code} id={id} onResolved={onResolved} />}
    </li>
  );
}
