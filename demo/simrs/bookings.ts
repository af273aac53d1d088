import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';
import { CLINICS, findSchedule, type ScheduleRow } from './clinic.ts';
import type { Patient } from './patients.ts';

/** A row of `booking_registrasi`. */
export interface BookingRow {
  readonly tanggal_booking: string;
  readonly jam_booking: string;
  readonly no_rkm_medis: string;
  readonly tanggal_periksa: string;
  readonly kd_dokter: string;
  readonly kd_poli: string;
  /** Place in the queue of that doctor and day, three digits. */
  readonly no_reg: string;
  /** How it is paid: UMU by the patient, BPJ by BPJS. */
  readonly kd_pj: 'UMU' | 'BPJ';
  /** 1 when booked from outside. */
  readonly limit_reg: 0 | 1;
  readonly waktu_kunjungan: string;
  readonly status: BookingStatus;
  readonly kd_booking: string;
}

/** Terdaftar: came and was registered. Belum: is awaited. Batal: called off. */
type BookingStatus = 'Terdaftar' | 'Belum' | 'Batal' | 'Dokter Berhalangan';

interface Plan {
  readonly day: string;
  readonly clinic: string;
  readonly status: BookingStatus;
}

/** Of the people with an alias, by medical record. */
const PLANS_BY_RECORD: Readonly<Partial<Record<string, readonly Plan[]>>> = {
  '000112': [
    { day: '2026-08-12', clinic: 'INT', status: 'Terdaftar' },
    { day: '2026-10-07', clinic: 'MAT', status: 'Terdaftar' },
    { day: '2026-11-04', clinic: 'INT', status: 'Belum' },
  ],
  '000245': [{ day: '2026-09-21', clinic: 'GIG', status: 'Terdaftar' }],
  '000318': [{ day: '2026-07-06', clinic: 'OBG', status: 'Terdaftar' }],
  '000907': [{ day: '2026-11-05', clinic: 'OBG', status: 'Belum' }],
  '000666': [{ day: '2026-10-14', clinic: 'INT', status: 'Dokter Berhalangan' }],
};

/** Writes the bookings of about four months before the reference day and three weeks after it, in the order of the visits. */
export function listBookings(patients: readonly Patient[], seed: number): BookingRow[] {
  const places = new Map<string, number>();
  return patients
    .flatMap((patient) => plansOf(patient, seed).map((plan) => ({ patient, plan })))
    .sort((one, other) => (one.plan.day < other.plan.day ? -1 : 1))
    .flatMap(({ patient, plan }) => {
      const schedule = findSchedule(plan.clinic, plan.day);
      const place = (places.get(plan.clinic + plan.day) ?? 0) + 1;
      if (!schedule || place > schedule.kuota) return [];
      places.set(plan.clinic + plan.day, place);
      return [
        writeBooking(patient, plan, schedule, place, createRandom(seed, 'booking', patient.row.no_rkm_medis, plan.day)),
      ];
    });
}

function plansOf({ person, row }: Patient, seed: number): readonly Plan[] {
  if (person.alias) return PLANS_BY_RECORD[row.no_rkm_medis] ?? [];
  const random = createRandom(seed, 'kunjungan', row.no_rkm_medis);
  const days = Array.from({ length: random.whole(0, 3) }, () => addDays(REFERENCE_DAY, random.whole(-120, 20)));
  return [...new Set(days)].map((day) => ({
    day,
    clinic: chooseClinic(person.birthDate, person.sex, random),
    status: inventStatus(day, random),
  }));
}

function chooseClinic(birthDate: string, sex: 'male' | 'female', random: Random): string {
  const age = ageOn(birthDate);
  if (age < 15) return random.pick(['ANA', 'GIG']);
  if (sex === 'female' && age < 45 && random.chance(0.3)) return 'OBG';
  return random.pick(CLINICS.filter(({ kd_poli, status }) => status === '1' && !['ANA', 'OBG'].includes(kd_poli)))
    .kd_poli;
}

function inventStatus(day: string, random: Random): BookingStatus {
  if (day >= REFERENCE_DAY) return random.chance(0.95) ? 'Belum' : 'Batal';
  return random.pick([
    'Terdaftar',
    'Terdaftar',
    'Terdaftar',
    'Terdaftar',
    'Terdaftar',
    'Batal',
    'Belum',
    'Dokter Berhalangan',
  ]);
}

function writeBooking({ row }: Patient, plan: Plan, schedule: ScheduleRow, place: number, random: Random): BookingRow {
  // Nobody has booked after today, whenever the visit is.
  const lastDay = plan.day > REFERENCE_DAY ? addDays(REFERENCE_DAY, 1) : plan.day;
  return {
    tanggal_booking: addDays(lastDay, -random.whole(1, 6)),
    jam_booking: `${String(random.whole(6, 20)).padStart(2, '0')}:${random.whole(10, 59)}:${random.whole(10, 59)}`,
    no_rkm_medis: row.no_rkm_medis,
    tanggal_periksa: plan.day,
    kd_dokter: schedule.kd_dokter,
    kd_poli: plan.clinic,
    no_reg: String(place).padStart(3, '0'),
    kd_pj: row.no_peserta.length > 1 ? 'BPJ' : 'UMU',
    limit_reg: random.chance(0.6) ? 1 : 0,
    waktu_kunjungan: `${plan.day} ${schedule.jam_mulai}`,
    status: plan.status,
    kd_booking: `${plan.day.replaceAll('-', '')}${plan.clinic}${String(place).padStart(3, '0')}`,
  };
}
