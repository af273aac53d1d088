import type { Person } from '../people/person.ts';
import { listBookings } from '../simrs/bookings.ts';
import { listPatients } from '../simrs/patients.ts';
import { findSession, isReserved, type Session } from './clinics.ts';

/** One place in a queue. */
export interface Place {
  /** 20261104INT001. */
  readonly bookingCode: string;
  /** Nothing where the clerk wrote no NIK. */
  readonly nik: string | undefined;
  readonly session: Session;
  readonly number: number;
  readonly state: 'waiting' | 'served' | 'cancelled';
}

/** The queues of the hospital: what SIMRS holds already, and what is booked while the service runs. */
export interface QueueBook {
  find(bookingCode: string): Place | undefined;
  /** All places of a session, those that were called off included. */
  listOf(session: Session): readonly Place[];
  /** Places that are left for those who book from outside. */
  countFree(session: Session): number;
  /** The place that somebody holds on a day, in whichever clinic. */
  findHeld(nik: string, day: string): Place | undefined;
  /** The medical record of a person, or nothing for a new patient. */
  findRecordNumber(nik: string): string | undefined;
  take(nik: string, session: Session): Place;
  cancel(place: Place): void;
}

/** Opens the queues over these people; those of SIMRS are read when the first call comes. */
export function createQueueBook(people: readonly Person[], seed: number): QueueBook {
  let opened: ReturnType<typeof readSimrs> | undefined;
  const open = () => {
    opened ??= readSimrs(people, seed);
    return opened;
  };
  const listOf = (session: Session): readonly Place[] =>
    [...open().places.values()].filter((place) => keyOf(place.session) === keyOf(session));
  const keep = (place: Place): Place => {
    open().places.set(place.bookingCode, place);
    return place;
  };
  return {
    listOf,
    find: (bookingCode) => open().places.get(bookingCode),
    countFree: (session) => {
      if (isReserved(session)) return 0;
      return Math.max(0, session.quota - listOf(session).filter(({ state }) => state !== 'cancelled').length);
    },
    findHeld: (nik, day) =>
      [...open().places.values()].find(
        (place) => place.nik === nik && place.session.day === day && place.state !== 'cancelled',
      ),
    findRecordNumber: (nik) => open().records.get(nik),
    take: (nik, session) => {
      // A number that was called off is not given out again: somebody may hold a note with it.
      const number = Math.max(0, ...listOf(session).map((place) => place.number)) + 1;
      return keep({ bookingCode: writeCode(session, number), nik, session, number, state: 'waiting' });
    },
    cancel: (place) => void keep({ ...place, state: 'cancelled' }),
  };
}

function readSimrs(people: readonly Person[], seed: number) {
  const patients = listPatients(people, seed);
  const records = new Map<string, string>();
  const niks = new Map<string, string>();
  for (const { row } of patients) {
    const nik = row.no_ktp.replace(/\s/g, '');
    if (!/^\d{16}$/.test(nik)) continue;
    niks.set(row.no_rkm_medis, nik);
    if (!records.has(nik)) records.set(nik, row.no_rkm_medis);
  }
  const places = listBookings(patients, seed).flatMap((row): Place[] => {
    const session = findSession(row.kd_poli, row.tanggal_periksa);
    if (!session) return [];
    const state = row.status === 'Terdaftar' ? 'served' : row.status === 'Belum' ? 'waiting' : 'cancelled';
    return [
      { bookingCode: row.kd_booking, nik: niks.get(row.no_rkm_medis), session, number: Number(row.no_reg), state },
    ];
  });
  return { records, places: new Map(places.map((place) => [place.bookingCode, place])) };
}

function keyOf({ clinicCode, day }: Session): string {
  return `${day} ${clinicCode}`;
}

function writeCode({ day, clinicCode }: Session, number: number): string {
  return `${day.replaceAll('-', '')}${clinicCode}${String(number).padStart(3, '0')}`;
}
