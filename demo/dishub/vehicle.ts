/** One test of a vehicle, every value as the application writes it. */
export interface TestRow {
  readonly no_hasil: string;
  /** dd-mm-yyyy. */
  readonly tgl_uji: string;
  /** dd-mm-yyyy, or 0000-00-00 where none was entered: after a failed test always. */
  readonly masa_berlaku: string;
  readonly keterangan_hasil_uji: 'LULUS UJI BERKALA' | 'TIDAK LULUS';
  /** '1' for a row that was struck out and stands there all the same. */
  readonly is_deleted: '0' | '1';
}

/** A vehicle as the application writes it. */
export interface VehicleRow {
  readonly nouji: string;
  /** With blanks or without, as it was typed. */
  readonly no_registrasi_kendaraan: string;
  readonly nama_pemilik: string;
  readonly jenis_kendaraan: string;
  readonly merek: string;
  readonly no_rangka: string;
  /** Kilograms with a dot after the thousands. */
  readonly jbb: string;
  readonly jbi: string;
  /** Null until the vehicle got its smart card. */
  readonly rfid: string | null;
  readonly vcode: string;
}

/** A vehicle that must be tested, with its tests, the newest first. */
export interface Vehicle {
  readonly ownerNik: string;
  readonly row: VehicleRow;
  readonly tests: readonly TestRow[];
}

/** A kind of vehicle that must be tested twice a year, with the range of its permitted weight in kilograms. */
interface VehicleKind {
  readonly name: string;
  readonly makes: readonly string[];
  readonly weight: readonly [min: number, max: number];
}

export const VEHICLE_KINDS: readonly [VehicleKind, ...VehicleKind[]] = [
  {
    name: 'MOBIL BARANG BAK TERBUKA',
    makes: ['SUZUKI CARRY', 'DAIHATSU GRAN MAX', 'MITSUBISHI L300'],
    weight: [1_950, 2_750],
  },
  { name: 'TRUK', makes: ['MITSUBISHI CANTER', 'HINO DUTRO', 'ISUZU ELF'], weight: [5_150, 8_500] },
  { name: 'MOBIL PENUMPANG UMUM', makes: ['SUZUKI CARRY', 'DAIHATSU ZEBRA'], weight: [1_650, 2_100] },
  { name: 'BUS', makes: ['HINO RK8', 'MERCEDES-BENZ OH 1526'], weight: [9_500, 14_500] },
];
