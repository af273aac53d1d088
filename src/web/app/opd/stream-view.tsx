import { Link } from 'wouter';
import { Badge, type Tone } from '../design/badge.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Part } from '../design/part.tsx';
import { useFormat } from '../format/format.ts';
import { OpdStreamDocument, type OpdStreamQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { View } from '../shell/view.tsx';
import { CountsLine } from './counts-line.tsx';
import { StreamActions } from './stream-actions.tsx';
import { StreamState } from './stream-table.tsx';
import { texts } from './texts.ts';

type Stream = NonNullable<NonNullable<OpdStreamQuery['opd']>['sync']>[number];

interface StreamViewProps {
  readonly code: string;
  /** `dpmptsp/perizinan/Permit` */
  readonly stream: string;
}

/** One stream: its last runs with counts that add up, and how the columns of its source have changed. */
export function StreamView({ code, stream }: StreamViewProps) {
  const t = useTexts(texts);
  const answer = useGraph(OpdStreamDocument, { code });
  return (
    <View title={stream.split('/').at(-1)} name={stream} lead={stream}>
      <p>
        <Link href="/">← {t.overview}</Link>
      </p>
      <Part
        answer={answer}
        path="opd.sync"
        pick={(data) => data.opd?.sync?.find((one) => one.stream === stream)}
        empty={<EmptyState title={t.noStreams}>{t.noStreamsText}</EmptyState>}
        lines={8}
      >
        {(found) => (
          <>
            <div className="row row--spread">
              <StreamState line={found} />
              <StreamActions line={found} onChanged={answer.refresh} />
            </div>
            {found.reason && (
              <p className="notice" data-tone="warn" lang="id">
                {found.reason}
              </p>
            )}
            <Runs runs={found.runs} />
            <Drift drift={found.drift} />
          </>
        )}
      </Part>
    </View>
  );
}

const TONES: Readonly<Record<Stream['runs'][number]['outcome'], Tone>> = {
  SUCCEEDED: 'good',
  FAILED: 'bad',
  UNFINISHED: 'plain',
};

function Runs({ runs }: Pick<Stream, 'runs'>) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <section className="stack">
      <h2>{t.runs}</h2>
      {runs.length === 0 && <p className="soft">{t.runsNone}</p>}
      <ol className="stack stack--tight">
        {runs.map(({ startedAt, endedAt, isSweep, outcome, counts, reason }) => (
          <li key={startedAt} className="run">
            <span>{format.moment(startedAt)}</span>
            <span className="soft">
              {isSweep ? t.sweep : t.changes}
              {endedAt && `, ${format.duration((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)}`}
            </span>
            <Badge tone={TONES[outcome]}>{t[outcome]}</Badge>
            <CountsLine counts={counts} />
            {reason && <span lang="id">{reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Drift({ drift }: Pick<Stream, 'drift'>) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <section className="stack">
      <h2>{t.drift}</h2>
      {drift.length === 0 && <p className="soft">{t.driftNone}</p>}
      <ul className="stack stack--tight">
        {drift.map(({ column, change, since, isPaused }) => (
          <li key={`${column} ${since}`} className="row">
            <code>{column}</code>
            <Badge tone={change === 'GONE' ? 'bad' : 'warn'}>{t[change]}</Badge>
            <span className="soft">{format.moment(since)}</span>
            {isPaused && <span>{t.paused}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
