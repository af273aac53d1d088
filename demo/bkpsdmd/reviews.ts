import { createRandom } from '../random.ts';
import type { Employee } from './employees.ts';

/** A row of `skp`: one employee's yearly review. */
export interface ReviewRow {
  readonly nip: string;
  readonly tahun: number;
  readonly hasil_kinerja: string;
  readonly perilaku_kerja: string;
  readonly kuadran_kinerja: string;
}

const ABOVE = 'DI ATAS EKSPEKTASI';
const AS_EXPECTED = 'SESUAI EKSPEKTASI';
const YEAR = 2025;
/** Contract employees of the last months have no review yet. */
const UNREVIEWED_SHARE = 0.07;

/** Lists the reviews of last year. As everywhere, nobody is below what was expected; `siti` is as expected in both. */
export function listReviews(employees: readonly Employee[], seed: number): ReviewRow[] {
  return employees.flatMap(({ nip, nik, alias, status }) => {
    const random = createRandom(seed, 'skp', nik);
    if (status === 'PPPK' && random.chance(UNREVIEWED_SHARE)) return [];
    const hasil_kinerja = !alias && random.chance(0.2) ? ABOVE : AS_EXPECTED;
    const perilaku_kerja = !alias && random.chance(0.4) ? ABOVE : AS_EXPECTED;
    const isBest = hasil_kinerja === ABOVE && perilaku_kerja === ABOVE;
    return [{ nip, tahun: YEAR, hasil_kinerja, perilaku_kerja, kuadran_kinerja: isBest ? 'SANGAT BAIK' : 'BAIK' }];
  });
}
