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
  const health = hub.systemsFailing > 0 ? t.failing(number(hub.systemsFailing)) : t.allWell;
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
      <p className="small counts__health" data-state={hub.systemsFailing > 0 ? 'failing' : 'well'}>
        {t.answering(number(hub.systemsAnswering))}; {health}
      </p>
      <p className="small soft row">
        <span>{t.release(hub.release)}</span>
        <a href="/health/ready">{t.health}</a>
      </p>
    </>
  );
}
