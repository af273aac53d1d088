import type { Client } from 'pg';
import { createCopyKeys, createPageTables, type KeyRing, writeCopies } from '../../../src/store/index.ts';

export const MONTH = '2026-10';
const OPDS = Array.from({ length: 40 }, (_, index) => `opd-${index + 1}`);
const PAGE = 5_000;

export const ring: KeyRing = {
  index: [{ id: 'i', key: Buffer.alloc(32, 1) }],
  data: [{ id: 'd', key: Buffer.alloc(32, 2) }],
};

type Record_ = Readonly<Record<string, unknown>>;
interface Row {
  readonly nip: string;
  readonly key: string;
  readonly day?: string;
  readonly opd?: string;
  readonly record: Record_;
}

/** Fills the copies of four streams with a month of invented employees; gives how many records there are. */
export async function fillMonth(client: Client, employees: number): Promise<number> {
  await createPageTables(client);
  const days = listWeekdays();
  let records = 0;
  const put = async (stream: string, rows: Iterable<Row>) => {
    records += await fillStream(client, stream, rows);
  };
  const numbers = Array.from({ length: employees }, (_, index) => `19860412201003${String(index).padStart(4, '0')}`);
  await put('bkpsdmd/kepegawaian/Employee', numbers.map(asEmployee));
  await put('bkpsdmd/kepegawaian/DailyActivity', listActivities(numbers, days));
  await put('bkpsdmd/kepegawaian/AttendanceDay', listAttendance(numbers, days));
  await put('bpkad/simda/AllowancePayment', numbers.map(asPayment));
  await client.query('analyze copies');
  return records;
}

async function fillStream(client: Client, stream: string, rows: Iterable<Row>): Promise<number> {
  const keys = createCopyKeys(stream, 'bench', true, ring);
  const { rows: added } = await client.query<{ id: number }>(
    `insert into sync_streams (name, fingerprint, index_key_id, is_complete, as_of, records)
     values ($1, 'bench', 'i', true, now(), 0) returning id`,
    [stream],
  );
  const id = added[0]?.id ?? 0;
  let count = 0;
  let page: Row[] = [];
  const flush = async () => {
    const copies = page.map(({ nip, key: name, day, opd, record }) => {
      const key = keys.keyOf(name);
      const { content, dataKeyId } = keys.sealContent(JSON.stringify(record), key);
      const more = { service: undefined, status: undefined, submittedOn: day, dueOn: undefined, opd, facts: undefined };
      const hash = keys.hashRow(name);
      return { key, rowHash: hash, version: undefined, subject: keys.linkOf('nip', nip), content, dataKeyId, ...more };
    });
    await client.query('begin');
    await writeCopies(client, id, copies);
    await client.query('commit');
    count += page.length;
    page = [];
  };
  for (const row of rows) if (page.push(row) >= PAGE) await flush();
  await flush();
  await client.query('update sync_streams set records = $2 where id = $1', [id, count]);
  return count;
}

function asEmployee(nip: string, index: number): Row {
  const opd = OPDS[index % OPDS.length] ?? '';
  const review = { year: 2025, result: 'AS_EXPECTED', behaviour: 'ABOVE' };
  const post = { kind: index % 2 ? 'PNS' : 'PPPK', position: 'Analis Kebijakan Ahli Muda', grade: 9, unit: opd };
  return { nip, key: nip, opd, record: { nip, name: `PEGAWAI ${index}`, ...post, opd: { code: opd }, review } };
}

function asPayment(nip: string, index: number): Row {
  const record = {
    nip,
    month: MONTH,
    grade: 9,
    ceiling: 3_750_000,
    gross: 3_750_000 - (index % 3) * 15_000,
    net: 3_500_000,
  };
  return { nip, key: `${nip}${MONTH}`, day: `${MONTH}-01`, record: { ...record, paidOn: '2026-10-30' } };
}

/** Two a day. */
function* listActivities(numbers: readonly string[], days: readonly string[]): Generator<Row> {
  for (const day of days)
    for (const [index, nip] of numbers.entries())
      for (const part of [0, 1]) {
        const description = `Menyusun laporan kegiatan nomor ${index % 900} bagian ${part} tanggal ${day}`;
        const approved = {
          approvedMinutes: 150,
          approvedOn: day,
          approvedAt: `${day}T16:${10 + (index % 40)}:00+07:00`,
        };
        const record = {
          id: `${nip}.${day}.${part}`,
          nip,
          on: day,
          description,
          plannedMinutes: 150,
          doneMinutes: 150,
          ...approved,
        };
        yield {
          nip,
          key: record.id,
          day,
          record: { ...record, output: 'dokumen', approverNip: numbers[index % 900], remark: 'ok' },
        };
      }
}

function* listAttendance(numbers: readonly string[], days: readonly string[]): Generator<Row> {
  for (const [index, nip] of numbers.entries())
    for (const day of days) {
      const late = index % 7 === 0 && day.endsWith('6') ? 12 : 0;
      const record = { id: `${nip}.${day}`, nip, on: day, arrived: '07:25', left: '16:05', kind: 'PRESENT' };
      yield { nip, key: record.id, day, record: { ...record, minutesLate: late, minutesEarly: 0 } };
    }
}

function listWeekdays(): string[] {
  return Array.from({ length: 31 }, (_, index) => `${MONTH}-${String(index + 1).padStart(2, '0')}`).filter((day) => {
    const weekday = new Date(day).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  });
}
