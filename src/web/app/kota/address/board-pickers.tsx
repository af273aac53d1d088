import { useState } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from '../texts.ts';
import type { AddressChange, BoardAddress } from './board-address.ts';
import { addMonths, isDay, lastDayOf, monthOf, today, yearBefore } from './days.ts';

interface PickersProps {
  readonly address: BoardAddress;
  readonly change: (change: AddressChange) => void;
  /** Whether whoever looks may go to the city's months. */
  readonly hasMonths?: boolean;
}

/** The day that the board is of, and the one that it is compared with; both stand in the address. */
export function BoardPickers({ address, change, hasMonths = false }: PickersProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const lastMonth = addMonths(monthOf(address.day), -1);
  return (
    <div className="pickers no-print">
      <label className="tools__field">
        <span>{t.day}</span>
        <input
          className="input"
          type="date"
          max={today()}
          value={address.day}
          onChange={({ target: { value } }) => isDay(value) && change({ hari: value === today() ? undefined : value })}
        />
      </label>
      <ComparisonPicker key={address.before} address={address} change={change} />
      {hasMonths && (
        <Link className="button button--small" href={`/bulan/${lastMonth}`}>
          {t.monthPage(format.month(lastMonth))}
        </Link>
      )}
    </div>
  );
}

function ComparisonPicker({ address, change }: PickersProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const { day, comparison, before } = address;
  const [isPicking, setPicking] = useState(false);
  const lastMonth = lastDayOf(addMonths(monthOf(day), -1));
  const choose = (value: string): void => {
    if (value === 'pilih') setPicking(true);
    else change({ banding: value === 'bulan-lalu' ? undefined : value });
  };
  return (
    <>
      <label className="tools__field">
        <span>{t.compareWith}</span>
        <select
          className="input"
          value={isPicking ? 'pilih' : comparison === 'hari' ? before : comparison}
          onChange={({ target: { value } }) => choose(value)}
        >
          <option value="bulan-lalu">{t.lastMonth(format.shortDate(lastMonth))}</option>
          <option value="tahun-lalu">{t.lastYear(format.shortDate(yearBefore(day)))}</option>
          {comparison === 'hari' && <option value={before}>{t.otherDay(format.shortDate(before))}</option>}
          <option value="pilih">{t.pickDay}</option>
        </select>
      </label>
      {isPicking && (
        <label className="tools__field">
          <span>{t.beforeDay}</span>
          <input
            className="input"
            type="date"
            max={day}
            defaultValue={before}
            onChange={({ target: { value } }) => isDay(value) && value < day && change({ banding: value })}
          />
        </label>
      )}
    </>
  );
}
