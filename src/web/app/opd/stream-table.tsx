import { Link } from 'wouter';
import { Badge, type Tone } from '../design/badge.tsx';
import { useFormat } from '../format/format.ts';
import type { StreamLineFragment } from '../generated/graphql.ts';
import { useTexts } from '../language/texts.ts';
import { CountsLine } from './counts-line.tsx';
import { StreamActions } from './stream-actions.tsx';
import { texts } from './texts.ts';

interface StreamTableProps {
  readonly streams: readonly StreamLineFragment[];
  readonly onChanged: () => void;
}

const TONES: Readonly<Record<StreamLineFragment['state'], Tone>> = {
  IDLE: 'good',
  RUNNING: 'good',
  FAILING: 'bad',
  PAUSED: 'warn',
  NEEDS_ATTENTION: 'warn',
};

/** What is copied, how fresh it is, and whether the last run's rows added up. */
export function StreamTable({ streams, onChanged }: StreamTableProps) {
  const t = useTexts(texts);
  return (
    <div className="scroller">
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{t.stream}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.fresh}</th>
            <th scope="col" className="number">
              {t.held}
            </th>
            <th scope="col">{t.result}</th>
            <th scope="col">{t.actions}</th>
          </tr>
        </thead>
        <tbody>
          {streams.map((line) => (
            <StreamRow key={line.stream} line={line} onChanged={onChanged} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly line: StreamLineFragment;
  readonly onChanged: () => void;
}

function StreamRow({ line, onChanged }: RowProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const [, system = '', type = ''] = line.stream.split('/');
  return (
    <tr>
      <th scope="row" data-label={t.stream}>
        <Link href={`/salinan/${line.stream}`}>{type}</Link>
        <br />
        <span className="small soft">
          {system}, <span lang="id">{line.schedule}</span>
        </span>
      </th>
      <td data-label={t.state}>
        <StreamState line={line} />
        {line.reason && (
          <p className="small" lang="id">
            {line.reason}
          </p>
        )}
      </td>
      <td data-label={t.fresh}>
        {line.lag === null ? t.never : t.ago(format.duration(line.lag))}
        <br />
        {line.nextRun && (
          <span className="small soft">
            {t.next} {format.moment(line.nextRun)}
          </span>
        )}
      </td>
      <td data-label={t.held} className="number">
        {format.number(line.records)}
      </td>
      <td data-label={t.result}>{line.counts && <CountsLine counts={line.counts} />}</td>
      <td data-label={t.actions}>
        <StreamActions line={line} onChanged={onChanged} />
      </td>
    </tr>
  );
}

/** The state in one word. */
export function StreamState({ line }: { readonly line: Pick<StreamLineFragment, 'state'> }) {
  const t = useTexts(texts);
  return <Badge tone={TONES[line.state]}>{line.state === 'FAILING' ? t.stateFAILING : t[line.state]}</Badge>;
}
