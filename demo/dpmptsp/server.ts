import { findText, type LegacySystem, type SystemAnswer, type SystemCall, type SystemRoute } from '../legacy-system.ts';
import { readApplication } from './application.ts';
import type { Permit } from './permit.ts';
import type { PermitBook } from './records.ts';
import { SessionTable } from './session-table.ts';

/** The invented account of the simulated permit application. */
export const DPMPTSP_ACCOUNT = { username: 'hub.demo', password: 'bukan-sandi-sungguhan' } as const;

const SESSION_MINUTES = 30;
const PAGE_SIZE = 500;
const PHP_WARNING =
  '<br />\n<b>Warning</b>:  Undefined index: tgl_terbit in ' +
  '<b>/var/www/html/perizinan/application/controllers/Izin.php</b> on line <b>42</b><br />\n';

/** A local CodeIgniter permit application: token sessions, result codes in text, PHP warnings before the JSON. */
export function createDpmptsp(book: PermitBook): LegacySystem {
  const sessions = new SessionTable(SESSION_MINUTES * 60_000);
  const guarded = (route: SystemRoute): SystemRoute => ({
    ...route,
    answer: (call) => findSessionRefusal(call, sessions) ?? route.answer(call),
  });
  return {
    name: 'dpmptsp',
    routes: [
      { operation: 'login', method: 'POST', path: '/auth/login', answer: (call) => answerLogin(call, sessions) },
      ...permitRoutes(book).map(guarded),
    ],
    unknownOperation: () => answerPhp({ status: false, message: 'Halaman tidak ditemukan' }, 404),
    quotaExhausted: () =>
      answerPhp({ status: false, message: 'Terlalu banyak permintaan' }, 429, { 'retry-after': '60' }),
    sessions: { loginOperation: 'login', expireAll: () => sessions.endAll(), expiredAnswer: answerExpired },
    warning: PHP_WARNING,
    records: book.records,
  };
}

function permitRoutes(book: PermitBook): SystemRoute[] {
  return [
    { operation: 'cari', method: 'POST', path: '/izin/cari', answer: (call) => answerSearch(call, book) },
    {
      operation: 'riwayat',
      method: 'POST',
      path: '/izin/riwayat',
      answer: (call) => answerOne(call, book, ({ steps }) => steps),
    },
    {
      operation: 'detail',
      method: 'POST',
      path: '/izin/detail',
      answer: (call) => answerOne(call, book, showDetail),
    },
    { operation: 'ajukan', method: 'POST', path: '/izin/daftar', answer: (call) => answerApplication(call, book) },
    { operation: 'daftar', method: 'GET', path: '/izin', answer: (call) => answerList(call, book) },
  ];
}

function answerLogin(call: SystemCall, sessions: SessionTable): SystemAnswer {
  const { username, password } = call.body;
  if (username !== DPMPTSP_ACCOUNT.username || password !== DPMPTSP_ACCOUNT.password) {
    return answerPhp({ status: false, message: 'Username atau password salah' });
  }
  return answerPhp({ status: true, data: { token: sessions.open(), expired_in: String(SESSION_MINUTES * 60) } });
}

function findSessionRefusal(call: SystemCall, sessions: SessionTable): SystemAnswer | undefined {
  const token = /^Bearer (\S+)$/.exec(call.headers.authorization ?? '')?.[1];
  if (token === undefined) return answerPhp({ status: false, message: 'Token tidak ditemukan' }, 401);
  return sessions.isOpen(token) ? undefined : answerExpired();
}

function answerExpired(): SystemAnswer {
  return answerPhp({ status: false, message: 'Sesi berakhir' }, 401);
}

function answerSearch(call: SystemCall, book: PermitBook): SystemAnswer {
  const nik = findText(call, 'nik');
  if (!nik) return answerCode('99', 'Parameter nik kosong');
  return answerRows(book.listOf(nik));
}

function answerOne(call: SystemCall, book: PermitBook, show: (permit: Permit) => unknown): SystemAnswer {
  const permitNumber = findText(call, 'no_izin');
  if (!permitNumber) return answerCode('99', 'Parameter no_izin kosong');
  const permit = book.find(permitNumber);
  return permit ? answerCode('00', 'OK', show(permit)) : answerCode('01', 'Data tidak ditemukan');
}

function answerList({ query }: SystemCall, book: PermitBook): SystemAnswer {
  const since = query.get('sejak') ?? '';
  const page = Number(query.get('hal') ?? '1');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since)) return answerCode('99', 'Format tanggal salah');
  if (!Number.isSafeInteger(page) || page < 1) return answerCode('99', 'Halaman salah');
  const all = book.listChangedSince(since);
  const permits = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (permits.length === 0) return answerCode('01', 'Data tidak ditemukan');
  return answerPhp({ rc: '00', pesan: 'OK', total: String(all.length), data: permits.map(({ row }) => row) });
}

function answerApplication(call: SystemCall, book: PermitBook): SystemAnswer {
  const application = readApplication(call);
  if ('refusal' in application) return answerCode('02', application.refusal);
  const filed = book.file(application);
  return 'refusal' in filed ? answerCode('02', filed.refusal) : answerCode('00', 'OK', { no_izin: filed.number });
}

function showDetail({ row, applicant, filing }: Permit): object {
  const { business = '', place = '', note = '', reference = '' } = filing ?? {};
  return {
    ...row,
    nama_pemohon: applicant,
    nama_usaha: business,
    lokasi: place,
    keterangan: note,
    no_referensi: reference,
  };
}

function answerRows(permits: readonly Permit[]): SystemAnswer {
  if (permits.length === 0) return answerCode('01', 'Data tidak ditemukan');
  return answerCode(
    '00',
    'OK',
    permits.map(({ row }) => row),
  );
}

function answerCode(rc: '00' | '01' | '02' | '99', pesan: string, data: unknown = null): SystemAnswer {
  return answerPhp({ rc, pesan, data });
}

/** `echo json_encode(…)` without a header: PHP calls the JSON a page of HTML. */
function answerPhp(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): SystemAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers }, body: JSON.stringify(value) };
}
