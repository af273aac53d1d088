import { createRandom } from '../../../demo/random.ts';
import { formatStamp, type ListRow, makeRow } from './row.ts';

/** What can be wrong with a single row. */
export type RowFault = 'badDate' | 'letters' | 'noKey' | 'badOwner';

/** The table behind a list source: what the source holds at this moment. */
export interface ListTable {
  /** Every row by id, in no order of changes. */
  rows(): readonly ListRow[];
  size(): number;
  find(id: string): ListRow | undefined;
  /** Adds invented rows, changed now. */
  insert(count?: number): readonly ListRow[];
  /** Changes a row, which moves its `tgl_ubah` to now; without a change its status goes on. */
  update(id: string, change?: ListRow): ListRow;
  /** Changes so many rows, chosen by the seed, and says which. */
  updateSome(count: number): readonly string[];
  /** Deletes rows; nothing of them stays. */
  remove(...ids: readonly string[]): void;
  /** Deletes everything. */
  empty(): void;
  /** Breaks a row as bad imports do, and moves its `tgl_ubah`. */
  spoil(id: string, fault: RowFault): void;
  /** Lets the source's clock run on; it stands still otherwise, so changes share their second. */
  advance(ms: number): void;
  /** From now on changes are stamped so much earlier than the clock, as where several servers write. */
  setBack(ms: number): void;
  /** The source's clock. */
  nowMs(): number;
}

/** Where the clock begins: 1 November 2026, 08:00 in Jakarta. */
const BEGIN_MS = Date.UTC(2026, 10, 1, 1);
/** Rows of the beginning that share a second. */
const TIES = 3;

const SPOILT: Readonly<Record<RowFault, ListRow>> = {
  badDate: { tgl_masuk: '31/02/2026' },
  letters: { jumlah: '12O0' },
  noKey: { id: null },
  badOwner: { nik: '1.57199E+15' },
};

/** Creates a table of so many invented rows, changed in the hours before its clock begins, three in each second. */
export function createListTable(count: number, seed = 1): ListTable {
  const rows = new Map<string, ListRow>();
  const random = createRandom('list-table', seed);
  let [serial, atMs, backMs] = [0, BEGIN_MS, 0];
  const add = (changedAtMs: number): ListRow => {
    serial += 1;
    const row = makeRow(seed, serial, changedAtMs);
    rows.set(String(row.id), row);
    return row;
  };
  const update: ListTable['update'] = (id, change) => {
    const row = rows.get(id);
    if (!row) throw new Error(`the table has no row ${id}`);
    const next = { ...row, ...(change ?? moveOn(row)), tgl_ubah: change?.tgl_ubah ?? formatStamp(atMs - backMs) };
    rows.set(id, next);
    return next;
  };
  const secondsAgo = Math.ceil(count / TIES);
  for (let at = 0; at < count; at += 1) add(BEGIN_MS - (secondsAgo - Math.floor(at / TIES)) * 1000);
  return {
    rows: () => [...rows.values()],
    size: () => rows.size,
    find: (id) => rows.get(id),
    insert: (more = 1) => Array.from({ length: more }, () => add(atMs - backMs)),
    update,
    updateSome: (some) => {
      const ids = [...rows.keys()];
      const chosen = new Set<string>();
      while (chosen.size < Math.min(some, ids.length)) chosen.add(random.pick(ids));
      for (const id of chosen) update(id);
      return [...chosen];
    },
    remove: (...ids) => {
      for (const id of ids) rows.delete(id);
    },
    empty: () => rows.clear(),
    spoil: (id, fault) => void update(id, SPOILT[fault]),
    advance: (ms) => {
      atMs += ms;
    },
    setBack: (ms) => {
      backMs = ms;
    },
    nowMs: () => atMs,
  };
}

/** What happens to a file on a desk: its status goes on, its fee and count change. */
function moveOn(row: ListRow): ListRow {
  const status = (Number(row.sts) + 1) % 4;
  return { sts: String(status), jumlah: (Number(row.jumlah) || 0) + 1, keterangan: `pindah ke meja ${status}` };
}
