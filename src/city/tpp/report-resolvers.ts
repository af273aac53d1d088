import type { Caller } from '../../identity/index.ts';
import type { Allowances } from '../../ports/allowances.ts';
import { forbidden } from '../../subgraph/index.ts';
import type { ReportAnomalyKind, Resolvers } from '../generated/resolver-types.ts';
import { lastDayOf } from '../status/months.ts';
import { readMonthName } from './month.ts';

/** Creates the resolvers of how an OPD reports: counts, of nobody in particular. */
export function createReportResolvers(
  desk: { readonly allowances: Allowances } | undefined,
  thisMonth: () => string,
): Pick<NonNullable<Resolvers['Opd']>, 'reporting' | 'reportAnomalies'> {
  return {
    reporting: async ({ code }, { month }, { caller }) => {
      refuseOtherOpds(caller, code);
      if (!desk) return null;
      const asked = readMonthName(month ?? thisMonth());
      const days = await desk.allowances.listReporting(`${asked}-01`, lastDayOf(asked), code);
      return days.map(({ day, employees, reported }) => ({ on: day, employees, reported }));
    },
    reportAnomalies: async ({ code }, { month }, { caller }) => {
      refuseOtherOpds(caller, code);
      const asked = readMonthName(month);
      if (!desk || !(await desk.allowances.sumByOpd(asked))) return null;
      const counts = (await desk.allowances.listAnomalyCounts(asked)).filter(({ opd }) => opd === code);
      return counts.map(({ kind, count }) => ({ kind: kind as ReportAnomalyKind, count }));
    },
  };
}

/** Whoever works for an OPD sees his own; the mayor's office and auditors see all. */
function refuseOtherOpds(caller: Caller, opd: string): void {
  if (caller.kind !== 'staff') throw forbidden();
  if (caller.roles.has('mayor') || caller.roles.has('auditor') || caller.opd === opd) return;
  throw forbidden();
}
