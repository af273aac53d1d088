import { join } from 'node:path';
import { stringify } from 'yaml';
import { placeFile } from './place-file.ts';

// What its people are in office; the issuer gives each only his own.
const STAFF_SCOPES = ['officer', 'treasurer', 'mayor', 'auditor', 'operator'];

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
    scopes: STAFF_SCOPES,
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

/** The hub's own pages; where they are opened the demo's issuers learn from the hub itself (hub-clients.ts). */
function listOwnApps() {
  const common = {
    owner: 'Diskominfo Kota Jambi',
    party: 'city',
    // All citizens' pages are this one application.
    perMinute: 100_000,
  };
  const purposes = ['pengawasan-kota', 'pengelolaan-sistem', 'pelayanan-izin', 'pengaduan', 'verifikasi-data'];
  return [
    { id: 'hub-warga', name: 'Halaman Warga', ...common, scopes: ['citizen'], purposes: ['layanan-warga'] },
    {
      id: 'hub-kantor',
      name: 'Halaman Kantor',
      ...common,
      scopes: STAFF_SCOPES,
      purposes: [...purposes, 'pembayaran-tpp'],
    },
  ];
}

/** Writes them into a file for HUB_APPS_FILE and gives its path. */
export function writeApps(dataDir: string): string {
  const file = join(dataDir, 'apps.yaml');
  placeFile(file, stringify([...APPS, ...listOwnApps()], { aliasDuplicateObjects: false }));
  return file;
}
