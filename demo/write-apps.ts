import { join } from 'node:path';
import { stringify } from 'yaml';
import { placeFile } from './place-file.ts';

/** The simulated city's applications, as its operator would register them with the hub. */
const APPS = [
  {
    id: 'demo-console',
    name: 'Konsol demo',
    owner: 'Diskominfo Kota Jambi',
    party: 'city',
    scopes: ['citizen'],
    purposes: ['layanan-warga'],
    perMinute: 100_000,
  },
  {
    id: 'warga',
    name: 'Aplikasi Warga',
    owner: 'Diskominfo Kota Jambi',
    party: 'city',
    scopes: ['citizen'],
    purposes: ['layanan-warga'],
    redirectUris: ['http://127.0.0.1:4000/kembali'],
  },
  {
    id: 'opd-desk',
    name: 'Meja Layanan OPD',
    owner: 'Diskominfo Kota Jambi',
    party: 'city',
    // What its people are in office; the issuer gives each only his own.
    scopes: ['officer', 'treasurer', 'mayor', 'auditor', 'operator'],
    purposes: ['pelayanan-izin', 'verifikasi-data', 'pengaduan', 'pembayaran-tpp'],
    redirectUris: ['http://127.0.0.1:4000/kembali'],
  },
  {
    id: 'pihak-ketiga',
    name: 'Pengingat Pajak',
    owner: 'PT Pengingat (rekaan)',
    party: 'other',
    scopes: ['citizen.bpprd', 'citizen.dpmptsp'],
    purposes: ['pengingat-pajak'],
    redirectUris: ['http://127.0.0.1:9999/kembali'],
    origins: ['http://127.0.0.1:9999'],
  },
  {
    id: 'tanpa-lingkup',
    name: 'Aplikasi tanpa lingkup',
    owner: 'Diskominfo Kota Jambi',
    party: 'city',
    // Some scope of another system; none of the hub's.
    scopes: ['profil'],
    purposes: ['layanan-warga'],
    redirectUris: ['http://127.0.0.1:9999/kembali'],
  },
];

/** Writes them into a file for HUB_APPS_FILE and gives its path. */
export function writeApps(dataDir: string): string {
  const file = join(dataDir, 'apps.yaml');
  placeFile(file, stringify(APPS));
  return file;
}
