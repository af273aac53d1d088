import type { KotaBoardQuery, KotaLineFragment } from '../../generated/graphql.ts';
import type { BoardAddress } from '../address/board-address.ts';
import type { Alert } from '../board/alert-list.tsx';
import { type Bases, type Figures, MEASURES, type ShownMetric } from '../measures/measures.ts';

/** An OPD as the table and the cards show it. */
export interface OpdRow {
  readonly code: string;
  readonly name: string;
  readonly now: Figures & Bases;
  readonly before: Figures | undefined;
  readonly serious: number;
  readonly warnings: number;
  /** Figures that are beyond an alert's threshold. */
  readonly alerted: ReadonlySet<string>;
  /** The chosen figure in the last twelve months; undefined where it has no history. */
  readonly trend: KotaLineFragment | undefined;
}

/** Brings together what an answer tells of each OPD. */
export function listRows({ city, before }: KotaBoardQuery, trends: readonly KotaLineFragment[]): OpdRow[] {
  const earlier = new Map(before.opds.map((of) => [of.opd?.code, of]));
  const lines = new Map(trends.map((line) => [line.key, line]));
  return city.opds.map((now) => {
    const code = now.opd?.code ?? '';
    const alerts = city.alerts.filter(({ opd }) => opd?.code === code);
    const count = (severity: Alert['severity']) => alerts.filter((one) => one.severity === severity).length;
    return {
      ...{ code, name: now.name, now, before: earlier.get(code), trend: lines.get(code) },
      ...{ serious: count('SERIOUS'), warnings: count('WARNING') },
      alerted: new Set(alerts.flatMap(({ metric }) => metric ?? [])),
    };
  });
}

/** Whether somebody should look at it: an alert, or a system that does not answer. */
function hasProblem({ serious, warnings, now: { health } }: OpdRow): boolean {
  return serious + warnings > 0 || health.answering < health.asked;
}

type Choice = Pick<BoardAddress, 'sort' | 'isDescending' | 'onlyProblems' | 'search'>;

/** Those rows that are asked for, in the order that is asked for; whoever has no figure comes last, whichever way. */
export function arrangeRows(rows: readonly OpdRow[], { sort, isDescending, onlyProblems, search }: Choice): OpdRow[] {
  const words = search.trim().toLowerCase();
  const fits = ({ name, code }: OpdRow) => name.toLowerCase().includes(words) || code.includes(words);
  const byName = (one: OpdRow, other: OpdRow) => one.name.localeCompare(other.name, 'id');
  const found = rows.filter((row) => fits(row) && (!onlyProblems || hasProblem(row))).sort(byName);
  if (sort === 'nama') return isDescending ? found.reverse() : found;
  const sign = isDescending ? -1 : 1;
  return found.sort((one, other) => {
    const [first, second] = [rank(one, sort), rank(other, sort)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return (first - second) * sign;
  });
}

function rank({ now, serious, warnings }: OpdRow, sort: 'peringatan' | ShownMetric): number | null {
  if (sort !== 'peringatan') return MEASURES.find(({ metric }) => metric === sort)?.read(now) ?? null;
  // A system that is down counts less than any alert, and what is overdue decides between equals.
  const down = now.health.asked - now.health.answering;
  return serious * 10_000 + warnings * 1000 + down * 10 + Math.min(9, now.complaints.overdue ?? 0);
}
