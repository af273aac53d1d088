import { useFormat } from '../format/format.ts';
import { defineTexts, useTexts } from '../language/texts.ts';
import { countWorkingDays, today } from './day.ts';

const texts = defineTexts({
  id: {
    late: (days: string, day: string) => `Terlambat ${days} hari kerja, seharusnya ${day}`,
    lateToday: (day: string) => `Lewat batas waktu ${day}`,
    left: (days: string, day: string) => `Paling lambat ${day}, ${days} hari kerja lagi`,
    leftToday: (day: string) => `Batas waktunya ${day}`,
    was: (day: string) => `Batas waktunya ${day}`,
  },
  en: {
    late: (days: string, day: string) => `${days} working days late, was due ${day}`,
    lateToday: (day: string) => `Past its deadline of ${day}`,
    left: (days: string, day: string) => `By ${day}, ${days} working days left`,
    leftToday: (day: string) => `Due ${day}`,
    was: (day: string) => `Was due ${day}`,
  },
});

interface DeadlineProps {
  readonly dueOn: string;
  readonly overdue: boolean | null;
  readonly isOver: boolean;
  readonly holidays: ReadonlySet<string>;
}

/** Until when an OPD must have decided, and how many working days that is from now. */
export function Deadline({ dueOn, overdue, isOver, holidays }: DeadlineProps) {
  const t = useTexts(texts);
  const { date, number } = useFormat();
  const day = date(dueOn);
  if (overdue) {
    const late = countWorkingDays(dueOn, today(), holidays);
    return <span className="late">{late > 0 ? t.late(number(late), day) : t.lateToday(day)}</span>;
  }
  if (isOver) return <span>{t.was(day)}</span>;
  const left = countWorkingDays(today(), dueOn, holidays);
  return <span>{left > 0 ? t.left(number(left), day) : t.leftToday(day)}</span>;
}
