import { createRandom } from '../random.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import { AGENCIES, type Agency } from './agency.ts';
import type { ComplaintStatus } from './invent-complaints.ts';

/** What happened to a complaint, as SiKesal writes it down. */
export type EventKind =
  | 'dilaporkan'
  | 'diverifikasi'
  | 'diteruskan'
  | 'diproses'
  | 'dijawab'
  | 'balasan'
  | 'dibuka_kembali'
  | 'ditutup'
  | 'ditolak';

export interface ComplaintEvent {
  readonly kejadian: EventKind;
  /** With the offset of Jakarta. */
  readonly waktu: string;
  /** The agency in charge from then on; null while there is none. */
  readonly opd: Agency | null;
  /** The agency that it was taken from. */
  readonly dari?: Agency;
  /** A reason, an answer or a reply in people's own words. */
  readonly keterangan?: string;
}

/** What the lists show of a history beside the status. */
export interface Milestones {
  readonly tgl_verifikasi: string | null;
  readonly tgl_tindak: string | null;
  readonly tgl_jawab: string | null;
  readonly jawaban: string | null;
  readonly tgl_tutup: string | null;
  readonly dibuka_kembali: '0' | '1';
  /** SiKesal's number of the agency that had it before. */
  readonly dari_opd_id: number | null;
}

/** Days without the reporter's word after which an answer counts as accepted. */
const CLOSES_AFTER_DAYS = 10;
const DAY_MS = 86_400_000;

interface Known {
  readonly id: string;
  readonly status: ComplaintStatus;
  readonly tgl_lapor: string;
  /** When it got its status. */
  readonly diubah: string;
}

const ANSWERS: readonly string[] = [
  'Petugas sudah ke lokasi dan pekerjaan selesai.',
  'Laporan sudah ditangani, terima kasih atas laporannya.',
  'Sudah kami perbaiki bersama pihak kelurahan.',
];

/** Invents how a complaint came to its status: verified, perhaps first sent to a wrong agency, worked on, answered, closed. */
export function inventHistory(complaint: Known, agency: Agency, seed: number): readonly ComplaintEvent[] {
  const { status, tgl_lapor, diubah } = complaint;
  const random = createRandom(seed, 'laporan riwayat', complaint.id);
  const between = (share: number): string => shift(tgl_lapor, (Date.parse(diubah) - Date.parse(tgl_lapor)) * share);
  const events: ComplaintEvent[] = [{ kejadian: 'dilaporkan', waktu: tgl_lapor, opd: null }];
  if (status === 'baru') return events;
  if (status === 'ditolak')
    return [
      ...events,
      { kejadian: 'ditolak', waktu: diubah, opd: agency, keterangan: 'Bukan kewenangan Pemerintah Kota.' },
    ];
  const wrong = agency === AGENCIES.dishub ? AGENCIES.pupr : AGENCIES.dishub;
  const isVerifiedLast = status === 'diverifikasi';
  // A wrong agency needs time to say so.
  const isMisled = !isVerifiedLast && random.chance(0.25);
  const verified = isVerifiedLast ? diubah : between(isMisled ? 0.2 : 0.4);
  events.push({ kejadian: 'diverifikasi', waktu: verified, opd: isMisled ? wrong : agency });
  if (isMisled)
    events.push({
      ...{ kejadian: 'diteruskan', waktu: between(0.5), opd: agency, dari: wrong },
      keterangan: `Bukan kewenangan ${wrong.name}.`,
    });
  if (isVerifiedLast) return events;
  events.push({ kejadian: 'diproses', waktu: status === 'diproses' ? diubah : between(0.7), opd: agency });
  if (status === 'diproses') return events;
  events.push({ kejadian: 'dijawab', waktu: diubah, opd: agency, keterangan: random.pick(ANSWERS) });
  const closed = shift(diubah, CLOSES_AFTER_DAYS * DAY_MS);
  if (closed.slice(0, 10) < REFERENCE_DAY) events.push(closeBySilence(closed, agency));
  return events;
}

/** The event by which SiKesal itself closes what nobody has replied to. */
export function closeBySilence(waktu: string, opd: Agency | null): ComplaintEvent {
  return { kejadian: 'ditutup', waktu, opd, keterangan: `Ditutup otomatis ${CLOSES_AFTER_DAYS} hari setelah dijawab.` };
}

/** The instant at which an answer closes by itself. */
export function closingTimeMs(answeredOn: string): number {
  return Date.parse(answeredOn) + CLOSES_AFTER_DAYS * DAY_MS;
}

/** Sums a history up as the lists show it; what was opened again is neither answered nor closed. */
export function describeHistory(events: readonly ComplaintEvent[]): Milestones {
  const reopenedAt = events.findLastIndex(({ kejadian }) => kejadian === 'dibuka_kembali');
  const since = events.slice(reopenedAt + 1);
  const answer = since.findLast(({ kejadian }) => kejadian === 'dijawab');
  const first = (kind: EventKind) => events.find(({ kejadian }) => kejadian === kind)?.waktu ?? null;
  return {
    tgl_verifikasi: first('diverifikasi'),
    tgl_tindak: first('diproses') ?? first('dijawab'),
    tgl_jawab: answer?.waktu ?? null,
    jawaban: answer?.keterangan ?? null,
    tgl_tutup: since.find(({ kejadian }) => kejadian === 'ditutup')?.waktu ?? null,
    dibuka_kembali: reopenedAt >= 0 ? '1' : '0',
    dari_opd_id: events.findLast(({ kejadian }) => kejadian === 'diteruskan')?.dari?.id ?? null,
  };
}

function shift(instant: string, byMs: number): string {
  const moved = new Date(Date.parse(instant) + byMs + 7 * 3_600_000).toISOString().slice(0, 19);
  return `${moved}+07:00`;
}
