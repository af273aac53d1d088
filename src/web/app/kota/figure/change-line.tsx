import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { type Change, type Measure, writeFigure } from '../measures/measures.ts';
import { texts } from '../texts.ts';

interface ChangeLineProps {
  readonly measure: Measure;
  readonly change: Change | undefined;
  /** The day that it is compared with, where nothing beside it says that. */
  readonly before?: string;
}

/** Which way a figure has gone, and whether that is good, in words, by an arrow and by colour. */
export function ChangeLine({ measure, change, before }: ChangeLineProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const since = before && ` ${t.since(format.shortDate(before))}`;
  if (!change) return <span className="change soft">{t.unknownBefore}</span>;
  if (change.direction === 'same') {
    return (
      <span className="change soft">
        <span aria-hidden="true">=</span> {t.noChange}
        {since}
      </span>
    );
  }
  const isShare = measure.form === 'share';
  const by = isShare
    ? t.points(format.number(Math.abs(change.by) * 100, 1))
    : writeFigure(measure, Math.abs(change.by), format);
  return (
    <span className="change" data-direction={change.direction}>
      <span aria-hidden="true">{change.isUp ? '▲' : '▼'}</span>{' '}
      <b>
        {t[change.direction]}, {change.isUp ? t.up : t.down} {by}
      </b>
      {since}
    </span>
  );
}
