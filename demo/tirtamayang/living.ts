import type { RunStatement } from '../database/run-statement.ts';
import type { LivingRecords } from '../living-records.ts';
import { REFERENCE_DAY } from '../reference-day.ts';

// Numbers of the people with an alias are below; their bills stay as they are.
const SOME_BILL = `select no_langganan, periode from rekening
  where substring(no_langganan, 3) > '010000' and (tgl_bayar is null or tgl_bayar = '0000-00-00')
  order by md5(concat(no_langganan, periode, ?)) limit 1`;
const SOME_CONNECTION = `select no_langganan from pelanggan where substring(no_langganan, 3) > '010000'
  order by md5(concat(no_langganan, ?)) limit 1`;
const PAY = 'update rekening set tgl_bayar = ? where no_langganan = ? and periode = ?';
const CANCEL = 'delete from rekening where no_langganan = ? and periode = ?';
const NEWEST = 'select max(periode) as periode from rekening where no_langganan = ?';
// Ten cubic metres more, at the price of most households.
const ISSUE = `insert into rekening (no_langganan, periode, stand_lalu, stand_ini, pakai, harga_air, biaya_meter_air, total)
  select no_langganan, date_format(date_add(concat(periode, '01'), interval 1 month), '%Y%m'), stand_ini, stand_ini + 10, 10,
    36000, biaya_meter_air, '43.500'
  from rekening where no_langganan = ? and periode = ?`;

/** What happens to the bills of the water company: they are paid, issued and, when the reading was wrong, cancelled. */
export function createBillRecords(run: RunStatement, seed: number): LivingRecords {
  let turn = 0;
  const choose = async (statement: string): Promise<Record<string, unknown>> => {
    turn += 1;
    const [row] = await run(statement, [`${seed}.${turn}`]);
    if (!row) throw new Error('there is nothing left that could change');
    return row;
  };
  const find = async (id: string | undefined): Promise<readonly [string, string]> => {
    if (id !== undefined) return readBillNumber(id);
    const { no_langganan, periode } = await choose(SOME_BILL);
    return [String(no_langganan), String(periode)];
  };
  const write = async (statement: string, bill: readonly [string, string], ...values: string[]): Promise<string> => {
    const [outcome] = await run(statement, [...values, ...bill]);
    if (outcome?.changed === 0) throw new Error(`there is no bill ${bill.join('/')}`);
    return bill.join('/');
  };
  return {
    change: async (id) => write(PAY, await find(id), REFERENCE_DAY),
    add: async (nik) => {
      if (nik !== undefined) throw new Error('the water company knows no NIK');
      const { no_langganan } = await choose(SOME_CONNECTION);
      const findNewest = async () => String((await run(NEWEST, [no_langganan]))[0]?.periode);
      await write(ISSUE, [String(no_langganan), await findNewest()]);
      return `${no_langganan}/${await findNewest()}`;
    },
    remove: async (id) => write(CANCEL, await find(id)),
    // Nothing of a bill says when it was changed.
    runTo: () => {},
  };
}

function readBillNumber(id: string): readonly [string, string] {
  const [, number, period] = /^(\d{8})\/(\d{6})$/.exec(id) ?? [];
  if (!number || !period) throw new Error('a bill is named by number and period: 01004711/202610');
  return [number, period];
}
