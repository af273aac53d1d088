import { useSearchParams } from 'wouter';
import { Field } from '../../design/field.tsx';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { monthBefore, today } from '../day.ts';
import { OwnGate } from '../own-gate.tsx';
import { ActivityForm } from './activity-form.tsx';
import { Allowance } from './allowance.tsx';
import { ReportingCalendar } from './reporting-calendar.tsx';
import { texts } from './texts.ts';

/** What a civil servant wants to know of a month, and the report of a day. */
export function Employee() {
  const t = useTexts(texts);
  return (
    <OwnGate title={t.title}>
      <View title={t.title} name={t.title} lead={t.lead}>
        <Month />
        <ActivityForm />
      </View>
    </OwnGate>
  );
}

function Month() {
  const t = useTexts(texts);
  const [query, setQuery] = useSearchParams();
  const thisMonth = today().slice(0, 7);
  const asked = query.get('bulan') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthBefore(thisMonth);
  return (
    <>
      <div className="month">
        <Field label={t.month}>
          <input
            type="month"
            value={month}
            max={thisMonth}
            onChange={({ target }) => target.value && setQuery({ bulan: target.value }, { replace: true })}
          />
        </Field>
      </div>
      <Allowance month={month} />
      <ReportingCalendar month={month} />
    </>
  );
}
