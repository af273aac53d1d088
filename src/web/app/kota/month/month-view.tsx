import { Link, Redirect } from 'wouter';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { useBoardAddress } from '../address/board-address.ts';
import { addMonths, isMonth, lastDayOf, monthOf, today } from '../address/days.ts';
import { Board } from '../board/board-view.tsx';
import { drillTexts } from '../drill-texts.ts';
import { ExportButtons } from '../view/export-buttons.tsx';

/** The city on the last day of a month, compared with the end of the month before; of the current month as it stands today. */
export function MonthView({ month }: { readonly month: string }) {
  const [address, change] = useBoardAddress();
  const now = today();
  if (!isMonth(month) || month > monthOf(now)) return <Redirect to="/" replace />;
  const last = lastDayOf(month);
  const day = [last, now].sort()[0] ?? now;
  const before = lastDayOf(addMonths(month, -1));
  return (
    <Board
      address={{ ...address, day, before, isToday: day === now, comparison: 'bulan-lalu' }}
      change={change}
      tools={
        <>
          <MonthSteps month={month} now={now} />
          <ExportButtons day={day} />
        </>
      }
      mostChanges={15}
    />
  );
}

function MonthSteps({ month, now }: { readonly month: string; readonly now: string }) {
  const t = useTexts(drillTexts);
  const format = useFormat();
  const [previous, next] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <nav className="row no-print" aria-label={t.months}>
      <Link className="button button--small" href={`/bulan/${previous}`}>
        ← {format.month(previous)}
      </Link>
      {next <= monthOf(now) && (
        <Link className="button button--small" href={`/bulan/${next}`}>
          {format.month(next)} →
        </Link>
      )}
      <Link className="button button--small button--plain" href="/">
        {t.toBoard}
      </Link>
    </nav>
  );
}
