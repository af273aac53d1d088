import { type KeyboardEvent, useState } from 'react';
import { useSearch } from 'wouter';
import { useTexts } from '../../language/texts.ts';
import type { AddressChange, BoardAddress, SortKey } from '../address/board-address.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { getMeasure, MEASURES } from '../measures/measures.ts';
import { HeatRow } from './heat-row.tsx';
import type { OpdRow } from './opd-rows.ts';
import { tableTexts } from './table-texts.ts';

interface HeatTableProps {
  readonly rows: readonly OpdRow[];
  readonly address: BoardAddress;
  readonly change: (change: AddressChange) => void;
  readonly largest: ReadonlyMap<string, number>;
  /** So many are shown on a screen until all are asked for. */
  readonly first: number;
}

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** OPDs by figures, sorted by any of them; the arrow keys move among the figures, which are one stop of the tab key. */
export function HeatTable({ rows, address, change, largest, first }: HeatTableProps) {
  const t = useTexts(tableTexts);
  const [[tabRow, tabColumn], setTab] = useState<readonly [number, number]>([0, 0]);
  const search = useSearch();
  const move = (event: KeyboardEvent<HTMLTableElement>): void => {
    const step = ARROWS[event.key];
    const [row, column] = (event.target as HTMLElement).dataset.cell?.split(':').map(Number) ?? [];
    if (!step || row === undefined || column === undefined) return;
    const next = [row + step[0], column + step[1]] as const;
    const target = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.join(':')}"]`);
    event.preventDefault();
    if (!target || target.offsetParent === null) return;
    setTab(next);
    target.focus();
  };
  return (
    <section className="scroller heat-frame" aria-label={t.scrollHint} tabIndex={-1}>
      <table className="heat" onKeyDown={move}>
        <caption className="unseen">
          {t.scrollHint}. {t.keys}
        </caption>
        <HeatHead address={address} change={change} />
        <tbody>
          {rows.map((row, index) => (
            <HeatRow
              key={row.code}
              row={row}
              index={index}
              measure={address.measure}
              largest={largest}
              tabColumn={index === Math.min(tabRow, rows.length - 1) ? tabColumn : undefined}
              isMore={!address.showsAll && index >= first}
              search={search === '' ? '' : `?${search}`}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeatHead({ address, change }: Pick<HeatTableProps, 'address' | 'change'>) {
  const t = useTexts(tableTexts);
  const names = useTexts(measureTexts);
  return (
    <thead>
      <tr>
        <SortHead sort="nama" address={address} change={change} className="heat__name">
          {t.opd}
        </SortHead>
        <th scope="col" className="heat__trend">
          {t.trend}
          <span className="heat__of">{names[`${address.measure.metric}_SHORT`]}</span>
        </th>
        <SortHead sort="peringatan" address={address} change={change}>
          {t.alerts}
        </SortHead>
        {MEASURES.map(({ metric }) => (
          <SortHead key={metric} sort={metric} address={address} change={change} title={names[metric]}>
            {names[`${metric}_SHORT`]}
          </SortHead>
        ))}
        <th scope="col" className="number">
          {t.systems}
        </th>
      </tr>
    </thead>
  );
}

interface SortHeadProps extends Pick<HeatTableProps, 'address' | 'change'> {
  readonly sort: SortKey;
  readonly className?: string;
  readonly title?: string;
  readonly children: string;
}

function SortHead({ sort, address, change, className = 'number', title, children }: SortHeadProps) {
  const isSorted = address.sort === sort;
  const order = address.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={isSorted ? order : undefined}>
      {/* Chromium leaves buttons out where it repeats a head on the next page. */}
      <span className="on-paper">{children}</span>
      <button
        type="button"
        className="heat__sort no-print"
        title={title}
        onClick={() => change({ urut: slugOf(sort), arah: nextOrder(sort, address), ukuran: undefined })}
      >
        {children}
        <span aria-hidden="true" className="heat__arrow">
          {isSorted ? (address.isDescending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
}

function slugOf(sort: SortKey): string | undefined {
  if (sort === 'peringatan') return undefined;
  return sort === 'nama' ? 'nama' : getMeasure(sort).slug;
}

/** The worst first; pressed again, the other way round. */
function nextOrder(sort: SortKey, { sort: current, isDescending }: BoardAddress): string | undefined {
  return current === sort ? (isDescending ? 'naik' : 'turun') : undefined;
}
