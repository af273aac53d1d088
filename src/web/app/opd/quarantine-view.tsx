import { useState } from 'react';
import { EmptyState } from '../design/empty-state.tsx';
import { Part } from '../design/part.tsx';
import { ProblemNotice } from '../design/problem-notice.tsx';
import { useFormat } from '../format/format.ts';
import { OpdQuarantineDocument, type OpdQuarantineQuery, OpdReplayDocument } from '../generated/graphql.ts';
import type { Problem } from '../graph/problem.ts';
import { useGraph, useSend } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { texts } from './texts.ts';

type Stream = NonNullable<NonNullable<OpdQuarantineQuery['opd']>['sync']>[number];

/** The rows that could not be read: where, why, and what the OPD does about it. */
export function QuarantineView({ code }: { readonly code: string }) {
  const t = useTexts(texts);
  const answer = useGraph(OpdQuarantineDocument, { code });
  const none = <EmptyState title={t.quarantineNone}>{t.quarantineNoneText}</EmptyState>;
  return (
    <View title={t.quarantine} name={t.quarantine} lead={t.quarantineLead}>
      <Part answer={answer} path="opd.sync" pick={(data) => data.opd?.sync} empty={none} lines={6}>
        {(streams) => {
          const held = streams.filter(({ rejected }) => rejected > 0);
          return held.length === 0
            ? none
            : held.map((stream) => <Held key={stream.stream} stream={stream} onReplayed={answer.refresh} />);
        }}
      </Part>
    </View>
  );
}

interface HeldProps {
  readonly stream: Stream;
  readonly onReplayed: () => void;
}

function Held({ stream: { stream, rejected, quarantine }, onReplayed }: HeldProps) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const send = useSend(OpdReplayDocument);
  const replay = async () => {
    setIsBusy(true);
    const { data, problems } = await send({ stream });
    setIsBusy(false);
    setProblem(problems[0]);
    setSaid(data ? t.replayed(number(data.replaySync)) : '');
    onReplayed();
  };
  return (
    <section className="stack" aria-label={stream}>
      <div className="row row--spread">
        <h2>{stream}</h2>
        <div className="row">
          <span role="status">{said}</span>
          <button type="button" className="button" disabled={isBusy} onClick={() => void replay()}>
            {t.replay}
          </button>
        </div>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <Rows rows={quarantine} />
      {rejected > quarantine.length && <p className="soft">{t.moreRows(number(rejected - quarantine.length))}</p>}
    </section>
  );
}

function Rows({ rows }: { readonly rows: Stream['quarantine'] }) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <div className="scroller">
      <table className="listing">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t.row}
            </th>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.cause}</th>
            <th scope="col">{t.fix}</th>
            <th scope="col">{t.firstSeen}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, row, field, valueKind, cause, fix, firstSeen }) => (
            <tr key={id}>
              <th scope="row" className="number" data-label={t.row}>
                {format.number(row)}
              </th>
              <td data-label={t.field}>
                <code>{field}</code> <span className="small soft">{valueKind}</span>
              </td>
              <td data-label={t.cause} lang="id">
                {cause}
              </td>
              <td data-label={t.fix} lang="id">
                {fix}
              </td>
              <td data-label={t.firstSeen}>{format.moment(firstSeen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
