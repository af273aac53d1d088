import { defineTexts } from '../../language/texts.ts';

/** The board's top line, as a newspaper's data desk would write it. */
export const headlineTexts = defineTexts({
  id: {
    overdue: (overdue: string, open: string, where: string) => `${overdue} dari ${open} permohonan lewat batas${where}`,
    onlyAt: (opd: string) => `, semuanya di ${opd}`,
    mostAt: (opd: string, count: string) => `, terbanyak di ${opd} (${count})`,
    complaints: (overdue: string, open: string, where: string) =>
      `${overdue} dari ${open} pengaduan lewat batas${where}`,
    nothingOverdue: 'Tidak ada permohonan atau pengaduan yang lewat batas',
    noApplicationOverdue: 'Tidak ada permohonan yang lewat batas; angka pengaduan belum ada',
    noComplaintOverdue: 'Tidak ada pengaduan yang lewat batas; angka permohonan belum ada',
    nothingKnown: 'Belum ada angka permohonan atau pengaduan yang terbaca',
    worse: (list: string, day: string) => `Memburuk sejak ${day}: ${list}.`,
    worseThing: (what: string, before: string, now: string) => `${what} (${before} → ${now})`,
    nothingWorse: (day: string) => `Tidak ada angka utama yang memburuk sejak ${day}.`,
    systemsDown: (count: string, where: string) => `${count} sistem tidak menjawab${where}.`,
    levies: (count: string) => `${count} laporan pungutan liar dalam dua belas bulan.`,
    oldest: (what: string, age: string) => `Data tertua: ${what}, ${age}.`,
    days: (count: string) => `${count} hari lalu`,
    hours: (count: string) => `${count} jam lalu`,
    minutes: 'kurang dari sejam lalu',
  },
  en: {
    overdue: (overdue: string, open: string, where: string) =>
      `${overdue} of ${open} open applications are overdue${where}`,
    onlyAt: (opd: string) => `, all at ${opd}`,
    mostAt: (opd: string, count: string) => `, most at ${opd} (${count})`,
    complaints: (overdue: string, open: string, where: string) =>
      `${overdue} of ${open} open complaints are overdue${where}`,
    nothingOverdue: 'No application and no complaint is overdue',
    noApplicationOverdue: 'No application is overdue; of complaints there is no figure',
    noComplaintOverdue: 'No complaint is overdue; of applications there is no figure',
    nothingKnown: 'No figures of applications or complaints have been read yet',
    worse: (list: string, day: string) => `Worse since ${day}: ${list}.`,
    worseThing: (what: string, before: string, now: string) => `${what} (${before} → ${now})`,
    nothingWorse: (day: string) => `No main figure got worse since ${day}.`,
    systemsDown: (count: string, where: string) => `Systems that do not answer: ${count}${where}.`,
    levies: (count: string) => `${count} reports of illegal levies in twelve months.`,
    oldest: (what: string, age: string) => `Oldest data: ${what}, ${age}.`,
    days: (count: string) => `${count} days ago`,
    hours: (count: string) => `${count} hours ago`,
    minutes: 'less than an hour ago',
  },
});
