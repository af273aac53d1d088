/** Group of customers with a price of their own. */
export type TariffGroup = 'S1' | 'R1' | 'R2' | 'R3' | 'N1';

/** Rupiah for each m³: of the first ten, of the next ten, and of all above. */
const PRICES: Readonly<Record<TariffGroup, readonly [number, number, number]>> = {
  S1: [2_100, 2_600, 3_400],
  R1: [2_900, 3_700, 4_900],
  R2: [3_600, 4_800, 6_100],
  R3: [4_700, 6_000, 7_600],
  N1: [7_200, 9_100, 11_500],
};
const BLOCK_M3 = 10;
const METER_FEE = 7_500;
/** For each bill that is paid after the 25th of the month after its period. */
const LATE_FEE = 10_000;
/** Stamp duty on receipts above five million rupiah. */
const STAMP_DUTY = 10_000;
const STAMPED_ABOVE = 5_000_000;

/** What a period costs, in rupiah. */
export interface WaterPrice {
  readonly harga_air: number;
  readonly biaya_meter_air: number;
  readonly materai: number;
  readonly denda: number;
  /** The sum as PHP's number_format writes it: 1.250.000. */
  readonly total: string;
}

/** Computes the bill of one period. */
export function priceOf(usedM3: number, group: TariffGroup, isLate: boolean): WaterPrice {
  const [first, second, rest] = PRICES[group];
  const inBlock = (block: number): number => Math.min(Math.max(usedM3 - block * BLOCK_M3, 0), BLOCK_M3);
  const water = inBlock(0) * first + inBlock(1) * second + Math.max(usedM3 - 2 * BLOCK_M3, 0) * rest;
  const stamp = water + METER_FEE > STAMPED_ABOVE ? STAMP_DUTY : 0;
  const late = isLate ? LATE_FEE : 0;
  return {
    harga_air: water,
    biaya_meter_air: METER_FEE,
    materai: stamp,
    denda: late,
    total: numberFormat(water + METER_FEE + stamp + late),
  };
}

function numberFormat(rupiah: number): string {
  return String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.');
}
