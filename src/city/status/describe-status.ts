import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { SystemStatus } from '../../ports/system-status.ts';
import type { CityMetric, FigureBasis } from '../generated/resolver-types.ts';
import { findOpd, type RegisteredOpd } from '../registry/opd-registry.ts';
import { decidePredicate } from '../sakip/evaluation.ts';
import { findPredicateRule } from '../sakip/rules.ts';
import { computeIkm } from '../survey/compute-ikm.ts';
import { WHOLE_CITY } from './add-up.ts';
import type { FigureKind } from './figure-provider.ts';
import type { CitySnapshot } from './read-snapshot.ts';

const COPIED: readonly FigureKind[] = ['application', 'complaint', 'survey', 'sakip'];

/** An OPD's figures, or with `WHOLE_CITY` the city's, as the graph shows them. */
export function describeStatus(snapshot: CitySnapshot, systems: readonly SystemStatus[], code: string) {
  const opd = findOpd(code);
  const value = (metric: CityMetric) => snapshot.figure(metric, code).value ?? null;
  const score = value('SAKIP_SCORE');
  return {
    opd: opd ?? null,
    name: opd?.name ?? 'Kota Jambi',
    openApplications: value('OPEN_APPLICATIONS'),
    overdueApplications: value('OVERDUE_APPLICATIONS'),
    slaCompliance: value('SLA_COMPLIANCE'),
    medianDays: value('MEDIAN_DAYS'),
    overcharged: value('OVERCHARGED'),
    digitalShare: value('DIGITAL_SHARE'),
    complaints: { open: value('OPEN_COMPLAINTS'), overdue: value('OVERDUE_COMPLAINTS') },
    levyReports: value('LEVY_REPORTS'),
    ikm: describeIkm(snapshot, code),
    sakip: { score, predicate: score === null ? null : namePredicate(score, snapshot.day) },
    ekinerja: { reportingRate: value('REPORTING_RATE') },
    tpp: describeTpp(snapshot, code),
    freshness: describeFreshness(snapshot, code),
    health: describeHealth(systems, code),
    snapshot,
    code,
  };
}

export type ShownStatus = ReturnType<typeof describeStatus>;

function namePredicate(score: number, day: string): string | null {
  const rule = findPredicateRule(Number(day.slice(0, 4)));
  return rule ? decidePredicate(score, rule).letter : null;
}

/** What an OPD is sorted by. */
export function readFigure(snapshot: CitySnapshot, metric: CityMetric, { code }: RegisteredOpd): number | undefined {
  return snapshot.figure(metric, code).value;
}

function describeIkm(snapshot: CitySnapshot, code: string) {
  const { value, count } = snapshot.figure('IKM', code);
  const ikm = value === undefined ? undefined : computeIkm(snapshot.sums('survey', 'flow', code));
  return { value: ikm?.value ?? null, grade: ikm?.grade ?? null, answers: count };
}

function describeTpp(snapshot: CitySnapshot, code: string) {
  const value = (metric: CityMetric) => snapshot.figure(metric, code).value ?? null;
  const sums = snapshot.sums('tpp', 'flow', code);
  const computed = value('TPP_COMPUTED');
  return {
    paid: value('TPP_PAID'),
    computed,
    discrepancy: computed === null ? null : (sums.get('discrepancy') ?? null),
    discrepancyCount: value('TPP_DISCREPANCIES'),
    incompleteCount: sums.get('incomplete') ?? null,
  };
}

function describeFreshness(snapshot: CitySnapshot, code: string) {
  const all = COPIED.map((kind) => snapshot.provenance(kind, code)).filter(({ systems }) => systems.length > 0);
  const ages = all.flatMap(({ asOfMs }) => asOfMs ?? []);
  return {
    oldestAsOf: ages.length > 0 ? formatJakartaInstant(Math.min(...ages)) : null,
    unread: all.filter(({ asOfMs }) => asOfMs === undefined).length,
  };
}

function describeHealth(systems: readonly SystemStatus[], code: string) {
  const asked = systems.filter(({ opd, state }) => (code === WHOLE_CITY || opd === code) && state !== 'unknown');
  return { answering: asked.filter(({ state }) => state === 'answering').length, asked: asked.length };
}

/** Where one of its figures comes from. */
export function describeBasis({ snapshot, code }: ShownStatus, metric: CityMetric): FigureBasis {
  const { count, rule, provenance } = snapshot.figure(metric, code);
  const { systems, asOfMs, isDefault, version } = provenance;
  const missing = [...provenance.missing, ...(provenance.partlyMissing ?? [])];
  return {
    systems: [...systems],
    asOf: asOfMs === undefined ? null : formatJakartaInstant(asOfMs),
    rule,
    version,
    isDefault,
    count,
    isComplete: missing.length === 0,
    missing,
  };
}
