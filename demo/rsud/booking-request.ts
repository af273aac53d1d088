import { findText, type SystemCall } from '../legacy-system.ts';
import { addDays, REFERENCE_DAY } from '../reference-day.ts';
import { findClinic, findSession, type Session } from './clinics.ts';
import type { QueueBook } from './records.ts';

const DAYS_AHEAD = 30;

/** A booking that may be made. */
export interface BookingRequest {
  readonly nik: string;
  readonly session: Session;
  /** Nothing for somebody without a medical record. */
  readonly recordNumber: string | undefined;
}

/** Returns the session that a call speaks of, or the sentence with which the hospital refuses it. */
export function readSession(call: SystemCall): Session | string {
  const clinicCode = findText(call, 'kodepoli') ?? '';
  const day = findText(call, 'tanggalperiksa') ?? '';
  if (!isDay(day)) return 'Format Tanggal Tidak Sesuai, format yang benar adalah yyyy-mm-dd';
  if (day < REFERENCE_DAY) return 'Tanggal Periksa Tidak Berlaku';
  const clinic = findClinic(clinicCode);
  if (!clinic) return 'Poli Tidak Ditemukan';
  if (!clinic.isOpen) return 'Pendaftaran ke Poli Ini Sedang Tutup';
  const session = findSession(clinicCode, day);
  if (session && session.doctorCode === call.body.kodedokter && session.hours === call.body.jampraktek) return session;
  return 'Jadwal Dokter Tersebut Belum Tersedia, Silahkan Reschedule Tanggal dan Jam Praktek Lainnya';
}

/** Returns a booking that may be made, or the sentence with which the hospital refuses it. */
export function readBooking(call: SystemCall, book: QueueBook): BookingRequest | string {
  const nik = findText(call, 'nik') ?? '';
  const mistake = findMistake(call, nik);
  if (mistake) return mistake;
  const session = readSession(call);
  if (typeof session === 'string') return session;
  if (session.day > addDays(REFERENCE_DAY, DAYS_AHEAD)) return `Pendaftaran Maksimal ${DAYS_AHEAD} Hari Ke Depan`;
  const recordNumber = book.findRecordNumber(nik);
  const claimed = findText(call, 'norm');
  if (claimed && claimed !== recordNumber) return 'Nomor Rekam Medis Tidak Sesuai';
  if (book.findHeld(nik, session.day)) return 'Nomor Antrean Hanya Dapat Diambil 1 Kali Pada Tanggal Yang Sama';
  if (book.countFree(session) === 0) return 'Kuota Antrean Dokter Ini Sudah Penuh';
  return { nik, session, recordNumber };
}

function findMistake(call: SystemCall, nik: string): string | undefined {
  const card = findText(call, 'nomorkartu');
  if (!/^\d{16}$/.test(nik)) return 'Format NIK Tidak Sesuai';
  if (card && !/^\d{13}$/.test(card)) return 'Format Nomor Kartu Tidak Sesuai';
  if (!findText(call, 'nohp')) return 'Nomor HP Tidak Boleh Kosong';
  if (!['1', '2', '3', '4'].includes(String(call.body.jeniskunjungan))) return 'Jenis Kunjungan Tidak Sesuai';
  // Whoever comes at BPJS's expense needs a letter of referral, or of control.
  if (card && !findText(call, 'nomorreferensi')) return 'Nomor Referensi Tidak Boleh Kosong';
  return undefined;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
