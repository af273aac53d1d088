import { CLINICS, DOCTORS, findSchedule } from '../simrs/clinic.ts';

// Clinics, doctors and hours are SIMRS's: the hospital's web service reads the same tables.

/** When a doctor sees patients in a clinic on one day. */
export interface Session {
  readonly clinicCode: string;
  readonly clinicName: string;
  readonly doctorCode: string;
  readonly doctorName: string;
  readonly day: string;
  /** 09:00-12:00. */
  readonly hours: string;
  readonly quota: number;
}

/** A session that the hospital fills from its own desk, so that nobody outside ever gets a place in it. */
const RESERVED = { clinicCode: 'MAT', day: '2026-11-11' } as const;

/** Returns whether a clinic exists and is open for registration. */
export function findClinic(code: string): { readonly isOpen: boolean } | undefined {
  const clinic = CLINICS.find(({ kd_poli }) => kd_poli === code);
  return clinic && { isOpen: clinic.status === '1' };
}

/** Returns a clinic's session of a day, or nothing when it has none. */
export function findSession(clinicCode: string, day: string): Session | undefined {
  const schedule = findSchedule(clinicCode, day);
  const doctor = DOCTORS.find(({ kd_dokter }) => kd_dokter === schedule?.kd_dokter);
  const clinic = CLINICS.find(({ kd_poli }) => kd_poli === clinicCode);
  if (!schedule || !doctor || !clinic) return undefined;
  return {
    clinicCode,
    clinicName: clinic.nm_poli,
    doctorCode: doctor.kd_dokter,
    doctorName: doctor.nm_dokter,
    day,
    hours: `${schedule.jam_mulai.slice(0, 5)}-${schedule.jam_selesai.slice(0, 5)}`,
    quota: schedule.kuota,
  };
}

/** Returns whether no place of the session is for those who book from outside. */
export function isReserved({ clinicCode, day }: Session): boolean {
  return clinicCode === RESERVED.clinicCode && day === RESERVED.day;
}
