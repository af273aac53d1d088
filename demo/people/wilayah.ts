/** A kelurahan (the lowest city administration) with the codes that the different offices give it. */
export interface Kelurahan {
  readonly name: string;
  /** Kemendagri code inside the kecamatan, e.g. 1004. */
  readonly code: number;
  readonly kecamatan: string;
  /** Kemendagri code of the kecamatan inside the city, e.g. 1. */
  readonly kecamatanCode: number;
  /** The tax office's own six digits (kecamatan and kelurahan); invented, because SISMIOP's codes differ from Kemendagri's. */
  readonly taxCode: string;
}

// Kecamatan and kelurahan of Kota Jambi (Kemendagri 15.71) as of 2026.
// Facts from the public data set cahyadsn/wilayah (MIT).
const KECAMATAN: readonly (readonly [code: number, name: string, kelurahan: readonly (readonly [number, string])[]])[] =
  [
    [
      1,
      'Telanaipura',
      [
        [1001, 'Simpang IV Sipin'],
        [1002, 'Buluran Kenali'],
        [1003, 'Teluk Kenali'],
        [1004, 'Telanaipura'],
        [1010, 'Penyengat Rendah'],
        [1011, 'Pematang Sulur'],
        [1012, 'Aur Kenali'],
      ],
    ],
    [
      2,
      'Jambi Selatan',
      [
        [1002, 'Pasir Putih'],
        [1003, 'Tambak Sari'],
        [1004, 'Thehok'],
        [1005, 'Wijaya Pura'],
        [1006, 'Pakuan Baru'],
      ],
    ],
    [
      3,
      'Jambi Timur',
      [
        [1001, 'Sijenjang'],
        [1002, 'Kasang Jaya'],
        [1003, 'Talang Banjar'],
        [1004, 'Budiman'],
        [1005, 'Sulanjana'],
        [1006, 'Kasang'],
        [1007, 'Tanjung Sari'],
        [1008, 'Rajawali'],
        [1010, 'Tanjung Pinang'],
      ],
    ],
    [
      4,
      'Pasar Jambi',
      [
        [1001, 'Beringin'],
        [1002, 'Orang Kayo Hitam'],
        [1003, 'Pasar Jambi'],
        [1004, 'Sungai Asam'],
      ],
    ],
    [
      5,
      'Pelayangan',
      [
        [1001, 'Arab Melayu'],
        [1002, 'Mudung Laut'],
        [1003, 'Jelmu'],
        [1004, 'Tengah'],
        [1005, 'Tahtul Yaman'],
        [1006, 'Tanjung Johor'],
      ],
    ],
    [
      6,
      'Danau Teluk',
      [
        [1001, 'Pasir Panjang'],
        [1002, 'Tanjung Raden'],
        [1003, 'Olak Kemang'],
        [1004, 'Tanjung Pasir'],
        [1005, 'Ulu Gedong'],
      ],
    ],
    [
      7,
      'Kota Baru',
      [
        [1001, 'Suka Karya'],
        [1002, 'Simpang III Sipin'],
        [1004, 'Paal Lima'],
        [1005, 'Kenali Asam Bawah'],
        [1006, 'Kenali Asam Atas'],
        [1011, 'Talang Gulo'],
        [1012, 'Kenali Asam'],
      ],
    ],
    [
      8,
      'Jelutung',
      [
        [1001, 'Talang Jauh'],
        [1002, 'Cempaka Putih'],
        [1003, 'Kebun Handil'],
        [1004, 'Lebak Bandung'],
        [1005, 'Payo Lebar'],
        [1006, 'Jelutung'],
        [1007, 'Handil Jaya'],
      ],
    ],
    [
      9,
      'Alam Barajo',
      [
        [1001, 'Kenali Besar'],
        [1002, 'Rawa Sari'],
        [1003, 'Mayang Mangurai'],
        [1004, 'Bagan Pete'],
        [1005, 'Beliung'],
        [1006, 'Simpang Rimbo'],
        [1007, 'Pinang Merah'],
      ],
    ],
    [
      10,
      'Danau Sipin',
      [
        [1001, 'Sungai Putri'],
        [1002, 'Murni'],
        [1003, 'Legok'],
        [1004, 'Selamat'],
        [1005, 'Solok Sipin'],
      ],
    ],
    [
      11,
      'Paal Merah',
      [
        [1001, 'Talang Bakung'],
        [1002, 'Payo Selincah'],
        [1003, 'Eka Jaya'],
        [1004, 'Lingkar Selatan'],
        [1005, 'Paal Merah'],
        [1006, 'Bakung Jaya'],
      ],
    ],
  ];

/** Every kelurahan of Kota Jambi as of 2026. */
export const KELURAHAN: readonly Kelurahan[] = KECAMATAN.flatMap(([kecamatanCode, kecamatan, list]) =>
  list.map(([code, name], position) => ({
    name,
    code,
    kecamatan,
    kecamatanCode,
    taxCode: `${String(kecamatanCode * 10).padStart(3, '0')}${String(position + 1).padStart(3, '0')}`,
  })),
);

const BY_NAME = new Map(KELURAHAN.map((kelurahan) => [kelurahan.name, kelurahan]));
const BY_TAX_CODE = new Map(KELURAHAN.map((kelurahan) => [kelurahan.taxCode, kelurahan]));

/**
 * Returns the kelurahan of this name.
 * @throws when the city has none.
 */
export function getKelurahan(name: string): Kelurahan {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`Kota Jambi has no kelurahan ${name}`);
  return found;
}

/** Returns the kelurahan that a tax object number lies in. */
export function findKelurahanOfNop(nop: string): Kelurahan | undefined {
  return BY_TAX_CODE.get(nop.slice(4, 10));
}
