import { defineTexts } from '../language/texts.ts';

export const chartTexts = defineTexts({
  id: {
    seeTable: 'Lihat tabel',
    pick: (chart: string) => `Pilih bulan: ${chart}`,
    unknown: 'belum ada angka',
    nothing: 'Belum ada angka dalam rentang ini. Begitu ada, garisnya muncul di sini.',
    month: 'Bulan',
  },
  en: {
    seeTable: 'See the table',
    pick: (chart: string) => `Pick a month: ${chart}`,
    unknown: 'no figure yet',
    nothing: 'There are no figures in this span yet. Once there are, the line appears here.',
    month: 'Month',
  },
});
