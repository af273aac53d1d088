import type { KotaLineFragment, KotaOpdQuery } from '../generated/graphql.ts';
import { endToday } from './end-today.ts';
import type { Figures, ShownMeasure, ShownMetric } from './measures.ts';

export type OpdCity = KotaOpdQuery['city'];

/** Where the trends of an OPD stand in its answer; SAKIP is told by the year and services by the day. */
const LINES: Partial<Record<ShownMetric, (city: OpdCity) => readonly KotaLineFragment[]>> = {
  OVERDUE_APPLICATIONS: (city) => city.overdueApplications,
  SLA_COMPLIANCE: (city) => city.slaCompliance,
  MEDIAN_DAYS: (city) => city.medianDays,
  OVERCHARGED: (city) => city.overcharged,
  OVERDUE_COMPLAINTS: (city) => city.overdueComplaints,
  LEVY_REPORTS: (city) => city.levyReports,
  IKM: (city) => city.ikm,
  REPORTING_RATE: (city) => city.reportingRate,
  TPP_DISCREPANCIES: (city) => city.discrepancies,
};

/** The last twelve months; a stock's last as it stands on the day. */
export function readOpdPoints(measure: ShownMeasure, now: Figures, trends: OpdCity): KotaLineFragment['points'] {
  const [line] = LINES[measure.metric]?.(trends) ?? [];
  return line ? endToday(line, measure, now).points : [];
}
