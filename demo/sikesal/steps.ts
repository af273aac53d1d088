import { answerJson, findText, type SystemAnswer, type SystemCall } from '../legacy-system.ts';
import { findAgency } from './agency.ts';
import type { ComplaintEvent } from './history.ts';
import type { Complaint } from './invent-complaints.ts';
import { agencyOf, type ComplaintDesk } from './records.ts';

const MIN_TEXT = 5;
const MAX_TEXT = 2_000;

/** Answers with everything that has happened to a complaint; of a number that is none, with nothing. */
export function answerHistory(call: SystemCall, desk: ComplaintDesk): SystemAnswer {
  const data = desk.listEventsOf(findText(call, 'nomor') ?? '').map(describeEvent);
  return answerJson({ success: true, total: data.length, data });
}

function describeEvent({ kejadian, waktu, opd, dari, keterangan }: ComplaintEvent, index: number): object {
  return {
    urut: index + 1,
    kejadian,
    waktu,
    opd_id: opd?.id ?? null,
    opd_nama: opd?.name ?? null,
    dari_opd_id: dari?.id ?? null,
    dari_opd_nama: dari?.name ?? null,
    keterangan: keterangan ?? null,
  };
}

/** Forwards a complaint to another agency: by SiKesal's administrators, or an officer of the agency that has it. */
export function answerForward(call: SystemCall, desk: ComplaintDesk): SystemAnswer {
  const complaint = findOpen(call, desk);
  if (!complaint) return refuse('Laporan tidak ditemukan atau sudah selesai');
  const to = findAgency(Number(findText(call, 'opd_id')));
  if (!to || to.id === complaint.opd_id) return refuse('OPD tujuan tidak dikenal atau sudah memegang laporan ini');
  const keterangan = readText(call, 'alasan');
  if (!keterangan) return refuse(`Alasan harus ${MIN_TEXT} sampai ${MAX_TEXT} huruf`);
  const from = agencyOf(complaint);
  const status = complaint.status === 'baru' ? 'diverifikasi' : complaint.status;
  const written = from
    ? desk.note(complaint, status, { kejadian: 'diteruskan', opd: to, dari: from, keterangan })
    : desk.note(complaint, status, { kejadian: 'diverifikasi', opd: to, keterangan });
  return accept('Laporan diteruskan', written);
}

/** Takes the answer of the agency that has the complaint. */
export function answerAnswer(call: SystemCall, desk: ComplaintDesk): SystemAnswer {
  const complaint = findOpen(call, desk);
  if (!complaint) return refuse('Laporan tidak ditemukan atau sudah selesai');
  const opd = agencyOf(complaint);
  if (!opd || String(opd.id) !== findText(call, 'opd_id')) return refuse('Laporan ini tidak dipegang OPD Anda');
  const keterangan = readText(call, 'jawaban');
  if (!keterangan) return refuse(`Jawaban harus ${MIN_TEXT} sampai ${MAX_TEXT} huruf`);
  return accept('Jawaban tersimpan', desk.note(complaint, 'selesai', { kejadian: 'dijawab', opd, keterangan }));
}

/** Takes the reporter's word on an answer: content closes it, discontent opens it again, once. */
export function answerReply(call: SystemCall, desk: ComplaintDesk): SystemAnswer {
  const complaint = desk.find(findText(call, 'nomor') ?? '');
  if (!complaint || complaint.nik !== findText(call, 'nik')) return refuse('Laporan tidak ditemukan');
  const reference = findText(call, 'referensi') ?? '';
  const before = desk.findReply(complaint.id, reference);
  if (before) return accept('Balasan tersimpan', complaint);
  if (complaint.status !== 'selesai' || complaint.tgl_tutup !== null)
    return refuse('Laporan ini belum dijawab atau sudah ditutup');
  const isContent = findText(call, 'puas') === '1';
  const keterangan = readText(call, 'isi');
  if (!isContent && !keterangan) return refuse(`Balasan harus ${MIN_TEXT} sampai ${MAX_TEXT} huruf`);
  const opd = agencyOf(complaint);
  const reply = { kejadian: 'balasan' as const, opd, ...(keterangan && { keterangan }) };
  const isReopened = !isContent && complaint.dibuka_kembali === '0';
  const written = isReopened
    ? desk.note(complaint, 'diproses', reply, { kejadian: 'dibuka_kembali', opd })
    : desk.note(complaint, 'selesai', reply, {
        kejadian: 'ditutup',
        opd,
        keterangan: 'Ditutup setelah balasan pelapor.',
      });
  desk.keepReply(complaint.id, reference);
  return accept('Balasan tersimpan', written);
}

function findOpen(call: SystemCall, desk: ComplaintDesk): Complaint | undefined {
  const complaint = desk.find(findText(call, 'nomor') ?? '');
  return complaint && complaint.status !== 'selesai' && complaint.status !== 'ditolak' ? complaint : undefined;
}

function readText(call: SystemCall, field: string): string | undefined {
  const text = (findText(call, field) ?? '').trim();
  return text.length >= MIN_TEXT && text.length <= MAX_TEXT ? text : undefined;
}

function accept(message: string, { id, status, opd_id }: Complaint): SystemAnswer {
  return answerJson({ success: true, message, nomor: id, data: { id, status, opd_id } });
}

function refuse(message: string): SystemAnswer {
  return answerJson({ success: false, message }, 422);
}
