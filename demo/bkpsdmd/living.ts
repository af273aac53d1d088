import type { RunStatement } from '../database/run-statement.ts';
import type { LivingRecords } from '../living-records.ts';
import { createRandom } from '../random.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import type { ActivityBook } from './activity-book.ts';

// The entries of the people with an alias stay as they are: nobody of them but siti is an employee.
const SITI = '198604122010032001';
const SOME_ENTRY = `select id from ekinerja.kin_harian where flag = 1 and tgl_ok is null and nip <> '${SITI}'
  order by md5(id || $1) limit 1`;
const APPROVE = `update ekinerja.kin_harian set real_kuan_h = coalesce(real_kuan_h, target_kuan_h),
    real_waktu_h = coalesce(real_waktu_h, target_waktu_h), tgl_real = coalesce(tgl_real, tgl_target),
    ok_kuan_h = target_kuan_h, ok_waktu_h = target_waktu_h, tgl_ok = ekinerja.sekarang(), penilaian = 'ok'
  where id = $1 returning id`;
const TAKE_BACK = 'update ekinerja.kin_harian set flag = 0 where id = $1 and flag = 1 returning id';
const SOME_EMPLOYEE = `select nip from ekinerja.pegawai where nip <> '${SITI}' order by md5(nip || $1) limit 1`;
const EMPLOYEE_OF = 'select nip from ekinerja.pegawai where nik = $1';

/** What happens to the daily log of e-Kinerja: superiors approve, employees report and take back. */
export function createActivityRecords(
  run: RunStatement,
  book: Pick<ActivityBook, 'save'>,
  seed: number,
): LivingRecords {
  let turn = 0;
  const choose = async (statement: string, column: string): Promise<string> => {
    turn += 1;
    const [row] = await run(statement, [`${seed}.${turn}`]);
    if (!row) throw new Error('there is nothing left that could change');
    return String(row[column]);
  };
  const write = async (statement: string, id: string): Promise<string> => {
    const [row] = await run(statement, [id]);
    if (!row) throw new Error(`there is no entry ${id}`);
    return String(row.id);
  };
  return {
    change: async (id) => write(APPROVE, id ?? (await choose(SOME_ENTRY, 'id'))),
    add: async (nik) => {
      const nip = nik === undefined ? await choose(SOME_EMPLOYEE, 'nip') : (await run(EMPLOYEE_OF, [nik]))[0]?.nip;
      if (nip === undefined) throw new Error('nobody of that NIK is an employee');
      const waktu = createRandom(seed, 'kegiatan baru', turn).whole(3, 18) * 10;
      const uraian = 'Melayani warga di loket';
      return book.save({ nip: String(nip), tgl: REFERENCE_DAY, uraian, kuantitas: 1, output: 'kegiatan', waktu });
    },
    remove: async (id) => write(TAKE_BACK, id ?? (await choose(SOME_ENTRY, 'id'))),
    // The database keeps a clock of its own, which goes on where it stood.
    runTo: () => {},
  };
}
