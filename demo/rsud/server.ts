import { SessionTable } from '../dpmptsp/session-table.ts';
import { htmlPage } from '../fault-answer.ts';
import { answerJson, findText, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import { readBooking, readSession } from './booking-request.ts';
import type { Session } from './clinics.ts';
import type { Place, QueueBook } from './records.ts';

/** The invented account of the simulated web service. */
export const RSUD_ACCOUNT = { user: 'hub-demo', password: 'sandi-simulasi-antrean' } as const;

const TOKEN_MINUTES = 10;
const RUNTIME_ERROR_EVERY = 25;
const MINUTES_PER_PATIENT = 6;
const EARLY = 'Peserta harap 30 menit lebih awal guna pencatatan administrasi.';

/** The hospital's queue web service as BPJS prescribes it: errors are a 201 in the answer, under an HTTP 200. */
export function createRsud(book: QueueBook): LegacySystem {
  const tokens = new SessionTable(TOKEN_MINUTES * 60_000);
  const guarded = (operation: string, answer: (call: SystemCall, book: QueueBook) => SystemAnswer) => ({
    operation,
    method: 'POST' as const,
    path: `/antrean/${operation}`,
    answer: (call: SystemCall) => findTokenRefusal(call, tokens) ?? answer(call, book),
  });
  return {
    name: 'rsud',
    routes: [
      { operation: 'auth', method: 'GET', path: '/auth', answer: (call) => answerAuth(call, tokens) },
      guarded('status', answerStatus),
      guarded('ambil', answerTake),
      guarded('sisa', answerRest),
      guarded('batal', answerCancel),
    ],
    unknownOperation: () => answerJson({ metadata: { message: 'Not Found', code: 404 } }, 404),
    quotaExhausted: () =>
      answerJson({ metadata: { message: 'Too Many Requests', code: 429 } }, 429, { 'retry-after': '60' }),
    sessions: { loginOperation: 'auth', expireAll: () => tokens.endAll(), expiredAnswer: answerExpired },
    hiccup: { every: RUNTIME_ERROR_EVERY, answer: () => htmlPage(200) },
  };
}

function answerAuth({ headers }: SystemCall, tokens: SessionTable): SystemAnswer {
  const isKnown = headers['x-username'] === RSUD_ACCOUNT.user && headers['x-password'] === RSUD_ACCOUNT.password;
  return isKnown ? answer({ token: tokens.open() }) : refuse('Username atau Password Tidak Sesuai');
}

function findTokenRefusal({ headers }: SystemCall, tokens: SessionTable): SystemAnswer | undefined {
  if (headers['x-username'] !== RSUD_ACCOUNT.user) return refuse('Username Tidak Sesuai');
  return tokens.isOpen(String(headers['x-token'])) ? undefined : answerExpired();
}

function answerStatus(call: SystemCall, book: QueueBook): SystemAnswer {
  const session = readSession(call);
  if (typeof session === 'string') return refuse(session);
  const places = book.listOf(session);
  return answer({
    namapoli: session.clinicName,
    namadokter: session.doctorName,
    totalantrean: places.filter(({ state }) => state !== 'cancelled').length,
    sisaantrean: places.filter(({ state }) => state === 'waiting').length,
    antreanpanggil: findCalled(session, places),
    ...countQuota(session, book),
    keterangan: '',
  });
}

function answerTake(call: SystemCall, book: QueueBook): SystemAnswer {
  const request = readBooking(call, book);
  if (typeof request === 'string') return refuse(request);
  const { nik, session, recordNumber } = request;
  const place = book.take(nik, session);
  return answer({
    nomorantrean: writeNumber(session, place.number),
    angkaantrean: place.number,
    kodebooking: place.bookingCode,
    pasienbaru: recordNumber ? 0 : 1,
    norm: recordNumber ?? '',
    namapoli: session.clinicName,
    namadokter: session.doctorName,
    estimasidilayani: beginOf(session) + (place.number - 1) * MINUTES_PER_PATIENT * 60_000,
    ...countQuota(session, book),
    keterangan: EARLY,
  });
}

function answerRest(call: SystemCall, book: QueueBook): SystemAnswer {
  const place = book.find(findText(call, 'kodebooking') ?? '');
  if (!place || place.state === 'cancelled') return refuse('Antrean Tidak Ditemukan');
  const { session, number, state } = place;
  const places = book.listOf(session);
  const before = places.filter((other) => other.state === 'waiting' && other.number < number).length;
  return answer({
    nomorantrean: writeNumber(session, number),
    namapoli: session.clinicName,
    namadokter: session.doctorName,
    sisaantrean: state === 'served' ? 0 : before,
    antreanpanggil: findCalled(session, places),
    waktutunggu: state === 'served' ? 0 : before * MINUTES_PER_PATIENT * 60,
    keterangan: state === 'served' ? 'Sudah dilayani' : '',
  });
}

function answerCancel(call: SystemCall, book: QueueBook): SystemAnswer {
  const place = book.find(findText(call, 'kodebooking') ?? '');
  if (!place) return refuse('Antrean Tidak Ditemukan');
  if (place.state === 'cancelled') return refuse('Antrean Tidak Ditemukan atau Sudah Dibatalkan');
  if (place.state === 'served') return refuse('Pasien Sudah Dilayani, Antrean Tidak Dapat Dibatalkan');
  book.cancel(place);
  return answer(null);
}

/** The hospital has one quota and writes it twice, for those whom BPJS pays for and for the others. */
function countQuota(session: Session, book: QueueBook) {
  const free = book.countFree(session);
  return { sisakuotajkn: free, kuotajkn: session.quota, sisakuotanonjkn: free, kuotanonjkn: session.quota };
}

function findCalled(session: Session, places: readonly Place[]): string {
  const called = Math.max(0, ...places.filter(({ state }) => state === 'served').map(({ number }) => number));
  return called === 0 ? '-' : writeNumber(session, called);
}

function writeNumber({ clinicCode }: Session, number: number): string {
  return `${clinicCode}-${number}`;
}

function beginOf({ day, hours }: Session): number {
  return Date.parse(`${day}T${hours.slice(0, 5)}:00+07:00`);
}

function answerExpired(): SystemAnswer {
  return refuse('Token Expired');
}

function answer(response: object | null): SystemAnswer {
  return answerJson({ response, metadata: { message: 'Ok', code: 200 } });
}

function refuse(message: string): SystemAnswer {
  return answerJson({ response: null, metadata: { message, code: 201 } });
}
