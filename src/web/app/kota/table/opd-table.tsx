import { useMemo } from 'react';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import type { AddressChange, BoardAddress } from '../address/board-address.ts';
import { measureTexts } from '../measures/measure-texts.ts';
import { MEASURES } from '../measures/measures.ts';
import { useIsNarrow } from '../view/use-is-narrow.ts';
import { listLargest } from './heat.ts';
import { HeatTable } from './heat-table.tsx';
import { OpdCards } from './opd-cards.tsx';
import { arrangeRows, type OpdRow } from './opd-rows.ts';
import { tableTexts } from './table-texts.ts';

interface OpdTableProps {
  readonly rows: readonly OpdRow[];
  readonly address: BoardAddress;
  readonly change: (change: AddressChange, isStep?: boolean) => void;
}

/** So many OPDs are shown until somebody asks for all: what is worth a look is among them. */
const FIRST = 15;

/** OPD by OPD: what to show, and the table or on a phone the cards. */
export function OpdTable({ rows, address, change }: OpdTableProps) {
  const t = useTexts(tableTexts);
  const format = useFormat();
  const isNarrow = useIsNarrow();
  const shown = useMemo(() => arrangeRows(rows, address), [rows, address]);
  const largest = useMemo(() => listLargest(rows.map(({ now }) => now)), [rows]);
  const parts = { rows: shown, address, change, largest, first: FIRST };
  return (
    <section className="stack opd-table" aria-labelledby="opd">
      <div className="row row--spread">
        <h2 id="opd">{t.title}</h2>
        <p className="small soft" role="status">
          {t.shown(format.number(shown.length), format.number(rows.length))}
        </p>
      </div>
      <TableTools address={address} change={change} isNarrow={isNarrow} />
      {shown.length === 0 && <p className="empty">{t.none}</p>}
      {shown.length > 0 && (isNarrow ? <OpdCards {...parts} /> : <HeatTable {...parts} />)}
      {shown.length > FIRST && (
        <p className="no-print">
          <button
            type="button"
            className="button button--small"
            aria-expanded={address.showsAll}
            onClick={() => change({ semua: address.showsAll ? undefined : 'ya' })}
          >
            {address.showsAll ? t.showFewer : t.showAll(format.number(shown.length))}
          </button>
        </p>
      )}
      <Legend />
    </section>
  );
}

interface TableToolsProps extends Pick<OpdTableProps, 'address' | 'change'> {
  readonly isNarrow: boolean;
}

function TableTools({ address, change, isNarrow }: TableToolsProps) {
  const t = useTexts(tableTexts);
  return (
    <div className="tools no-print">
      <label className="tools__field">
        <span>{t.search}</span>
        <input
          className="input"
          type="search"
          value={address.search}
          onChange={(event) => change({ cari: event.target.value }, false)}
        />
      </label>
      {isNarrow && <SortChoice address={address} change={change} />}
      <label className="tools__check">
        <input
          type="checkbox"
          checked={address.onlyProblems}
          onChange={(event) => change({ saring: event.target.checked ? 'masalah' : undefined })}
        />
        {t.onlyProblems}
      </label>
    </div>
  );
}

/** On a phone there are no columns to press. */
function SortChoice({ address, change }: Pick<OpdTableProps, 'address' | 'change'>) {
  const t = useTexts(tableTexts);
  const names = useTexts(measureTexts);
  const sorted = MEASURES.find(({ metric }) => metric === address.sort);
  return (
    <label className="tools__field">
      <span>{t.sortBy}</span>
      <select
        className="input"
        value={sorted?.slug ?? address.sort}
        onChange={({ target: { value } }) =>
          change({ urut: value === 'peringatan' ? undefined : value, arah: undefined, ukuran: undefined })
        }
      >
        <option value="peringatan">{t.alerts}</option>
        <option value="nama">{t.name}</option>
        {MEASURES.map(({ metric, slug }) => (
          <option key={slug} value={slug}>
            {names[metric]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Legend() {
  const t = useTexts(tableTexts);
  return (
    <p className="legend small soft">
      {t.legend}
      <span className="legend__scale">
        {t.good}
        {[0, 1, 2, 3, 4].map((heat) => (
          <span key={heat} className="legend__step" data-heat={heat} aria-hidden="true" />
        ))}
        {t.far}
      </span>
      {t.legendMore} <b className="heat__alert">!</b> {t.hasAlert}. <span className="heat__partial">◔</span>{' '}
      {t.incompleteMark}. — {t.noneMark}.
    </p>
  );
}
