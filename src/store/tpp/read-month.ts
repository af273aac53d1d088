import type { Client } from 'pg';
import type { KeyRing } from '../personal-data.ts';
import { type MonthRecord, type MonthStream, type MonthType, readByOwner } from './month-cursor.ts';

/** All records of one employee in one month. */
export interface EmployeeMonth {
  /** His pseudonym, the same in every stream. */
  readonly subject: Buffer;
  readonly records: Readonly<Record<MonthType, readonly MonthRecord[]>>;
}

/** Days that are read of each type: first one, and the first one no more. Of employees there are no days. */
export type MonthDays = Readonly<Partial<Record<MonthType, { readonly from: string; readonly until: string }>>>;

/** Reads a month of all employees, one after the other, as a merge join over the four kinds of records. */
export async function* readMonth(
  client: Client,
  keys: KeyRing,
  streams: readonly MonthStream[],
  days: MonthDays,
): AsyncGenerator<EmployeeMonth> {
  const open = (type: MonthType) => openHead(readByOwner(client, keys, type, streams, days[type]));
  const heads: Readonly<Record<MonthType, Head>> = {
    Employee: await open('Employee'),
    DailyActivity: await open('DailyActivity'),
    AttendanceDay: await open('AttendanceDay'),
    AllowancePayment: await open('AllowancePayment'),
  };
  for (;;) {
    const subject = Object.values(heads)
      .flatMap(({ next }) => next?.subject ?? [])
      .reduce<Buffer | undefined>((least, one) => (least && Buffer.compare(least, one) <= 0 ? least : one), undefined);
    if (!subject) return;
    const take = (type: MonthType) => heads[type].take(subject);
    yield {
      subject,
      records: {
        Employee: await take('Employee'),
        DailyActivity: await take('DailyActivity'),
        AttendanceDay: await take('AttendanceDay'),
        AllowancePayment: await take('AllowancePayment'),
      },
    };
  }
}

interface Head {
  readonly next: MonthRecord | undefined;
  /** Takes all records of this owner, who is first. */
  take(subject: Buffer): Promise<MonthRecord[]>;
}

async function openHead(records: AsyncGenerator<MonthRecord>): Promise<Head> {
  const advance = async () => {
    const { done, value } = await records.next();
    return done ? undefined : value;
  };
  let next = await advance();
  return {
    get next() {
      return next;
    },
    take: async (subject) => {
      const taken: MonthRecord[] = [];
      while (next?.subject.equals(subject)) {
        taken.push(next);
        next = await advance();
      }
      return taken;
    },
  };
}
