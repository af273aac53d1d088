import type { CityFigures, FactKind, MeasureSum, MonthSum, SumFilter } from '../../ports/city-figures.ts';
import type { Database } from '../database.ts';
import { withStoreErrors } from '../store-error.ts';

interface SumRow {
  readonly kind: FactKind;
  readonly opd: string;
  readonly service: string | null;
  readonly measure: string;
  readonly month: string;
  readonly amount: string;
}

const WHERE = `(sum.kind = $2 or $2 is null) and (sum.opd = any($3) or $3::text[] is null)
  and (sum.measure = any($4) or $4::text[] is null)`;

/** What stands at the end of a day is told from these. */
const STOCK = `measure in ('received', 'decided', 'overdueFrom', 'overdueUntil')`;

/** All time less what comes behind the day: as much to read as there are days behind it, however long the past is. */
const UNTIL = `
  select kind, opd, measure, sum(amount)::text as amount from (
    select kind, opd, measure, amount from city_totals sum where ${WHERE}
    union all
    select kind, opd, measure, -amount from city_months sum
    where month > date_trunc('month', $1::date)::date and ${STOCK} and ${WHERE}
    union all
    select kind, opd, measure, -amount from city_days sum
    where day > $1::date and day < (date_trunc('month', $1::date) + interval '1 month')::date and ${WHERE}
  ) parts group by 1, 2, 3 having sum(amount) <> 0`;

/** Creates the reader of the sums that triggers keep beside the copies. */
export function createCityFigures({ pool }: Pick<Database, 'pool'>): CityFigures {
  return {
    sumUntil: (day, filter = {}) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<SumRow>({
          name: 'city-until',
          text: UNTIL,
          values: [day, ...valuesOf(filter)],
        });
        return rows.map(asSum);
      }),
    sumByMonth: (from, to, filter = {}) =>
      withStoreErrors(async () => {
        const byService = filter.byService ?? false;
        const { rows } = await pool.query<SumRow>({
          name: byService ? 'city-months-services' : 'city-months',
          text: byMonth(byService),
          values: [`${from}-01`, ...valuesOf(filter), `${to}-01`],
        });
        return rows.map((row): MonthSum => ({ ...asSum(row), month: row.month, service: row.service ?? undefined }));
      }),
  };
}

function byMonth(byService: boolean): string {
  const columns = `kind, opd, ${byService ? 'service' : 'null::text as service'}, measure, month`;
  // One stream feeds an OPD as a rule, so adding up is left to whoever reads: the rows are few, grouping them is not cheap.
  return `select ${columns.replace('month', "to_char(month, 'YYYY-MM') as month")}, amount::text as amount
    from ${byService ? 'city_service_months' : 'city_months'} sum
    where month between $1::date and $5::date and amount <> 0 and ${WHERE} order by sum.month`;
}

function valuesOf({ kind, opds, measures }: SumFilter): readonly unknown[] {
  return [kind ?? null, opds ?? null, measures ?? null];
}

function asSum({ kind, opd, measure, amount }: SumRow): MeasureSum {
  return { kind, opd, measure, amount: Number(amount) };
}
