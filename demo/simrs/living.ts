import type { RunStatement } from '../database/run-statement.ts';
import type { LivingRecords } from '../living-records.ts';
import { createRandom } from '../random.ts';

// Records of the people with an alias have numbers below 001000.
const SOME_BOOKING = `select kd_booking from booking_registrasi where no_rkm_medis >= '001000' and status = 'Belum'
  order by md5(concat(kd_booking, ?)) limit 1`;
const SOME_PATIENT = `select no_rkm_medis from pasien where no_rkm_medis >= '001000' order by md5(concat(no_rkm_medis, ?)) limit 1`;
const PATIENT_OF = 'select no_rkm_medis from pasien where no_ktp = ? order by no_rkm_medis desc limit 1';
const MARK = 'update booking_registrasi set status = ? where kd_booking = ?';
const DELETE = 'delete from booking_registrasi where kd_booking = ?';
const LAST_PLACE = `select coalesce(max(no_reg), '000') as place from booking_registrasi
  where kd_dokter = 'D0000001' and tanggal_periksa = ?`;
const BOOK = `insert ignore into booking_registrasi (tanggal_booking, jam_booking, no_rkm_medis, tanggal_periksa, kd_dokter,
    kd_poli, no_reg, kd_pj, limit_reg, waktu_kunjungan, status, kd_booking)
  values ('2026-11-01', '16:00:00', ?, ?, 'D0000001', 'U0001', ?, 'UMU', 0, ?, 'Belum', ?)`;

/** What happens to the bookings at the hospital: patients come or call off, book, and bookings are taken out. */
export function createBookingRecords(run: RunStatement, seed: number): LivingRecords {
  let turn = 0;
  const choose = async (statement: string, column: string): Promise<string> => {
    turn += 1;
    const [row] = await run(statement, [`${seed}.${turn}`]);
    if (!row) throw new Error('there is nothing left that could change');
    return String(row[column]);
  };
  const write = async (statement: string, code: string, ...values: string[]): Promise<string> => {
    const [outcome] = await run(statement, [...values, code]);
    if (outcome?.changed === 0) throw new Error(`there is no booking ${code}`);
    return code;
  };
  const book = async (patient: string): Promise<string> => {
    const day = `2026-11-${createRandom(seed, 'booking baru', turn).whole(10, 28)}`;
    const [last] = await run(LAST_PLACE, [day]);
    const place = String(Number(last?.place) + 1).padStart(3, '0');
    const code = `${day.replaceAll('-', '')}U0001${place}`;
    const [outcome] = await run(BOOK, [patient, day, place, `${day} 08:00:00`, code]);
    if (outcome?.changed === 0) throw new Error('the patient has a booking on that day already');
    return code;
  };
  return {
    change: async (id) => {
      const code = id ?? (await choose(SOME_BOOKING, 'kd_booking'));
      return write(MARK, code, createRandom(seed, 'kedatangan', turn).chance(0.8) ? 'Terdaftar' : 'Batal');
    },
    add: async (nik) => {
      const patient =
        nik === undefined
          ? await choose(SOME_PATIENT, 'no_rkm_medis')
          : (await run(PATIENT_OF, [nik]))[0]?.no_rkm_medis;
      if (patient === undefined) throw new Error('nobody of that NIK is a patient');
      if (nik !== undefined) turn += 1;
      return book(String(patient));
    },
    remove: async (id) => write(DELETE, id ?? (await choose(SOME_BOOKING, 'kd_booking'))),
    // Nothing of a booking says when it was changed.
    runTo: () => {},
  };
}
