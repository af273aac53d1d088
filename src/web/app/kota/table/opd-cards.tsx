import { Link, useSearch } from 'wouter';
import { Badge } from '../../design/badge.tsx';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import type { BoardAddress } from '../address/board-address.ts';
import { ChangeLine } from '../figure/change-line.tsx';
import { measureTexts } from '../measures/measure-texts.ts';
import { compare, MEASURES } from '../measures/measures.ts';
import { texts } from '../texts.ts';
import { shade } from './heat.ts';
import { HeatFigure } from './heat-cell.tsx';
import { RowTrend } from './heat-row.tsx';
import type { OpdRow } from './opd-rows.ts';
import { tableTexts } from './table-texts.ts';

interface OpdCardsProps {
  readonly rows: readonly OpdRow[];
  readonly address: BoardAddress;
  readonly largest: ReadonlyMap<string, number>;
  readonly first: number;
}

/** The table on a phone: each OPD a card with the chosen figure. */
export function OpdCards({ rows, address, largest, first }: OpdCardsProps) {
  const search = useSearch();
  const Content = address.sort === 'peringatan' || address.sort === 'nama' ? CardOutstanding : CardFigure;
  return (
    <ol className="cards">
      {rows.map((row, index) =>
        address.showsAll || index < first ? (
          <li key={row.code} className="card cards__one">
            <h3>
              <Link href={`/opd/${row.code}${search === '' ? '' : `?${search}`}`}>{row.name}</Link>
            </h3>
            <Content row={row} address={address} largest={largest} />
            <CardMarks row={row} />
          </li>
        ) : null,
      )}
    </ol>
  );
}

interface CardProps extends Omit<OpdCardsProps, 'rows' | 'first'> {
  readonly row: OpdRow;
}

/** The figure that the cards are sorted by, with its history. */
function CardFigure({ row, address: { measure, before }, largest }: CardProps) {
  const names = useTexts(measureTexts);
  const change = row.before && compare(measure, measure.read(row.now), measure.read(row.before));
  return (
    <>
      <p className="small soft">{names[measure.metric]}</p>
      <div className="row row--spread">
        <HeatFigure row={row} metric={measure.metric} largest={largest.get(measure.metric) ?? 0} />
        <RowTrend row={row} measure={measure} />
      </div>
      {measure.read(row.now) !== null && (
        <p className="small">
          <ChangeLine measure={measure} change={change} before={before} />
        </p>
      )}
    </>
  );
}

/** So many figures tell what a card is about. */
const MOST = 4;

/** What stands out at an OPD, the strongest first. */
function CardOutstanding({ row, largest }: CardProps) {
  const t = useTexts(tableTexts);
  const names = useTexts(measureTexts);
  const outstanding = MEASURES.map((measure) => ({
    metric: measure.metric,
    isCounted: measure.form === 'count' && (measure.read(row.now) ?? 0) > 0,
    heat: (row.alerted.has(measure.metric) ? 5 : 0) + (shade(measure, row.now, largest.get(measure.metric) ?? 0) ?? 0),
  }))
    .filter(({ heat, isCounted }) => heat > 1 || isCounted)
    .sort((one, other) => other.heat - one.heat)
    .slice(0, MOST);
  if (outstanding.length === 0) return <p className="small soft">{t.nothingOutstanding}</p>;
  return (
    <ul>
      {outstanding.map(({ metric }) => (
        <li key={metric} className="cards__figure">
          <span className="small">{names[metric]}</span>
          <HeatFigure row={row} metric={metric} largest={largest.get(metric) ?? 0} />
        </li>
      ))}
    </ul>
  );
}

function CardMarks({ row: { serious, warnings, now } }: { readonly row: OpdRow }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { answering, asked } = now.health;
  if (serious + warnings === 0 && answering >= asked) return null;
  return (
    <p className="row">
      {serious > 0 && (
        <Badge tone="bad">
          {format.number(serious)} {t.SERIOUS.toLowerCase()}
        </Badge>
      )}
      {warnings > 0 && (
        <Badge tone="warn">
          {format.number(warnings)} {t.WARNING.toLowerCase()}
        </Badge>
      )}
      {answering < asked && (
        <span className="small">{t.notAnswering(format.number(asked - answering), format.number(asked))}</span>
      )}
    </p>
  );
}
