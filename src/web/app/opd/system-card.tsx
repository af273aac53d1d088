import { Badge, type Tone } from '../design/badge.tsx';
import { useFormat } from '../format/format.ts';
import type { OpdDeskQuery } from '../generated/graphql.ts';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

type DeskSystem = NonNullable<OpdDeskQuery['opd']>['systems'][number];

const TONES: Readonly<Record<DeskSystem['state'], Tone>> = {
  ANSWERING: 'good',
  FAILING: 'bad',
  LEFT_ALONE: 'warn',
  UNKNOWN: 'plain',
};

/** One legacy system as the hub has seen it in the last minutes. */
export function SystemCard({ system }: { readonly system: DeskSystem }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { latencyP95Ms, errorRate, lastOkAt, quotaLeft } = system;
  return (
    <li className="card stack stack--tight">
      <div className="row row--spread">
        <h3>{system.name}</h3>
        <Badge tone={TONES[system.state]}>{t[system.state]}</Badge>
      </div>
      <dl className="figures">
        <Line name={t.latency} value={latencyP95Ms === null ? undefined : `${format.number(latencyP95Ms)} ms`} />
        <Line name={t.errorRate} value={errorRate === null ? undefined : format.percent(errorRate, 1)} />
        <Line name={t.lastOk} value={lastOkAt ? format.moment(lastOkAt) : undefined} />
        <Line name={t.runningNow} value={`${format.number(system.running)} / ${format.number(system.waiting)}`} />
        {quotaLeft !== null && <Line name={t.quotaLeft} value={format.number(quotaLeft)} />}
      </dl>
    </li>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  const t = useTexts(texts);
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">
        {value ?? (
          <>
            <span aria-hidden="true">—</span>
            <span className="unseen">{t.unknown}</span>
          </>
        )}
      </dd>
    </div>
  );
}
