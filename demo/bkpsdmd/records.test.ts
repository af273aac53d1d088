import { expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { ADULT_AGE } from '../people/household.ts';
import { createPopulation } from '../people/population.ts';
import { ageOn, REFERENCE_DAY } from '../reference-day.ts';
import { listActivities } from './activities.ts';
import { listAttendance, WORKING_DAYS } from './attendance.ts';
import { type Employee, listEmployees } from './employees.ts';
import { summariseMonth } from './monthly-facts.ts';

const people = createPopulation();
const employees = listEmployees(people, 1);
const activities = employees.flatMap((employee) => listActivities(employee, 1));
const byNip = new Map(employees.map((employee) => [employee.nip, employee]));

function getSiti(): Employee {
  const siti = employees.find(({ alias }) => alias === 'siti');
  if (!siti) throw new Error('siti is no employee');
  return siti;
}

test('about 8 % of the adults are employees, many of them on contract; demo is none', () => {
  const adults = people.filter(({ birthDate }) => ageOn(birthDate) >= ADULT_AGE).length;
  expect(employees.length / adults).toBeGreaterThan(0.06);
  expect(employees.length / adults).toBeLessThan(0.1);
  const contracts = employees.filter(({ status }) => status === 'PPPK').length / employees.length;
  expect(contracts).toBeGreaterThan(0.2);
  expect(employees.some(({ nik }) => nik === findPerson('demo').nik)).toBe(false);
});

test('a larger city begins with the smaller one', () => {
  const smaller = listEmployees(createPopulation(500), 1);
  expect(employees.slice(0, smaller.length)).toEqual(smaller);
});

test('numbers are unique; digits 13 and 14 are a month for a civil servant and no month for a contract', () => {
  expect(byNip.size).toBe(employees.length);
  for (const { nip, nik, status } of employees) {
    expect(nip).toMatch(/^\d{17}\d$/);
    expect(nip.slice(2, 4)).toBe(nik.slice(10, 12));
    expect(Number(nip.slice(12, 14)) <= 12).toBe(status === 'PNS');
    expect(nip[14]).toBe(Number(nik.slice(6, 8)) > 40 ? '2' : '1');
  }
});

test('siti is a civil servant under another employee, and every superior works in the same place', () => {
  const siti = getSiti();
  expect(siti).toMatchObject({ nip: '198604122010032001', status: 'PNS', nik: findPerson('siti').nik });
  expect(byNip.get(siti.superiorNip ?? '')?.position).toBe('Kepala Sekolah');
  for (const { superiorNip, satker, nip } of employees) {
    if (superiorNip === undefined) continue;
    expect(superiorNip).not.toBe(nip);
    expect(byNip.get(superiorNip)?.satker).toBe(satker);
  }
});

test('attendance has each working day of two months', () => {
  expect([WORKING_DAYS.length, WORKING_DAYS[0], WORKING_DAYS.at(-1)]).toEqual([44, '2026-09-01', '2026-10-30']);
  for (const employee of employees.slice(0, 20))
    expect(listAttendance(employee, 1).map(({ tgl }) => tgl)).toEqual(WORKING_DAYS);
});

test('minutes fit the clock', () => {
  const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  for (const day of employees.flatMap((employee) => listAttendance(employee, 1))) {
    if (day.kode !== 'hadir') expect([day.jam_masuk, day.jam_pulang]).toEqual([null, null]);
    if (day.jam_masuk) expect(Math.max(0, minuteOf(day.jam_masuk) - 450)).toBe(day.menit_terlambat);
    if (day.jam_pulang) expect(Math.max(0, 960 - minuteOf(day.jam_pulang))).toBe(day.menit_pulang_cepat);
  }
});

test('siti’s months are what the documentation says', () => {
  expect(summariseMonth(getSiti(), '2026-10', 1)).toMatchObject({
    workingDays: 22,
    presentDays: 19,
    dutyDays: 1,
    sickDays: 2,
    absentDays: 0,
    lateMinutes: [12],
    earlyMinutes: [],
    daysWithoutCheckOut: 0,
  });
  expect(summariseMonth(getSiti(), '2026-09', 1)).toMatchObject({ lateMinutes: [45], daysWithoutCheckOut: 1 });
});

test('somebody is absent without a word, and somebody is late again and again', () => {
  const months = employees.map((employee) => summariseMonth(employee, '2026-10', 1));
  expect(months.some(({ absentDays }) => absentDays > 0)).toBe(true);
  expect(months.some(({ lateMinutes }) => lateMinutes.length > 3)).toBe(true);
  const minutes = months.map(({ approvedMinutes }) => approvedMinutes).sort((one, other) => one - other);
  const median = minutes[Math.floor(minutes.length / 2)];
  // Around the 6,750 that count as a full month.
  expect(median).toBeGreaterThan(4_000);
  expect(median).toBeLessThan(8_000);
});

test('an activity is numbered by its author and second, and is never in the future', () => {
  expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
  for (const { id, nip, tgl_ok, tgl } of activities) {
    expect(id).toMatch(new RegExp(`^${nip}\\.1\\d{9}$`));
    expect(tgl < REFERENCE_DAY && (tgl_ok ?? '') < REFERENCE_DAY).toBe(true);
  }
});

test('a refusal has no date, zeros, and red HTML', () => {
  const refused = activities.filter(({ ok_kuan_h }) => ok_kuan_h === 0);
  expect(refused.length / activities.length).toBeGreaterThan(0.02);
  for (const { tgl_ok, ok_waktu_h, penilaian } of refused) {
    expect([tgl_ok, ok_waktu_h]).toEqual([null, 0]);
    expect(penilaian).toMatch(/^<font color=red>.+<\/font>$/);
  }
  const ofSiti = listActivities(getSiti(), 1).filter(({ ok_kuan_h }) => ok_kuan_h === 0);
  expect(ofSiti.map(({ tgl }) => tgl)).toEqual(['2026-10-08']);
});

test('the oddities that an inspector looks for are there', () => {
  const approved = activities.filter(({ tgl_ok }) => tgl_ok);
  expect(approved.some(({ tgl, tgl_ok }) => (tgl_ok ?? '') < tgl)).toBe(true);
  expect(approved.some(({ nip, penilai_nip }) => nip === penilai_nip)).toBe(true);
  const inBurst = approved.filter(({ tgl_ok }) => tgl_ok?.startsWith('2026-10-30 16:2'));
  expect(inBurst.length).toBeGreaterThan(50);
  const textsOf = (employee: Employee): number =>
    new Set(listActivities(employee, 1).map(({ uraian_keg_h }) => uraian_keg_h)).size;
  expect(employees.some((employee) => textsOf(employee) === 1)).toBe(true);
});
