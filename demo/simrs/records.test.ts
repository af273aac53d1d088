import { expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import type { Alias } from '../people/person.ts';
import { createPopulation } from '../people/population.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import { type BookingRow, listBookings } from './bookings.ts';
import { CLINICS, DOCTORS, findSchedule, SCHEDULES } from './clinic.ts';
import { listPatients } from './patients.ts';

const patients = listPatients(createPopulation(), 1);
const bookings = listBookings(patients, 1);

function bookingsOf(alias: Alias): BookingRow[] {
  const numbers = patients.flatMap(({ person, row }) => (person.alias === alias ? [row.no_rkm_medis] : []));
  return bookings.filter(({ no_rkm_medis }) => numbers.includes(no_rkm_medis));
}

test('medical record numbers are six digits and unique, and no patient books twice for a day', () => {
  const numbers = patients.map(({ row }) => row.no_rkm_medis);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^\d{6}$/);
  const keys = bookings.map(({ no_rkm_medis, tanggal_periksa }) => no_rkm_medis + tanggal_periksa);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a larger city begins with the smaller one', () => {
  const smaller = listPatients(createPopulation(300), 1);
  expect(patients.slice(0, smaller.length)).toEqual(smaller);
});

test('demo has been there twice and is awaited once', () => {
  expect(bookingsOf('demo').map(({ tanggal_periksa, kd_poli, status }) => [tanggal_periksa, kd_poli, status])).toEqual([
    ['2026-08-12', 'INT', 'Terdaftar'],
    ['2026-10-07', 'MAT', 'Terdaftar'],
    ['2026-11-04', 'INT', 'Belum'],
  ]);
});

test('the NIK of most is clean; of others it is a dash, nothing, or has blanks', () => {
  const written = patients.map(({ row }) => row.no_ktp);
  expect(written.filter((nik) => /^\d{16}$/.test(nik)).length / written.length).toBeGreaterThan(0.8);
  for (const kind of [/^-$/, /^$/, /^ \d{16}$/, /^\d{6} \d{6} \d{4}$/])
    expect(written.some((nik) => kind.test(nik))).toBe(true);
  const ofAneh = patients.find(({ person }) => person.alias === 'aneh');
  expect(ofAneh?.row.no_ktp).toBe(` ${findPerson('aneh').nik}`);
});

test('ganda has two medical records under one NIK', () => {
  const records = patients.filter(({ row }) => row.no_ktp === findPerson('ganda').nik);
  expect(records.map(({ row }) => row.no_rkm_medis)).toEqual(['000318', '000907']);
});

test('a booking is for an hour when that doctor is there, within the quota, and was made before', () => {
  const ahead = bookings.filter(({ tanggal_periksa }) => tanggal_periksa > REFERENCE_DAY);
  expect(ahead.length).toBeGreaterThan(20);
  for (const { tanggal_booking, tanggal_periksa, kd_poli, kd_dokter, no_reg } of bookings) {
    const schedule = findSchedule(kd_poli, tanggal_periksa);
    expect(schedule?.kd_dokter).toBe(kd_dokter);
    expect(Number(no_reg)).toBeLessThanOrEqual(schedule?.kuota ?? 0);
    expect(tanggal_booking <= tanggal_periksa && tanggal_booking <= REFERENCE_DAY).toBe(true);
  }
});

test('schedules name doctors who work and clinics that are open', () => {
  for (const { kd_dokter, kd_poli } of SCHEDULES) {
    expect(DOCTORS.find((doctor) => doctor.kd_dokter === kd_dokter)?.status).toBe('1');
    expect(CLINICS.find((clinic) => clinic.kd_poli === kd_poli)?.status).toBe('1');
  }
});
