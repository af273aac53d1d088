import { answerJson, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import type { ExpiryRow, Licence } from './licence.ts';
import type { LicenceBook } from './records.ts';
import { seal } from './seal.ts';

/** The invented account of the simulated service. */
export const SICANTIK_ACCOUNT = {
  token: 'token-simulasi-sicantik',
  apikey: 'kunci-simulasi-splp',
  salt: 'garam-simulasi-sicantik',
  /** Names the template of the city's licences in the address. */
  uuid: '3f0c1571-0000-4000-8000-00000000de30',
  instansi: '1571',
} as const;

/** SPLP lets each application call so often, then not for a moment. */
const THROTTLED_EVERY = 40;
const EVER = { from: '0000-00-00', to: '9999-12-31' } as const;
const PHP_WARNING =
  '<br />\n<b>Warning</b>:  Undefined index: d_berlaku_izin in ' +
  '<b>/var/www/sicantik/application/controllers/Cekperizinan.php</b> on line <b>87</b><br />\n';

/** SiCantik Cloud as SPLP hands it on, encrypted, and the older application that alone knows when a licence ends. */
export function createSicantik(book: LicenceBook): LegacySystem {
  return {
    name: 'sicantik',
    routes: [
      {
        operation: 'interop',
        method: 'GET',
        path: /^\/api\/sicantik\/1\/interop\/[^/]+$/,
        answer: (call) => answerInterop(call, book),
      },
      { operation: 'cekperizinan', method: 'GET', path: '/cekperizinan', answer: (call) => answerExpiry(call, book) },
    ],
    unknownOperation: answerUnknown,
    quotaExhausted: () => answerThrottled(60),
    records: book.records,
    hiccup: { every: THROTTLED_EVERY, answer: () => answerThrottled(1) },
  };
}

function answerInterop(call: SystemCall, book: LicenceBook): SystemAnswer {
  const { headers, query, path } = call;
  if (headers.apikey !== SICANTIK_ACCOUNT.apikey) return refuse(403, 'Forbidden', 'apikey tidak terdaftar di SPLP');
  if (headers.auth !== `Bearer ${SICANTIK_ACCOUNT.token}`)
    return refuse(401, 'Unauthorized', 'Token tidak valid atau sudah berakhir');
  if (!path.endsWith(`/${SICANTIK_ACCOUNT.uuid}`)) return answerUnknown();
  if (query.get('instansi_id') !== SICANTIK_ACCOUNT.instansi)
    return refuse(400, 'Bad Request', 'instansi_id tidak sesuai');
  const [from, to, number] = [query.get('tgl_awal') ?? '', query.get('tgl_akhir') ?? '', query.get('no_permohonan')];
  if (!number && !(from && to)) return refuse(400, 'Bad Request', 'tgl_awal dan tgl_akhir, atau no_permohonan');
  if (![from, to].every(isDayOrEmpty)) return refuse(400, 'Bad Request', 'Format tanggal harus YYYY-MM-DD');
  const rows = listAsked(book, number, from || EVER.from, to || EVER.to).map(({ row }) => row);
  const data = seal(JSON.stringify(wrap(rows, from || REFERENCE_DAY)), SICANTIK_ACCOUNT.salt);
  return answerJson({ status: 'success', data });
}

function listAsked(book: LicenceBook, number: string | null, from: string, to: string): readonly Licence[] {
  if (!number) return book.listFiled(from, to);
  const licence = book.findByApplication(number);
  return licence && licence.filedOn >= from && licence.filedOn <= to ? [licence] : [];
}

function isDayOrEmpty(text: string): boolean {
  return text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** What is around the rows changes with the day of the month: three versions of the service share the load. */
function wrap(rows: readonly unknown[], day: string): unknown {
  switch (Number(day.slice(8)) % 3) {
    case 1:
      return { items: rows };
    case 2:
      return { data: rows, total: String(rows.length) };
    default:
      return rows;
  }
}

function answerExpiry({ query }: SystemCall, book: LicenceBook): SystemAnswer {
  const terms = book.listTerms(Buffer.from(query.get('no_izin') ?? '', 'base64').toString('utf8'));
  const body = JSON.stringify(terms.length === 1 ? terms[0] : terms);
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: terms.some(isEndless) ? PHP_WARNING + body : body,
  };
}

function isEndless({ d_berlaku_izin }: ExpiryRow): boolean {
  return d_berlaku_izin === null;
}

function answerUnknown(): SystemAnswer {
  return refuse(404, 'Not Found', 'The requested resource is not available.');
}

function answerThrottled(seconds: number): SystemAnswer {
  const error = { code: '900802', message: 'Message throttled out', description: 'You have exceeded your quota' };
  return answerJson(error, 429, { 'retry-after': String(seconds) });
}

function refuse(status: number, message: string, description: string): SystemAnswer {
  return answerJson({ code: String(status), message, description }, status);
}
