import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseAccount, type DatabaseContent, fingerprintOf } from '../database/content.ts';
import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { type ActivityRow, listActivities } from './activities.ts';
import { type AttendanceRow, listAttendance } from './attendance.ts';
import { type Employee, listEmployees } from './employees.ts';
import { listReviews } from './reviews.ts';

/** The database's name on the server. */
export const BKPSDMD_DATABASE = 'bkpsdmd';
/** The account that BKPSDMD gives to the hub: it may read six views. */
export const BKPSDMD_ACCOUNT: DatabaseAccount = { user: 'hub_baca_bkpsdmd', password: 'bukan-sandi-sungguhan' };
/** The account of the e-Kinerja application itself. */
export const EKINERJA_APP: DatabaseAccount = { user: 'ekinerja_app', password: 'sandi-aplikasi-demo' };

/** The database of e-Kinerja and e-Absen over these people's employees. */
export function createBkpsdmd(people: readonly Person[], seed: number, database = BKPSDMD_DATABASE): DatabaseContent {
  const employees = listEmployees(people, seed);
  function* attendance(): Generator<AttendanceRow> {
    for (const employee of employees) yield* listAttendance(employee, seed);
  }
  function* activities(): Generator<ActivityRow> {
    for (const employee of employees) yield* listActivities(employee, seed);
  }
  return {
    database,
    accounts: [BKPSDMD_ACCOUNT, EKINERJA_APP],
    schema: readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'),
    tables: {
      'ekinerja.pegawai': employees.map((employee) => toRow(employee, seed)),
      'ekinerja.skp': listReviews(employees, seed),
      'ekinerja.kin_harian': activities(),
      'eabsen.absen': attendance(),
      'ekinerja.pengguna': employees.map(({ nip }) => ({ nip, sandi: '$2y$10$bukan-sandi-sungguhan' })),
    },
    fingerprint: fingerprintOf(import.meta.dirname, people.length, seed),
  };
}

function toRow(
  { nip, nik, alias, name, status, position, positionClass, satker, superiorNip }: Employee,
  seed: number,
): object {
  // Nobody has ever asked these for their identity card again.
  const isNikMissing = !alias && createRandom(seed, 'nik pegawai', nik).chance(0.04);
  return {
    nip,
    nik: isNikMissing ? '-' : nik,
    nama: name.toUpperCase(),
    status_asn: status,
    jabatan: position,
    kelas_jabatan: positionClass,
    id_satker: satker.id,
    satker: satker.name,
    atasan_nip: superiorNip ?? null,
  };
}
