import { EmptyState } from '../design/empty-state.tsx';
import { Part } from '../design/part.tsx';
import { useFormat } from '../format/format.ts';
import { OpdDeskDocument, type OpdDeskQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { useRefreshed } from '../shell/use-refreshed.ts';
import { View } from '../shell/view.tsx';
import { StreamTable } from './stream-table.tsx';
import { SystemCard } from './system-card.tsx';
import { texts } from './texts.ts';

const REFRESH_MS = 10_000;

type DeskOpd = NonNullable<OpdDeskQuery['opd']>;

/** How an OPD's systems and the copying of their records fare, in words first. */
export function DeskOverview({ code }: { readonly code: string }) {
  const t = useTexts(texts);
  const answer = useGraph(OpdDeskDocument, { code });
  useRefreshed(answer.refresh, REFRESH_MS);
  const opd = answer.data?.opd;
  return (
    <View title={t.title(opd?.name ?? code)} name={t.overview} lead={opd && <Summary opd={opd} />}>
      <Part answer={answer} path="opd.systems" pick={(data) => data.opd?.systems} lines={5}>
        {(systems) =>
          systems.length === 0 ? (
            <EmptyState title={t.noSystems}>{t.noSystemsText}</EmptyState>
          ) : (
            <section className="stack" aria-labelledby="sistem">
              <h2 id="sistem">{t.systems}</h2>
              <ul className="tiles">
                {systems.map((system) => (
                  <SystemCard key={system.name} system={system} />
                ))}
              </ul>
            </section>
          )
        }
      </Part>
      <Part answer={answer} path="opd.sync" pick={(data) => data.opd?.sync} lines={5}>
        {(streams) => <Streams streams={streams} onChanged={answer.refresh} />}
      </Part>
    </View>
  );
}

interface StreamsProps {
  readonly streams: NonNullable<DeskOpd['sync']>;
  readonly onChanged: () => void;
}

function Streams({ streams, onChanged }: StreamsProps) {
  const t = useTexts(texts);
  if (streams.length === 0) return <EmptyState title={t.noStreams}>{t.noStreamsText}</EmptyState>;
  return (
    <section className="stack" aria-labelledby="penyalinan">
      <h2 id="penyalinan">{t.streams}</h2>
      <StreamTable streams={streams} onChanged={onChanged} />
    </section>
  );
}

/** The top line: what somebody who has five seconds should know. */
function Summary({ opd: { systems, sync } }: { readonly opd: DeskOpd }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const failing = systems.filter(({ state }) => state === 'FAILING' || state === 'LEFT_ALONE');
  const silent = systems.filter(({ state }) => state === 'UNKNOWN');
  const bad = (sync ?? []).filter(({ state }) => state !== 'IDLE' && state !== 'RUNNING');
  const rejected = (sync ?? []).reduce((sum, stream) => sum + stream.rejected, 0);
  const sentences = [
    failing.length > 0 && t.someFail(number(failing.length), failing.map(({ name }) => name).join(', ')),
    failing.length === 0 && systems.length > silent.length && t.allAnswer(number(systems.length - silent.length)),
    silent.length > 0 && t.notAsked(number(silent.length)),
    bad.length > 0 && t.streamsBad(number(bad.length)),
    bad.length === 0 && (sync?.length ?? 0) > 0 && t.streamsWell,
    rejected > 0 && t.rowsRejected(number(rejected)),
  ];
  return <>{sentences.filter(Boolean).join(' ')}</>;
}
