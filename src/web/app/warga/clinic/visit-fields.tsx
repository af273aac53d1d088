import { useState } from 'react';
import { Field } from '../../design/field.tsx';
import { useFormat } from '../../format/format.ts';
import type { WargaClinicsQuery } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { today } from '../day.ts';
import { listDays, weekdayOf } from './list-days.ts';
import { texts } from './texts.ts';

type Clinics = NonNullable<WargaClinicsQuery['clinics']>;
type Hours = NonNullable<Clinics[number]['schedule']>[number];

interface VisitProps {
  readonly clinics: Clinics;
  readonly holidays: ReadonlySet<string>;
}

/** Clinic, then doctor with hours, then one of the days on which that doctor is there at those hours. */
export function VisitFields({ clinics, holidays }: VisitProps) {
  const t = useTexts(texts);
  const [clinic, setClinic] = useState('');
  const [doctor, setDoctor] = useState('');
  const schedule = clinics.find(({ code }) => code === clinic)?.schedule ?? [];
  const days = listDays(
    schedule.filter((one) => visitOf(one) === doctor).map(({ day }) => day),
    today(),
    holidays,
  );
  return (
    <>
      <Field label={t.clinic}>
        <select
          name="clinic"
          required
          value={clinic}
          onChange={({ target }) => {
            setClinic(target.value);
            setDoctor('');
          }}
        >
          <option value="" disabled>
            {t.choose}
          </option>
          {clinics.map(({ code, name }) => (
            <option key={code} value={code}>
              {name ?? code}
            </option>
          ))}
        </select>
      </Field>
      <Doctor schedule={schedule} chosen={doctor} onChoose={setDoctor} />
      <Day days={days} isReady={doctor !== ''} key={doctor} />
    </>
  );
}

/** A doctor's hours as one choice: the same doctor may have others on other days. */
function visitOf({ doctorCode, from, until }: Hours): string {
  return `${doctorCode} ${from}-${until}`;
}

interface DoctorProps {
  readonly schedule: readonly Hours[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

function Doctor({ schedule, chosen, onChoose }: DoctorProps) {
  const t = useTexts(texts);
  const values = [...new Set(schedule.map(visitOf))];
  return (
    <Field label={t.doctor}>
      <select
        name="doctor"
        required
        value={chosen}
        disabled={schedule.length === 0}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="" disabled>
          {t.choose}
        </option>
        {values.map((value) => {
          const hours = schedule.filter((one) => visitOf(one) === value);
          const days = hours.map(({ day }) => day && t[day]).join(', ');
          return (
            <option key={value} value={value}>
              {`${hours[0]?.doctor ?? hours[0]?.doctorCode}, ${hours[0]?.from}–${hours[0]?.until} (${days})`}
            </option>
          );
        })}
      </select>
    </Field>
  );
}

function Day({ days, isReady }: { readonly days: readonly string[]; readonly isReady: boolean }) {
  const t = useTexts(texts);
  const { date } = useFormat();
  return (
    <Field label={t.on} mistake={isReady && days.length === 0 ? t.noSchedule : undefined}>
      <select name="on" required defaultValue="" disabled={days.length === 0}>
        <option value="" disabled>
          {t.choose}
        </option>
        {days.map((day) => (
          <option key={day} value={day}>
            {t[weekdayOf(day)]}, {date(day)}
          </option>
        ))}
      </select>
    </Field>
  );
}
