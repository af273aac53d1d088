import { sourceNow } from './source.ts';

interface BpprdAnswer {
  readonly Nop: string;
  readonly Tagihan: readonly { Tahun: string; Pokok: number; Denda: number; Total: number }[];
  readonly Status: { readonly ResponseCode: string };
}

/** An inquiry's answer as Home shows it. */
export function toBills(answer: unknown) {
  const { Nop, Tagihan, Status } = answer as BpprdAnswer;
  const code = Status.ResponseCode;
  if (code === '10') return [];
  if (code !== '00' && code !== '13') throw new Error(`BPPRD answered ${code}`);
  const source = sourceNow('bpprd');
  return Tagihan.map((bill) => ({
    nop: Nop,
    year: Number(bill.Tahun),
    principal: bill.Pokok,
    penalty: bill.Denda,
    total: bill.Total,
    paid: code === '13',
    dueOn: `${bill.Tahun}-09-30`,
    source,
  }));
}
