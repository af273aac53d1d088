import { defineTexts } from '../language/texts.ts';

export const chartsTexts = defineTexts({
  id: {
    title: 'Riwayat dan perbandingan',
    measure: 'Ukuran',
    compare: 'Bandingkan',
    byDays: 'Dua hari',
    byYears: 'Tahun ke tahun',
    city: 'Kota Jambi',
    opd: 'OPD',
    trendOf: (what: string) => `${what}, dua belas bulan`,
    comparisonOf: (what: string) => `${what} menurut OPD`,
    worstFirst: (count: string, day: string) => `${count} OPD, yang terburuk dahulu; garis tegak: per ${day}.`,
    yearsOf: (what: string) => `${what} dari tahun ke tahun`,
    yearsHint: 'Tahun berjalan sampai dengan hari yang dipilih.',
    noneKnown: 'Belum ada OPD yang punya angka ini. Begitu sistemnya terhubung dan terbaca, ia muncul di sini.',
  },
  en: {
    title: 'History and comparison',
    measure: 'Figure',
    compare: 'Compare',
    byDays: 'Two days',
    byYears: 'Year by year',
    city: 'Jambi City',
    opd: 'OPD',
    trendOf: (what: string) => `${what}, twelve months`,
    comparisonOf: (what: string) => `${what} by OPD`,
    worstFirst: (count: string, day: string) => `${count} OPDs, the worst first; the upright line: as of ${day}.`,
    yearsOf: (what: string) => `${what} year by year`,
    yearsHint: 'The current year up to the chosen day.',
    noneKnown: 'No OPD has this figure yet. Once its system is connected and read, it appears here.',
  },
});
