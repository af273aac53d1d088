import { KELURAHAN } from '../people/wilayah.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays } from '../reference-day.ts';
import type { WaterConnection } from './connections.ts';
import type { TariffGroup } from './tariff.ts';

/** A row of `pelanggan`. */
export interface CustomerRow {
  readonly no_langganan: string;
  readonly nama: string;
  readonly alamat: string;
  readonly kelurahan: string;
  readonly gol_tarif: TariffGroup;
  /** 1 active, 2 sealed for debt. */
  readonly status_aktif: '1' | '2';
  /** When the row was imported: the column has a default and is never updated. */
  readonly update_at: string;
}

/** A row of `gangguan`: an outage in one kelurahan. */
export interface OutageRow {
  readonly kelurahan: string;
  readonly uraian: string;
  readonly mulai: string;
  readonly perkiraan_selesai: string | null;
  readonly selesai: string;
}

const ZERO_TIME = '0000-00-00 00:00:00';

/** Writes a connection's holder as the clerk typed him, é and – included. */
export function writeCustomer({ customerNumber, holder, position }: WaterConnection, seed: number): CustomerRow {
  const random = createRandom(seed, 'pelanggan', customerNumber);
  const isShop = position > 0 || (!holder.alias && random.chance(0.05));
  const { street, rt, rw, kelurahan } = holder.address;
  return {
    no_langganan: customerNumber,
    nama: isShop ? `CAFÉ ${holder.name.toUpperCase()} – RUKO` : inventPaperName(holder, random),
    alamat: `${street} RT ${rt}/${rw}`.toUpperCase(),
    kelurahan: kelurahan.name.toUpperCase(),
    gol_tarif: isShop ? 'N1' : holder.alias ? 'R2' : random.pick(['R1', 'R2', 'R2', 'R2', 'R3', 'S1']),
    status_aktif: !holder.alias && random.chance(0.04) ? '2' : '1',
    update_at: `2019-03-0${random.whole(1, 4)} 02:${random.whole(10, 59)}:00`,
  };
}

/** A connection often stays in the name of the previous owner, here the father. */
function inventPaperName({ alias, name, father }: WaterConnection['holder'], random: Random): string {
  if (alias) return name.toUpperCase();
  if (random.chance(0.1)) return father.name.toUpperCase();
  return (random.chance(0.03) ? `${name} d/a André` : name).toUpperCase();
}

const REASONS = [
  'Pipa pecah – perbaikan pipa distribusi 6"',
  'Pemeliharaan IPA Aurduri – tekanan rendah',
  'Listrik padam di intake Broni',
  'Air baku keruh setelah hujan, produksi dikurangi',
];

/** The outage that is always going on, where `demo` lives. */
const CURRENT: OutageRow = {
  kelurahan: 'SIMPANG IV SIPIN',
  uraian: 'Pipa pecah di Jl. Contoh Raya – debit kecil sampai perbaikan selesai',
  mulai: '2026-10-31 05:40:00',
  perkiraan_selesai: '2026-11-02 18:00:00',
  selesai: ZERO_TIME,
};

/** Invents the outages of the last three months, and the one that is going on. */
export function listOutages(seed: number): OutageRow[] {
  const random = createRandom(seed, 'gangguan');
  const past = Array.from({ length: 40 }, (): OutageRow => {
    const day = addDays('2026-08-01', random.whole(0, 88));
    const hour = random.whole(1, 15);
    const at = (hours: number): string => `${day} ${String(hour + hours).padStart(2, '0')}:15:00`;
    return {
      kelurahan: random.pick(KELURAHAN).name.toUpperCase(),
      uraian: random.pick(REASONS),
      mulai: at(0),
      perkiraan_selesai: random.chance(0.7) ? at(4) : null,
      selesai: at(random.whole(2, 8)),
    };
  });
  return [...past.sort((one, other) => (one.mulai < other.mulai ? -1 : 1)), CURRENT];
}
