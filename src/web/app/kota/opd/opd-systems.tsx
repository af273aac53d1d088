import { Badge, type Tone } from '../../design/badge.tsx';
import { Part } from '../../design/part.tsx';
import { useFormat } from '../../format/format.ts';
import { KotaOpdSystemsDocument, type SystemState } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { useWhoIsIn } from '../../shell/session-context.ts';
import { drillTexts } from '../drill-texts.ts';
import type { Figures } from '../measures/measures.ts';

const TONES: Readonly<Record<SystemState, Tone>> = {
  ANSWERING: 'good',
  FAILING: 'warn',
  LEFT_ALONE: 'bad',
  UNKNOWN: 'plain',
};

interface OpdSystemsProps {
  readonly code: string;
  readonly health: Figures['health'];
}

/** How the OPD's systems fare now: each for its officers and the mayor's office, as counts for the auditor. */
export function OpdSystems({ code, health: { answering, asked } }: OpdSystemsProps) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const who = useWhoIsIn();
  const isCountOnly = who.status === 'open' && !who.roles.includes('mayor') && who.opd !== code;
  return (
    <section className="card stack" aria-labelledby="sistem">
      <h2 id="sistem">{t.systems}</h2>
      {isCountOnly ? (
        <p>
          {t.systemsCount(format.number(answering), format.number(asked))} <span className="soft">{t.countOnly}</span>
        </p>
      ) : (
        <EachSystem code={code} />
      )}
    </section>
  );
}

function EachSystem({ code }: Pick<OpdSystemsProps, 'code'>) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const answer = useGraph(KotaOpdSystemsDocument, { code });
  return (
    <Part answer={answer} path="opd.systems" pick={({ opd }) => opd?.systems}>
      {(systems) =>
        systems.length === 0 ? (
          <p className="soft">{t.noSystems}</p>
        ) : (
          <ul className="systems">
            {systems.map(({ name, state, latencyP95Ms, lastOkAt }) => (
              <li key={name} className="row row--spread">
                <b>{name}</b>
                <Badge tone={TONES[state]}>{t[state]}</Badge>
                <span className="small soft systems__when">
                  {t.lastOk}: {lastOkAt ? format.moment(lastOkAt) : t.never}
                  {latencyP95Ms !== null && ` · ${t.latency}: ${t.ms(format.number(latencyP95Ms))}`}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Part>
  );
}
