import { answerJson, findText, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import { type NewActivity, type PerformanceBook, placeOf } from './performance-book.ts';

/** The invented token of the simulated performance system. */
export const SURABAYA_TOKEN = 'token-kinerja-demo-bukan-rahasia';

const PAGE = 1_000;

/** The performance system that the city takes over from Surabaya: JSON, statuses that mean what they say. */
export function createSurabaya(book: PerformanceBook): LegacySystem {
  const route = (
    operation: string,
    method: 'GET' | 'POST',
    path: string,
    answer: (call: SystemCall) => SystemAnswer,
  ) => ({
    ...{ operation, method, path },
    answer: (call: SystemCall) =>
      call.headers.authorization === `Bearer ${SURABAYA_TOKEN}` ? answer(call) : refuse('Token tidak sah', 401),
  });
  return {
    name: 'surabaya',
    routes: [
      route('pegawai', 'GET', '/api/v1/pegawai', (call) =>
        answerPage(call, book.listAccounts(), (_, at) => String(at)),
      ),
      route('akun', 'POST', '/api/v1/pegawai/cari', (call) => {
        const found = book.findAccount(findText(call, 'nip') ?? '');
        return found ? answerJson({ data: found }) : refuse('Akun tidak ditemukan', 404);
      }),
      route('aktivitas', 'POST', '/api/v1/aktivitas/cari', (call) =>
        answerJson({ data: book.listOf(findText(call, 'nip') ?? '', findText(call, 'bulan') ?? '-') }),
      ),
      route('perubahan', 'GET', '/api/v1/aktivitas', (call) => {
        const since = Date.parse(call.query.get('diubah_sejak') ?? '');
        if (Number.isNaN(since)) return refuse('diubah_sejak harus waktu ISO 8601', 422);
        return answerPage(
          call,
          book.listAll().filter(({ diubah }) => Date.parse(diubah) >= since),
          placeOf,
        );
      }),
      route('menunggu', 'POST', '/api/v1/aktivitas/menunggu', (call) =>
        answerJson({ data: book.listWaiting(findText(call, 'penilai_nip') ?? '') }),
      ),
      route('setujui', 'POST', '/api/v1/aktivitas/setujui', (call) => answerVerdict(call, book, 'durasi')),
      route('kembalikan', 'POST', '/api/v1/aktivitas/kembalikan', (call) => answerVerdict(call, book, 'catatan')),
      route('lapor', 'POST', '/api/v1/aktivitas', (call) => answerSave(call, book)),
    ],
    unknownOperation: () => refuse('Tidak ada', 404),
    quotaExhausted: () => answerJson({ status: 'GAGAL', pesan: 'Terlalu sering' }, 429, { 'retry-after': '60' }),
  };
}

function answerPage<Item>({ query }: SystemCall, items: readonly Item[], nameOf: (item: Item, at: number) => string) {
  const after = Buffer.from(query.get('kursor') ?? '', 'base64url').toString('utf8');
  const begin = after === '' ? 0 : items.findIndex((item, at) => nameOf(item, at) === after) + 1;
  const data = items.slice(begin, begin + PAGE);
  const isLast = begin + PAGE >= items.length;
  const last = data.at(-1);
  const next = isLast || !last ? null : Buffer.from(nameOf(last, begin + data.length - 1)).toString('base64url');
  return answerJson({ data, meta: { jumlah: items.length, kursor_berikut: next } });
}

function answerSave(call: SystemCall, book: PerformanceBook): SystemAnswer {
  const { body } = call;
  const text = (key: string) => findText(call, key) ?? '';
  const activity: NewActivity = {
    nip: text('nip'),
    tanggal: text('tanggal'),
    aktivitas: text('aktivitas'),
    jumlah: Number(body.jumlah),
    satuan: text('satuan'),
    durasi: text('durasi'),
    referensi: text('referensi'),
  };
  if (!book.findAccount(activity.nip)) return refuse('Akun tidak ditemukan', 422);
  if (!/^(0\d|10):[0-5]\d$/.test(activity.durasi)) return refuse('Durasi harus jj:mm, paling lama 10 jam', 422);
  if (!/^\d{4}-\d\d-\d\d$/.test(activity.tanggal) || activity.aktivitas === '')
    return refuse('Isian belum lengkap', 422);
  return answerJson({ data: { uuid: book.save(activity).uuid } }, 201);
}

function answerVerdict(call: SystemCall, book: PerformanceBook, what: 'durasi' | 'catatan'): SystemAnswer {
  const [uuid = '', penilai = '', referensi = ''] = ['uuid', 'penilai_nip', 'referensi'].map((key) =>
    findText(call, key),
  );
  const given = findText(call, what);
  if (given === undefined) return refuse('Isian belum lengkap', 422);
  const verdict = { uuid, penilai, referensi, durasi: null, catatan: null, [what]: given };
  const reason = book.judge(verdict);
  return reason === undefined ? answerJson({ data: { uuid } }) : refuse(reason, 422);
}

function refuse(pesan: string, status: number): SystemAnswer {
  return answerJson({ status: 'GAGAL', pesan }, status);
}
