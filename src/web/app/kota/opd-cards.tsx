import { Link, useSearch } from 'wouter';
import { Badge } from '../design/badge.tsx';
import { useFormat } from '../format/format.ts';
import { useTexts } from '../language/texts.ts';
import type { BoardAddress } from './board-address.ts';
import { ChangeLine } from './change-line.tsx';
import { HeatFigure } from './heat-cell.tsx';
import { RowTrend } from './heat-row.tsx';
import { measureTexts } from './measure-texts.ts';
import { compare } from './measures.ts';
import type { OpdRow } from './opd-rows.ts';
import { texts } from './texts.ts';

interface OpdCardsProps {
  readonly rows: readonly OpdRow[];
  readonly address: BoardAddress;
  readonly largest: ReadonlyMap<string, number>;
  readonly first: number;
}

/** The table on a phone: each OPD a card with the chosen figure. */
export function OpdCards({ rows, address, largest, first }: OpdCardsProps) {
  const search = useSearch();
  return (
    <ol className="cards">
      {rows.map((row, index) =>
        address.showsAll || index < first ? (
          <li key={row.code} className="card cards__one">
            <h3>
              <Link href={`/opd/${row.code}${search === '' ? '' : `?${search}`}`}>{row.name}</Link>
            </h3>
            <CardFigure row={row} address={address} largest={largest} />
            <CardMarks row={row} />
          </li>
        ) : null,
      )}
    </ol>
  );
}

function CardFigure({
  row,
  address: { measure, before },
  largest,
}: Omit<OpdCardsProps, 'rows' | 'first'> & { row: OpdRow }) {
  const names = useTexts(measureTexts);
  const change = row.before && compare(measure, measure.read(row.now), measure.read(row.before));
  return (
    <>
      <p className="small soft">{names[measure.metric]}</p>
      <div className="row row--spread">
        <HeatFigure row={row} metric={measure.metric} largest={largest.get(measure.metric) ?? 0} />
        <RowTrend row={row} measure={measure} />
      </div>
      <p className="small">
        <ChangeLine measure={measure} change={change} before={before} />
      </p>
    </>
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
