/** A row of `poliklinik`; a status of 0 is a clinic that is closed. */
export interface ClinicRow {
  readonly kd_poli: string;
  readonly nm_poli: string;
  readonly registrasi: number;
  readonly status: '0' | '1';
}

/** A row of `dokter`, invented. */
export interface DoctorRow {
  readonly kd_dokter: string;
  readonly nm_dokter: string;
  readonly jk: 'L' | 'P';
  readonly status: '0' | '1';
}

/** A row of `jadwal`: when a doctor sees patients, and how many. */
export interface ScheduleRow {
  readonly kd_dokter: string;
  readonly hari_kerja: string;
  readonly jam_mulai: string;
  readonly jam_selesai: string;
  readonly kd_poli: string;
  readonly kuota: number;
}

export const CLINICS: readonly ClinicRow[] = [
  { kd_poli: 'U0001', nm_poli: 'POLI UMUM', registrasi: 15_000, status: '1' },
  { kd_poli: 'INT', nm_poli: 'POLI PENYAKIT DALAM', registrasi: 25_000, status: '1' },
  { kd_poli: 'ANA', nm_poli: 'POLI ANAK', registrasi: 25_000, status: '1' },
  { kd_poli: 'OBG', nm_poli: 'POLI KEBIDANAN & KANDUNGAN', registrasi: 25_000, status: '1' },
  { kd_poli: 'MAT', nm_poli: 'POLI MATA', registrasi: 25_000, status: '1' },
  { kd_poli: 'GIG', nm_poli: 'POLI GIGI & MULUT', registrasi: 20_000, status: '1' },
  { kd_poli: 'THT', nm_poli: 'POLI THT-KL', registrasi: 25_000, status: '0' },
];

const doctor = (number: number, name: string, sex: 'L' | 'P', status: '0' | '1' = '1'): DoctorRow => ({
  kd_dokter: `D${String(number).padStart(7, '0')}`,
  nm_dokter: name,
  jk: sex,
  status,
});

export const DOCTORS: readonly DoctorRow[] = [
  doctor(1, 'dr. Contoh Wibisono', 'L'),
  doctor(2, 'dr. Contoh Khairani, Sp.PD', 'P'),
  doctor(3, 'dr. Contoh Alamsyah, Sp.A', 'L'),
  doctor(4, 'dr. Contoh Puspita, Sp.OG', 'P'),
  doctor(5, 'dr. Contoh René Marpaung, Sp.M', 'L'),
  doctor(6, 'drg. Contoh Maharani', 'P'),
  doctor(7, 'dr. Contoh Usman, Sp.THT-KL', 'L', '0'),
];

/** Days as Khanza writes them; Sunday is AKHAD. */
const WEEKDAYS = ['AKHAD', 'SENIN', 'SELASA', 'RABU', 'KAMIS', 'JUMAT', 'SABTU'] as const;

const times = (doctorNumber: number, clinic: string, days: string, from: string, to: string, quota: number) =>
  days.split(' ').map(
    (day): ScheduleRow => ({
      kd_dokter: `D${String(doctorNumber).padStart(7, '0')}`,
      hari_kerja: day,
      jam_mulai: `${from}:00`,
      jam_selesai: `${to}:00`,
      kd_poli: clinic,
      kuota: quota,
    }),
  );

export const SCHEDULES: readonly ScheduleRow[] = [
  ...times(1, 'U0001', 'SENIN SELASA RABU KAMIS JUMAT SABTU', '08:00', '13:00', 40),
  ...times(2, 'INT', 'SENIN RABU JUMAT', '09:00', '12:00', 25),
  ...times(3, 'ANA', 'SELASA KAMIS', '09:00', '12:00', 20),
  ...times(4, 'OBG', 'SENIN SELASA KAMIS', '13:00', '15:30', 20),
  ...times(5, 'MAT', 'RABU', '09:00', '11:00', 15),
  ...times(6, 'GIG', 'SENIN KAMIS', '08:30', '11:30', 12),
];

/** Returns when a clinic sees patients on a day, or nothing when it does not. */
export function findSchedule(clinic: string, day: string): ScheduleRow | undefined {
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return SCHEDULES.find(({ kd_poli, hari_kerja }) => kd_poli === clinic && hari_kerja === weekday);
}
