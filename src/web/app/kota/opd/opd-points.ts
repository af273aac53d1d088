import type { KotaLineFragment, KotaOpdQuery } from '../../generated/graphql.ts';
import type { ShownMeasure, ShownMetric } from '../measures/measures.ts';

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

/** The last twelve months; none where a figure is not told by months. */
export function readOpdPoints(measure: ShownMeasure, trends: OpdCity): KotaLineFragment['points'] {
  const [line] = LINES[measure.metric]?.(trends) ?? [];
  return line?.points ?? [];
}
