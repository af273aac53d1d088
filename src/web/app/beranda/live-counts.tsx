import { Part } from '../design/part.tsx';
import { useFormat } from '../format/format.ts';
import { BerandaHubDocument, type BerandaHubQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

/** How large the hub is and how it fares, as it says itself. */
export function LiveCounts() {
  const t = useTexts(texts);
  const answer = useGraph(BerandaHubDocument);
  return (
    <section className="card counts" aria-label={t.now}>
      <Part answer={answer} path="hub" pick={({ hub }) => hub} lines={6}>
        {(hub) => <Counts hub={hub} />}
      </Part>
    </section>
  );
}

function Counts({ hub }: { readonly hub: BerandaHubQuery['hub'] }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const { systemsAnswering: answering, systemsFailing: failing } = hub;
  const health = failing > 0 ? t.failing(number(failing)) : t.allWell;
  const line = answering + failing === 0 ? t.nobodyAsked : `${t.answering(number(answering))}; ${health}`;
  const lines = [
    [hub.opds, t.opds],
    [hub.systems, t.systems],
    [hub.services, t.services],
    [hub.records, t.records],
    [hub.submissionsToday, t.submissions],
  ] as const;
  return (
    <>
      <dl>
        {lines.map(([count, name]) =>
          count === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{number(count)}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="small counts__health" data-state={failing > 0 ? 'failing' : 'well'}>
        {line}
      </p>
      <p className="small soft row">
        <span>{t.release(hub.release)}</span>
        <a href="/health/ready">{t.health}</a>
      </p>
    </>
  );
}
