import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseAccount, type DatabaseContent, fingerprintOf } from '../database/content.ts';
import type { Person } from '../people/person.ts';
import { listBookings } from './bookings.ts';
import { CLINICS, DOCTORS, SCHEDULES } from './clinic.ts';
import { listPatients } from './patients.ts';

/** The account that the hospital gives to the hub: it may read five tables, none of them medical. */
export const SIMRS_ACCOUNT: DatabaseAccount = { user: 'hub_baca_rsud', password: 'bukan-sandi-sungguhan' };
/** The account that every desk of the hospital uses. */
export const KHANZA: DatabaseAccount = { user: 'khanza', password: 'khanza-bukan-sungguhan' };

/** The database of RSUD H. Abdul Manap over these people. */
export function createSimrs(people: readonly Person[], seed: number): DatabaseContent {
  const patients = listPatients(people, seed);
  return {
    database: 'sik',
    accounts: [SIMRS_ACCOUNT, KHANZA],
    schema: readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'),
    tables: {
      pasien: patients.map(({ row }) => row),
      poliklinik: CLINICS,
      dokter: DOCTORS,
      jadwal: SCHEDULES,
      booking_registrasi: listBookings(patients, seed),
    },
    fingerprint: fingerprintOf(import.meta.dirname, people.length, seed),
  };
}
