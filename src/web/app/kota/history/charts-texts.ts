import { defineTexts } from '../../language/texts.ts';

export const chartsTexts = defineTexts({
  id: {
    title: 'Riwayat dan perbandingan',
    history: 'Riwayat',
    measure: 'Ukuran',
    compare: 'Bandingkan',
    byDays: 'Dua hari',
    byYears: 'Tahun ke tahun',
    city: 'Kota Jambi',
    opd: 'OPD',
    trendOf: (what: string) => `${what}, dua belas bulan`,
    comparisonOf: (what: string) => `${what} menurut OPD`,
    worstFirst: (most: string, day: string) =>
      `Yang terburuk dahulu, paling banyak ${most}; garis tegak dan angka kanan: per ${day}.`,
    yearsOf: (what: string) => `${what} dari tahun ke tahun`,
    yearsHint: 'Tahun berjalan sampai dengan hari yang dipilih.',
    noneKnown: 'Belum ada OPD yang punya angka ini. Begitu sistemnya terhubung dan terbaca, ia muncul di sini.',
  },
  en: {
    title: 'History and comparison',
    history: 'History',
    measure: 'Figure',
    compare: 'Compare',
    byDays: 'Two days',
    byYears: 'Year by year',
    city: 'Jambi City',
    opd: 'OPD',
    trendOf: (what: string) => `${what}, twelve months`,
    comparisonOf: (what: string) => `${what} by OPD`,
    worstFirst: (most: string, day: string) =>
      `The worst first, at most ${most}; the upright line and the number at the right: as of ${day}.`,
    yearsOf: (what: string) => `${what} year by year`,
    yearsHint: 'The current year up to the chosen day.',
    noneKnown: 'No OPD has this figure yet. Once its system is connected and read, it appears here.',
  },
});
