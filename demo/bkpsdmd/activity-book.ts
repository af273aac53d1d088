import { Pool } from 'pg';
import { addressOf } from '../database/prepare-postgres.ts';
import type { RunStatement } from '../database/run-statement.ts';
import { localTime } from './activities.ts';
import { BKPSDMD_DATABASE, EKINERJA_APP } from './content.ts';

/** What an employee enters about one activity that is done. */
export interface NewActivity {
  readonly nip: string;
  /** yyyy-mm-dd. */
  readonly tgl: string;
  readonly uraian: string;
  readonly kuantitas: number;
  readonly output: string;
  /** Minutes. */
  readonly waktu: number;
}

/** An activity as the form shows it again. */
export interface SavedActivity extends NewActivity {
  readonly id: string;
  readonly status: 'menunggu' | 'disetujui' | 'ditolak';
}

/** What a superior decides on an activity: so many minutes, or nothing and why. */
export interface Verdict {
  readonly id: string;
  readonly penilai: string;
  readonly waktu: number;
  readonly catatan: string;
}

/** The e-Kinerja application's way to its own database, which is not there from the start. Every call throws without it. */
export interface ActivityBook {
  isEmployee(nip: string): Promise<boolean>;
  /** Adds a row and returns its id; the same activity twice makes two rows. */
  save(activity: NewActivity): Promise<string>;
  /** Notes a verdict, once; says why not, or nothing. */
  judge(verdict: Verdict): Promise<string | undefined>;
  /** Lists what was entered for a day, oldest first; with a text, only what is called exactly so. */
  list(nip: string, tgl: string, uraian?: string): Promise<readonly SavedActivity[]>;
  /** Runs a statement of the application's own account. */
  run: RunStatement;
  /** Says on which server the database is from now on. */
  connectTo(serverUrl: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

const IS_EMPLOYEE = 'select from ekinerja.pegawai where nip = $1';
const SAVE = `insert into ekinerja.kin_harian (id, nip, tgl, uraian_keg_h, target_kuan_h, target_output_h, target_waktu_h,
    tgl_target, real_kuan_h, real_waktu_h, tgl_real, penilai_nip)
  select $1, nip, $3, $4, $5, $6, $7, $8, $5, $7, $8, coalesce(atasan_nip, nip) from ekinerja.pegawai where nip = $2
  on conflict (id) do nothing`;
const FIND = `select penilai_nip, real_waktu_h, tgl_ok is not null or ok_kuan_h is not null as dinilai
  from ekinerja.kin_harian where id = $1 and flag = 1`;
// Of two at once one finds nothing left to judge.
const JUDGE = `update ekinerja.kin_harian set ok_kuan_h = case when $3 > 0 then real_kuan_h else 0 end, ok_waktu_h = $3,
    tgl_ok = case when $3 > 0 then ekinerja.sekarang() end, penilaian = $4
  where id = $1 and penilai_nip = $2 and flag = 1 and tgl_ok is null and ok_kuan_h is null`;
const LIST = `select id, nip, tgl::text, uraian_keg_h as uraian, target_kuan_h as kuantitas, target_output_h as output,
    target_waktu_h as waktu,
    case when tgl_ok is not null then 'disetujui' when ok_kuan_h = 0 then 'ditolak' else 'menunggu' end as status
  from ekinerja.kin_harian
  where nip = $1 and tgl = $2 and ($3::text is null or uraian_keg_h = $3) and flag = 1
  order by id`;

/** Opens the book; until it is told of a server, it has no database. */
export function createActivityBook(): ActivityBook {
  let pool: Pool | undefined;
  let lastSecond = 0;
  const getPool = (): Pool => {
    if (!pool) throw new Error('the database of e-Kinerja is not connected yet');
    return pool;
  };
  const saveAt = async (second: number, entry: NewActivity): Promise<string> => {
    const { nip, tgl, uraian, kuantitas, output, waktu } = entry;
    const id = `${nip}.${second}`;
    const values = [id, nip, tgl, uraian, kuantitas, output, waktu, localTime(second)];
    const { rowCount } = await getPool().query(SAVE, values);
    if (rowCount === 1) return id;
    // An earlier run of the demo has taken this second.
    if (!(await isEmployee(nip))) throw new Error('there is no such employee');
    return saveAt(nextSecond(), entry);
  };
  const isEmployee = async (nip: string): Promise<boolean> =>
    (await getPool().query(IS_EMPLOYEE, [nip])).rowCount === 1;
  const nextSecond = (): number => {
    lastSecond = Math.max(Math.floor(Date.now() / 1000), lastSecond + 1);
    return lastSecond;
  };
  const stop = async (): Promise<void> => {
    const closing = pool;
    pool = undefined;
    await closing?.end();
  };
  return {
    isEmployee,
    save: (activity) => saveAt(nextSecond(), activity),
    judge: (verdict) => judge(getPool(), verdict),
    list: async (nip, tgl, uraian) => (await getPool().query<SavedActivity>(LIST, [nip, tgl, uraian ?? null])).rows,
    run: async (text, values = []) => (await getPool().query<Record<string, unknown>>(text, [...values])).rows,
    connectTo: async (serverUrl, database = BKPSDMD_DATABASE) => {
      await stop();
      pool = openPool(serverUrl, database);
    },
    stop,
  };
}

async function judge(pool: Pool, { id, penilai, waktu, catatan }: Verdict): Promise<string | undefined> {
  const { rows } = await pool.query<{ penilai_nip: string; real_waktu_h: number | null; dinilai: boolean }>(FIND, [id]);
  const [found] = rows;
  if (!found) return 'Kegiatan tidak ditemukan';
  if (found.penilai_nip !== penilai) return 'Anda bukan penilai kegiatan ini';
  if (found.real_waktu_h === null) return 'Kegiatan belum direalisasikan';
  if (waktu > found.real_waktu_h) return 'Waktu melebihi realisasi';
  const { rowCount } = found.dinilai ? { rowCount: 0 } : await pool.query(JUDGE, [id, penilai, waktu, catatan]);
  return rowCount === 1 ? undefined : 'Kegiatan sudah dinilai';
}

function openPool(serverUrl: string, database: string): Pool {
  const url = new URL(addressOf(serverUrl, database));
  url.username = EKINERJA_APP.user;
  url.password = EKINERJA_APP.password;
  const pool = new Pool({
    connectionString: url.href,
    max: 4,
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    allowExitOnIdle: true,
  });
  // A server that goes away ends idle connections, and the next call fails by itself.
  pool.on('error', () => {});
  return pool;
}
