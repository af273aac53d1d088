import { defineTexts } from '../../language/texts.ts';

/** Texts of the sheet that says where a figure comes from. */
export const basisTexts = defineTexts({
  id: {
    from: 'Dari sistem',
    hub: 'catatan hub sendiri',
    noSystem: 'belum ada sistem yang terhubung',
    asOf: 'Data per',
    unknownAge: 'tidak diketahui',
    atClock: (clock: string) => `hari ini pukul ${clock}`,
    rule: 'Cara menghitung',
    version: 'Versi aturan',
    isDefault: 'Aturannya anggapan hub, karena peraturan kota tidak ditemukan.',
    assumed: 'asumsi hub',
    count: 'Catatan di baliknya',
    missing: 'Yang belum ada',
    complete: 'Lengkap: tidak ada yang diketahui kurang.',
    nothing: 'Tidak ada catatan di baliknya.',
    gone: 'Angka ini tidak ada untuk OPD atau hari itu.',
  },
  en: {
    from: 'From systems',
    hub: 'the hub’s own register',
    noSystem: 'no system is connected yet',
    asOf: 'Data as of',
    unknownAge: 'not known',
    atClock: (clock: string) => `today at ${clock}`,
    rule: 'How it is computed',
    version: 'Version of the rule',
    isDefault: 'The rule is the hub’s assumption, because no regulation of the city was found.',
    assumed: 'assumed by the hub',
    count: 'Records behind it',
    missing: 'What is missing',
    complete: 'Complete: nothing is known to be missing.',
    nothing: 'There are no records behind it.',
    gone: 'There is no such figure for that OPD or day.',
  },
});
