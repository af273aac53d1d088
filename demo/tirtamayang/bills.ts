import { createRandom, type Random } from '../random.ts';
import { addDays, REFERENCE_DAY } from '../reference-day.ts';
import type { WaterConnection } from './connections.ts';
import { priceOf, type TariffGroup, type WaterPrice } from './tariff.ts';

/** A row of `rekening`. */
export interface BillRow extends WaterPrice {
  readonly no_langganan: string;
  /** yyyymm. */
  readonly periode: string;
  readonly stand_lalu: number;
  readonly stand_ini: number;
  readonly stand_angkat: number;
  readonly stand_pasang: number;
  readonly pakai: number;
  readonly tgl_bayar: string | null;
}

/** What happened to a connection's meter and bills, by period. */
interface History {
  readonly unpaid: readonly string[];
  /** The meter was changed: the old one taken off, the new one put on. */
  readonly swapped?: string;
  /** The reader wrote a figure below the last one. */
  readonly misread?: string;
}

const ALIAS_HISTORIES: Readonly<Partial<Record<string, readonly History[]>>> = {
  demo: [{ unpaid: ['202609', '202610'], swapped: '202607' }],
  siti: [{ unpaid: [] }],
  lunas: [{ unpaid: [] }],
  ganda: [{ unpaid: ['202610'] }, { unpaid: ['202607', '202608', '202609', '202610'] }],
  aneh: [{ unpaid: ['202610'], misread: '202608' }],
};

/** The twelve periods before the reference day; the bill of a period is issued on the first of the next month. */
const PERIODS: readonly string[] = Array.from({ length: 12 }, (_, position) => {
  const months = Number(REFERENCE_DAY.slice(0, 4)) * 12 + Number(REFERENCE_DAY.slice(5, 7)) - 1 - 12 + position;
  return `${Math.floor(months / 12)}${String((months % 12) + 1).padStart(2, '0')}`;
});
/** Bills are paid without a fine until this day of the month after their period. */
const LAST_DAY = 25;
/** Since this period the cashier's program leaves an unpaid bill's date empty; before, it wrote zeros. */
const NULL_SINCE = '202610';
const ZERO_DATE = '0000-00-00';

/** Writes a connection's bills, oldest first, as they stand on the reference day. */
export function listBills(connection: WaterConnection, group: TariffGroup, seed: number): BillRow[] {
  const random = createRandom(seed, 'rekening', connection.customerNumber);
  const { alias } = connection.holder;
  const history = (alias && ALIAS_HISTORIES[alias]?.[connection.position]) || inventHistory(random);
  const usualM3 = group === 'N1' ? random.whole(25, 90) : random.whole(8, 32);
  let stand = random.whole(40, 2_900);
  return PERIODS.map((period) => {
    const used = Math.max(1, usualM3 + random.whole(-5, 6));
    const reading = readMeter(stand, used, period, history, random);
    stand = reading.stand_ini;
    return {
      no_langganan: connection.customerNumber,
      periode: period,
      ...reading,
      ...bill(period, reading.pakai, group, history, random),
    };
  });
}

function inventHistory(random: Random): History {
  const unpaidCount = random.pick([0, 0, 0, 0, 1, 1, 1, 2, 2, 5]);
  return {
    unpaid: PERIODS.slice(PERIODS.length - unpaidCount),
    ...(random.chance(0.05) && { swapped: random.pick(PERIODS) }),
    ...(random.chance(0.02) && { misread: random.pick(PERIODS) }),
  };
}

type Reading = Pick<BillRow, 'stand_lalu' | 'stand_ini' | 'stand_angkat' | 'stand_pasang' | 'pakai'>;

function readMeter(last: number, used: number, period: string, history: History, random: Random): Reading {
  const plain = { stand_lalu: last, stand_angkat: 0, stand_pasang: 0, pakai: used };
  if (period === history.swapped) {
    const onOldMeter = Math.floor(used / 2);
    return { ...plain, stand_angkat: last + onOldMeter, stand_pasang: 3, stand_ini: 3 + used - onOldMeter };
  }
  // The amount billed is then an estimate, and the wrong figure is the next month's starting point.
  if (period === history.misread) return { ...plain, stand_ini: Math.max(0, last - random.whole(20, 300)) };
  return { ...plain, stand_ini: last + used };
}

function bill(
  period: string,
  used: number,
  group: TariffGroup,
  history: History,
  random: Random,
): WaterPrice & { readonly tgl_bayar: string | null } {
  const issued = issueDayOf(period);
  const lastDay = addDays(issued, LAST_DAY - 1);
  if (history.unpaid.includes(period)) {
    const unpaidDate = period >= NULL_SINCE ? null : ZERO_DATE;
    return { ...priceOf(used, group, REFERENCE_DAY > lastDay), tgl_bayar: unpaidDate };
  }
  // The last period was issued today, so whoever has paid it paid today.
  const paid = issued === REFERENCE_DAY ? issued : addDays(issued, random.whole(0, 28));
  return { ...priceOf(used, group, paid > lastDay), tgl_bayar: paid };
}

/** The first day of the month after a period. */
function issueDayOf(period: string): string {
  const month = Number(period.slice(4));
  const year = Number(period.slice(0, 4));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
