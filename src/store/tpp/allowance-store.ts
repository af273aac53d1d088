import type { AllowanceMonth, AllowanceSum, Allowances, KeptAllowance } from '../../ports/allowances.ts';
import { hashLink } from '../copies/copy-keys.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../outbox/transaction.ts';
import { checkKeyRing, type KeyRing, seal } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { createReportingStore } from './reporting-store.ts';
import { openResult, type ResultRow } from './result-content.ts';

const COLUMNS = 'id, month, subject, standing, content, data_key_id, computed_at, confirmed_at';
const FIND = `
  select ${COLUMNS} from allowances where subject = any($1::bytea[]) and month = $2 and standing <> 'superseded'
  order by standing, id`;
const LIST_OF_EMPLOYEE = `
  select ${COLUMNS} from allowances where subject = any($1::bytea[]) order by month desc, id desc`;
const LIST = `
  select ${COLUMNS} from allowances where month = $1 and opd = $2 and standing <> 'superseded' and id > $3
  order by id limit $4`;
const LOCK = `
  select ${COLUMNS} from allowances where id = $1 and standing = 'proposal' and state = 'complete' for update`;
const SUPERSEDE = `
  update allowances set standing = 'superseded' where month = $1 and subject = $2 and standing = 'confirmed'`;
const CONFIRM = `
  update allowances set standing = 'confirmed', confirmed_at = $2, confirmed_by = $3 where id = $1 returning ${COLUMNS}`;
const MONTH =
  'select rule_name, rule_version, rule_source, is_default, computed_at from allowance_months where month = $1';
const SUM_COLUMNS = 'opd, employees, paid, computed, discrepancy, discrepancy_count, incomplete_count';
const SUMS = `select ${SUM_COLUMNS} from allowance_sums where month = $1 order by opd`;
const MONTHLY_SUMS = `
  select month, ${SUM_COLUMNS} from allowance_sums where month between $1 and $2 order by month, opd`;
const ANOMALIES = 'select opd, kind, count from allowance_anomalies where month = $1 order by opd, kind';

/** The kind under which employees' numbers are linked, and their pseudonyms made. */
const NUMBER_KIND = 'nip';

/**
 * Creates the store of allowances: whose they are lies hashed, what they are lies sealed, sums of OPDs lie open.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createAllowanceStore(database: Database, keys: KeyRing): Allowances {
  checkKeyRing(keys);
  const { pool } = database;
  const subjectsOf = (nip: string) => keys.index.map((key) => hashLink(NUMBER_KIND, nip, key));
  const query = <Row extends object>(text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<Row>(text, values)).rows);
  const list = async (text: string, values: unknown[]): Promise<KeptAllowance[]> =>
    (await query<ResultRow>(text, values)).map((row) => openResult(row, keys));
  return {
    ...createReportingStore(database, subjectsOf),
    find: (nip, month) => list(FIND, [subjectsOf(nip), month]),
    listOfEmployee: (nip) => list(LIST_OF_EMPLOYEE, [subjectsOf(nip)]),
    listOfOpd: async (opd, month, limit, afterId = '0') =>
      isId(afterId) ? list(LIST, [month, opd, afterId, limit]) : [],
    confirm: async (id, actor, atMs) => {
      if (!isId(id)) return undefined;
      return inTransaction(pool, async (client) => {
        const [proposal] = (await client.query<ResultRow>(LOCK, [id])).rows;
        if (!proposal) return undefined;
        await client.query(SUPERSEDE, [proposal.month, proposal.subject]);
        const by = seal(actor, keys.data, ['allowance-confirmed-by', id]);
        const [row] = (await client.query<ResultRow>(CONFIRM, [id, new Date(atMs), by.bytes])).rows;
        return row && openResult(row, keys);
      });
    },
    sumByOpd: async (month) => {
      const [kept] = await query<MonthRow>(MONTH, [month]);
      return kept && describeMonth(kept, await query<SumRow>(SUMS, [month]));
    },
    sumByMonth: async (from, to) =>
      (await query<SumRow & { readonly month: string }>(MONTHLY_SUMS, [from, to])).map((row) => ({
        ...describeSum(row),
        month: row.month,
      })),
    listAnomalyCounts: (month) => query(ANOMALIES, [month]),
  };
}

function isId(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}

interface MonthRow {
  readonly rule_name: string | null;
  readonly rule_version: string | null;
  readonly rule_source: string | null;
  readonly is_default: boolean;
  readonly computed_at: Date;
}

interface SumRow {
  readonly opd: string;
  readonly employees: number;
  readonly paid: string;
  readonly computed: string;
  readonly discrepancy: string;
  readonly discrepancy_count: number;
  readonly incomplete_count: number;
}

function describeMonth(kept: MonthRow, sums: readonly SumRow[]): AllowanceMonth {
  const { rule_name: name, rule_version: version, rule_source: source, is_default: isDefault } = kept;
  return {
    rule: name === null ? undefined : { name, version: version ?? '', source: source ?? '', isDefault },
    computedAtMs: kept.computed_at.getTime(),
    sums: sums.map(describeSum),
  };
}

function describeSum({ opd, employees, ...sum }: SumRow): AllowanceSum {
  return {
    opd,
    employees,
    paid: Number(sum.paid),
    computed: Number(sum.computed),
    discrepancy: Number(sum.discrepancy),
    discrepancyCount: sum.discrepancy_count,
    incompleteCount: sum.incomplete_count,
  };
}
