import { useFormat } from '../../format/format.ts';
import { WargaReportingDocument } from '../../generated/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { today } from '../day.ts';
import { OwnPart } from '../own-part.tsx';
import { listMonth, type MonthDay } from './list-month.ts';
import { texts } from './texts.ts';

/** On which days of a month something was reported, and on which working days not. */
export function ReportingCalendar({ month }: { readonly month: string }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const answer = useGraph(WargaReportingDocument, { month, year: Number(month.slice(0, 4)) });
  const holidays = new Set(answer.data?.workingCalendar.holidays.map(({ on }) => on));
  const empty = <p className="soft">{t.calendarNone}</p>;
  return (
    <section className="stack">
      <h2>{t.calendar}</h2>
      <OwnPart
        answer={answer}
        path="me.reportingCalendar"
        pick={({ me }) => me?.reportingCalendar}
        empty={empty}
        lines={6}
      >
        {(reported) => {
          const days = listMonth(month, new Set(reported.map(({ on }) => on)), holidays, today());
          const count = (...states: MonthDay['state'][]) => days.filter(({ state }) => states.includes(state)).length;
          return (
            <>
              <p>{t.calendarText(number(count('reported')), number(count('reported', 'missing')))}</p>
              <Days days={days} />
            </>
          );
        }}
      </OwnPart>
    </section>
  );
}

const SIGNS = { reported: '✓', missing: '–', off: '', ahead: '' } as const;

function Days({ days }: { readonly days: readonly MonthDay[] }) {
  const t = useTexts(texts);
  const words = { reported: t.reported, missing: t.missingDay, off: t.off, ahead: '' };
  const blanks = (new Date(days[0]?.on ?? 0).getUTCDay() + 6) % 7;
  return (
    <ol className="days">
      {t.weekdays.split(' ').map((name) => (
        <li key={name} data-state="head" aria-hidden="true">
          {name}
        </li>
      ))}
      {Array.from({ length: blanks }, (_, index) => (
        <li key={`blank ${String(index)}`} data-state="blank" aria-hidden="true" />
      ))}
      {days.map(({ on, state }) => (
        <li key={on} data-state={state}>
          <span>{Number(on.slice(8))}</span>
          <span aria-hidden="true">{SIGNS[state]}</span>
          <span className="unseen">{words[state]}</span>
        </li>
      ))}
    </ol>
  );
}
