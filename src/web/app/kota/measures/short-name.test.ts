import { expect, it } from 'vitest';
import { shortName } from './short-name.ts';

it.each([
  ['Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'dpmptsp', 'DPMPTSP'],
  ['Dinas Pekerjaan Umum dan Penataan Ruang', 'pupr', 'PUPR'],
  ['Kecamatan Jelutung', 'kec-jelutung', 'Kecamatan Jelutung'],
  ['Bagian Hukum Sekretariat Daerah', 'bag-hukum', 'Bagian Hukum'],
  ['Dinas Kesehatan', 'dinkes', 'Dinas Kesehatan'],
])('%s is called %s → %s', (name, code, short) => expect(shortName(name, code)).toBe(short));
