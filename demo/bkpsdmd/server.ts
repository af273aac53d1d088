import { answerJson, type LegacySystem, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import type { ActivityBook, NewActivity, Verdict } from './activity-book.ts';

/** The invented token of the simulated e-Kinerja form. */
export const EKINERJA_TOKEN = 'token-ekinerja-bukan-rahasia';

/** The e-Kinerja form that employees fill in daily; it writes into the database that e-Kinerja shares with e-Absen. */
export function createEkinerja(book: ActivityBook): LegacySystem {
  const guarded = (answer: (call: SystemCall) => Promise<SystemAnswer>) => async (call: SystemCall) => {
    if (call.headers.token !== EKINERJA_TOKEN) return refuse('Token tidak dikenal', 401);
    // The cause is the database's, and the form of this application has one sentence for all of them.
    return answer(call).catch(() => refuse('Basis data tidak dapat dihubungi', 500));
  };
  return {
    name: 'ekinerja',
    routes: [
      {
        operation: 'simpan',
        method: 'POST',
        path: '/kegiatan/simpan',
        answer: guarded((call) => answerSave(call, book)),
      },
      {
        operation: 'setujui',
        method: 'POST',
        path: '/kegiatan/setujui',
        answer: guarded((call) => answerVerdict(call, book, readApproval)),
      },
      {
        operation: 'kembalikan',
        method: 'POST',
        path: '/kegiatan/kembalikan',
        answer: guarded((call) => answerVerdict(call, book, readReturn)),
      },
      { operation: 'cari', method: 'GET', path: '/kegiatan/cari', answer: guarded((call) => answerList(call, book)) },
    ],
    unknownOperation: () => refuse('Halaman tidak ditemukan', 404),
    quotaExhausted: () =>
      answerJson({ status: 'gagal', pesan: 'Terlalu banyak permintaan' }, 429, { 'retry-after': '60' }),
  };
}

async function answerSave(call: SystemCall, book: ActivityBook): Promise<SystemAnswer> {
  const activity = readActivity(new URLSearchParams(call.text));
  if (typeof activity === 'string') return refuse(activity);
  if (!(await book.isEmployee(activity.nip))) return refuse('NIP tidak terdaftar');
  return answerJson({ status: 'sukses', id: await book.save(activity) });
}

async function answerVerdict(
  call: SystemCall,
  book: ActivityBook,
  read: (form: URLSearchParams) => Verdict | string,
): Promise<SystemAnswer> {
  const verdict = read(new URLSearchParams(call.text));
  if (typeof verdict === 'string') return refuse(verdict);
  const reason = await book.judge(verdict);
  return reason === undefined ? answerJson({ status: 'sukses', id: verdict.id }) : refuse(reason);
}

function readApproval(form: URLSearchParams): Verdict | string {
  const waktu = readWhole(form.get('waktu') ?? '', MAX_MINUTES);
  if (waktu === undefined) return `Waktu harus 1 sampai ${MAX_MINUTES} menit`;
  return { id: form.get('id') ?? '', penilai: form.get('penilai') ?? '', waktu, catatan: 'ok' };
}

function readReturn(form: URLSearchParams): Verdict | string {
  const remark = (form.get('catatan') ?? '').trim();
  if (remark === '' || remark.length > MAX_REMARK) return `Catatan harus 1 sampai ${MAX_REMARK} huruf`;
  const catatan = `<font color=red>${remark}</font>`;
  return { id: form.get('id') ?? '', penilai: form.get('penilai') ?? '', waktu: 0, catatan };
}

async function answerList({ query }: SystemCall, book: ActivityBook): Promise<SystemAnswer> {
  const [nip, tgl] = [query.get('nip') ?? '', query.get('tgl') ?? ''];
  if (!/^\d{18}$/.test(nip)) return refuse('NIP harus 18 angka');
  if (!isDay(tgl)) return refuse('Tanggal harus yyyy-mm-dd');
  const found = await book.list(nip, tgl, query.get('uraian') || undefined);
  const data = found.map((one) => ({ ...one, kuantitas: String(one.kuantitas), waktu: String(one.waktu) }));
  return answerJson({ status: 'sukses', jumlah: data.length, data });
}

const MAX_TEXT = 500;
const MAX_OUTPUT = 30;
const MAX_REMARK = 200;
const MAX_AMOUNT = 999;
/** Ten hours. */
const MAX_MINUTES = 600;

/** Returns the activity, or the sentence that the form answers to a mistake in it. */
function readActivity(form: URLSearchParams): NewActivity | string {
  const text = (field: string): string => (form.get(field) ?? '').trim();
  const [nip, tgl, uraian, output] = [text('nip'), text('tgl'), text('uraian'), text('output')];
  const kuantitas = readWhole(text('kuantitas'), MAX_AMOUNT);
  const waktu = readWhole(text('waktu'), MAX_MINUTES);
  if (!/^\d{18}$/.test(nip)) return 'NIP harus 18 angka';
  if (!isDay(tgl)) return 'Tanggal harus yyyy-mm-dd';
  if (uraian === '' || uraian.length > MAX_TEXT) return `Uraian harus 1 sampai ${MAX_TEXT} huruf`;
  if (output === '' || output.length > MAX_OUTPUT) return `Output harus 1 sampai ${MAX_OUTPUT} huruf`;
  if (kuantitas === undefined) return `Kuantitas harus 1 sampai ${MAX_AMOUNT}`;
  if (waktu === undefined) return `Waktu harus 1 sampai ${MAX_MINUTES} menit`;
  return { nip, tgl, uraian, kuantitas, output, waktu };
}

function readWhole(text: string, max: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= 1 && value <= max ? value : undefined;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function refuse(pesan: string, status = 200): SystemAnswer {
  return answerJson({ status: 'gagal', pesan }, status);
}
