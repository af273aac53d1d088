/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AlertSeverity =
  | 'SERIOUS'
  | 'WARNING';

export type CityMetric =
  | 'DIGITAL_SHARE'
  | 'IKM'
  | 'LEVY_REPORTS'
  | 'MEDIAN_DAYS'
  | 'OPEN_APPLICATIONS'
  | 'OPEN_COMPLAINTS'
  | 'OVERCHARGED'
  | 'OVERDUE_APPLICATIONS'
  | 'OVERDUE_COMPLAINTS'
  | 'REPORTING_RATE'
  | 'SAKIP_SCORE'
  | 'SLA_COMPLIANCE'
  | 'TPP_COMPUTED'
  | 'TPP_DISCREPANCIES'
  | 'TPP_PAID';

export type ColumnChange =
  | 'GONE'
  | 'NEW'
  /** What stands in it is of another kind, such as text where numbers stood. */
  | 'RETYPED';

export type OperationArgument = {
  /** As the connector file names it, without the colon: `nik`. */
  name: string;
  value: string;
};

export type SakipDocumentKind =
  | 'IKU'
  | 'LKJIP'
  | 'PERJANJIAN_KINERJA'
  | 'RENCANA_AKSI'
  | 'RENSTRA';

/** What somebody who has looked into the agency's system says of a submission that no machine can decide. */
export type SubmissionResolution =
  /** It is there. The citizen sees it as delivered. */
  | 'DELIVERED'
  /** The agency does not take it. The citizen sees why. */
  | 'REJECTED'
  /** It is not there, and is sent once more, as if for the first time. */
  | 'SEND_AGAIN';

/** How far a submission has come. */
export type SubmissionState =
  /** The hub keeps it; it has not been sent yet. */
  | 'ACCEPTED'
  /** The agency's system has it. */
  | 'DELIVERED'
  /** On its way, for as long as it takes the agency's system to answer: nothing needs to be done. */
  | 'DELIVERING'
  /** It is not certain whether the agency has it: somebody in office looks. It must not be handed in once more. */
  | 'NEEDS_ATTENTION'
  /** The agency's system refused it, for the reason that stands beside. */
  | 'REJECTED';

export type SyncOutcome =
  | 'FAILED'
  /** It added up. */
  | 'SUCCEEDED'
  /** Under way; or stopped half-way, and the next run goes on where it stood. */
  | 'UNFINISHED';

export type SyncState =
  /** The last run failed or did not add up. */
  | 'FAILING'
  /** Between runs. */
  | 'IDLE'
  /** A person must say whether so many records may vanish. */
  | 'NEEDS_ATTENTION'
  /** By an operator, or because the source has changed its columns. */
  | 'PAUSED'
  | 'RUNNING';

export type SystemState =
  /** Most of the last calls were answered. */
  | 'ANSWERING'
  /** Half of the last calls or more were not. */
  | 'FAILING'
  /** It failed several times in a row, so the hub leaves it alone for a while. */
  | 'LEFT_ALONE'
  /** It has not been asked in the last five minutes. */
  | 'UNKNOWN';

/** An enum describing what kind of type a given `__Type` is. */
export type __TypeKind =
  /** Indicates this type is a scalar. */
  | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */
  | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */
  | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */
  | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */
  | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */
  | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */
  | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */
  | 'NON_NULL';

export type BerandaHubQueryVariables = Exact<{ [key: string]: never; }>;


export type BerandaHubQuery = { hub: { release: string, opds: number, systems: number, systemsAnswering: number, systemsFailing: number, services: number, operations: number, records: number | null, submissionsToday: number | null } };

export type KotaBasisQueryVariables = Exact<{
  on: string;
  of: CityMetric;
}>;


export type KotaBasisQuery = { city: { totals: { basis: { systems: Array<string>, asOf: string | null, rule: string, version: string, isDefault: boolean, count: number, isComplete: boolean, missing: Array<string> } } } };

export type KotaOpdBasisQueryVariables = Exact<{
  on: string;
  code: string;
  of: CityMetric;
}>;


export type KotaOpdBasisQuery = { city: { opds: Array<{ basis: { systems: Array<string>, asOf: string | null, rule: string, version: string, isDefault: boolean, count: number, isComplete: boolean, missing: Array<string> } }> } };

export type KotaBasisWholeFragment = { systems: Array<string>, asOf: string | null, rule: string, version: string, isDefault: boolean, count: number, isComplete: boolean, missing: Array<string> };

export type KotaBoardQueryVariables = Exact<{
  on: string;
  before: string;
  metric: CityMetric;
  from: string;
  to: string;
}>;


export type KotaBoardQuery = { city: { on: string, totals: { name: string, openApplications: number | null, overdueApplications: number | null, slaCompliance: number | null, medianDays: number | null, overcharged: number | null, digitalShare: number | null, levyReports: number | null, opd: { code: string } | null, complaints: { open: number | null, overdue: number | null }, ikm: { value: number | null, grade: string | null, answers: number }, sakip: { score: number | null, predicate: string | null }, ekinerja: { reportingRate: number | null }, tpp: { discrepancyCount: number | null, incompleteCount: number | null }, health: { answering: number, asked: number }, applications: { asOf: string | null, missing: Array<string> }, complaintsBasis: { asOf: string | null, missing: Array<string> }, levies: { asOf: string | null, missing: Array<string> }, survey: { asOf: string | null, missing: Array<string> }, sakipBasis: { asOf: string | null, missing: Array<string> }, reports: { asOf: string | null, missing: Array<string> }, allowances: { asOf: string | null, missing: Array<string> }, services: { asOf: string | null, missing: Array<string> } }, opds: Array<{ name: string, openApplications: number | null, overdueApplications: number | null, slaCompliance: number | null, medianDays: number | null, overcharged: number | null, digitalShare: number | null, levyReports: number | null, opd: { code: string } | null, complaints: { open: number | null, overdue: number | null }, ikm: { value: number | null, grade: string | null, answers: number }, sakip: { score: number | null, predicate: string | null }, ekinerja: { reportingRate: number | null }, tpp: { discrepancyCount: number | null, incompleteCount: number | null }, health: { answering: number, asked: number }, applications: { asOf: string | null, missing: Array<string> }, complaintsBasis: { asOf: string | null, missing: Array<string> }, levies: { asOf: string | null, missing: Array<string> }, survey: { asOf: string | null, missing: Array<string> }, sakipBasis: { asOf: string | null, missing: Array<string> }, reports: { asOf: string | null, missing: Array<string> }, allowances: { asOf: string | null, missing: Array<string> }, services: { asOf: string | null, missing: Array<string> } }>, alerts: Array<{ severity: AlertSeverity, metric: CityMetric | null, message: string, opd: { code: string, name: string } | null }>, cityTrend: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, opdTrends: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }> }, before: { on: string, totals: { name: string, openApplications: number | null, overdueApplications: number | null, slaCompliance: number | null, medianDays: number | null, overcharged: number | null, digitalShare: number | null, levyReports: number | null, opd: { code: string } | null, complaints: { open: number | null, overdue: number | null }, ikm: { value: number | null, grade: string | null, answers: number }, sakip: { score: number | null, predicate: string | null }, ekinerja: { reportingRate: number | null }, tpp: { discrepancyCount: number | null, incompleteCount: number | null }, health: { answering: number, asked: number } }, opds: Array<{ name: string, openApplications: number | null, overdueApplications: number | null, slaCompliance: number | null, medianDays: number | null, overcharged: number | null, digitalShare: number | null, levyReports: number | null, opd: { code: string } | null, complaints: { open: number | null, overdue: number | null }, ikm: { value: number | null, grade: string | null, answers: number }, sakip: { score: number | null, predicate: string | null }, ekinerja: { reportingRate: number | null }, tpp: { discrepancyCount: number | null, incompleteCount: number | null }, health: { answering: number, asked: number } }> } };

export type KotaFiguresFragment = { name: string, openApplications: number | null, overdueApplications: number | null, slaCompliance: number | null, medianDays: number | null, overcharged: number | null, digitalShare: number | null, levyReports: number | null, opd: { code: string } | null, complaints: { open: number | null, overdue: number | null }, ikm: { value: number | null, grade: string | null, answers: number }, sakip: { score: number | null, predicate: string | null }, ekinerja: { reportingRate: number | null }, tpp: { discrepancyCount: number | null, incompleteCount: number | null }, health: { answering: number, asked: number } };

export type KotaBasesFragment = { applications: { asOf: string | null, missing: Array<string> }, complaintsBasis: { asOf: string | null, missing: Array<string> }, levies: { asOf: string | null, missing: Array<string> }, survey: { asOf: string | null, missing: Array<string> }, sakipBasis: { asOf: string | null, missing: Array<string> }, reports: { asOf: string | null, missing: Array<string> }, allowances: { asOf: string | null, missing: Array<string> }, services: { asOf: string | null, missing: Array<string> } };

export type KotaBasisStateFragment = { asOf: string | null, missing: Array<string> };

export type KotaOpdQueryVariables = Exact<{
  on: string;
  before: string;
  code: string;
  year: number;
  from: string;
  to: string;
  january: string;
  december: string;
}>;


export type KotaOpdQuery = { city: { on: string, opds: Array<{ name: string, openApplications: number | null, overdueApplications: number | null, slaCompliance: number | null, medianDays: number | null, overcharged: number | null, digitalShare: number | null, levyReports: number | null, tpp: { paid: number | null, computed: number | null, discrepancyCount: number | null, incompleteCount: number | null }, freshness: { oldestAsOf: string | null }, opd: { code: string } | null, complaints: { open: number | null, overdue: number | null }, ikm: { value: number | null, grade: string | null, answers: number }, sakip: { score: number | null, predicate: string | null }, ekinerja: { reportingRate: number | null }, health: { answering: number, asked: number }, applications: { asOf: string | null, missing: Array<string> }, complaintsBasis: { asOf: string | null, missing: Array<string> }, levies: { asOf: string | null, missing: Array<string> }, survey: { asOf: string | null, missing: Array<string> }, sakipBasis: { asOf: string | null, missing: Array<string> }, reports: { asOf: string | null, missing: Array<string> }, allowances: { asOf: string | null, missing: Array<string> }, services: { asOf: string | null, missing: Array<string> } }>, alerts: Array<{ severity: AlertSeverity, metric: CityMetric | null, message: string, opd: { code: string, name: string } | null }>, overdueApplications: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, slaCompliance: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, medianDays: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, overcharged: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, overdueComplaints: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, levyReports: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, ikm: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, reportingRate: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, discrepancies: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, inTimeByService: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, daysByService: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, bySex: { total: number | null, cells: Array<{ key: string, count: number | null, isHidden: boolean }> }, byAge: { total: number | null, cells: Array<{ key: string, count: number | null, isHidden: boolean }> } }, before: { on: string, opds: Array<{ name: string, openApplications: number | null, overdueApplications: number | null, slaCompliance: number | null, medianDays: number | null, overcharged: number | null, digitalShare: number | null, levyReports: number | null, opd: { code: string } | null, complaints: { open: number | null, overdue: number | null }, ikm: { value: number | null, grade: string | null, answers: number }, sakip: { score: number | null, predicate: string | null }, ekinerja: { reportingRate: number | null }, tpp: { discrepancyCount: number | null, incompleteCount: number | null }, health: { answering: number, asked: number } }> }, opd: { code: string, name: string, services: Array<{ code: string, name: string, standard: { days: number | null, isDefault: boolean } | null }>, survey: { year: number, answers: number, ikm: number | null, grade: string | null, asOf: string | null, missing: Array<string>, elements: Array<{ element: string, name: string, mean: number | null }> } | null, sakipTrend: Array<{ year: number, total: number | null, predicate: string | null, recomputedTotal: number | null }> | null } | null };

export type KotaOpdSystemsQueryVariables = Exact<{
  code: string;
}>;


export type KotaOpdSystemsQuery = { opd: { systems: Array<{ name: string, state: SystemState, latencyP95Ms: number | null, errorRate: number | null, lastOkAt: string | null }> } | null };

export type KotaOpdSakipQueryVariables = Exact<{
  code: string;
}>;


export type KotaOpdSakipQuery = { opd: { sakip: { year: number, documents: Array<{ kind: SakipDocumentKind, isMissing: boolean | null }>, evaluation: { total: number | null, predicate: string | null, components: Array<{ name: string, weight: number | null, score: number | null }> | null, recomputed: { total: number | null, difference: number | null } } | null } | null } | null };

export type KotaLineFragment = { key: string | null, name: string, points: Array<{ month: string, value: number | null }> };

export type KotaCellsFragment = { total: number | null, cells: Array<{ key: string, count: number | null, isHidden: boolean }> };

export type KotaServiceQueryVariables = Exact<{
  on: string;
  code: string;
  opd: string;
  from: string;
  to: string;
}>;


export type KotaServiceQuery = { service: { code: string, name: string, about: string, opd: { code: string, name: string }, standard: { days: number | null, officialFee: number | null, isDefault: boolean, digital: { share: number, counterSteps: Array<string> } } | null } | null, city: { inTime: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, days: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, overcharged: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }> } };

export type KotaTrendsQueryVariables = Exact<{
  on: string;
  metric: CityMetric;
  from: string;
  to: string;
}>;


export type KotaTrendsQuery = { city: { cityTrend: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }>, opdTrends: Array<{ key: string | null, name: string, points: Array<{ month: string, value: number | null }> }> } };

export type KotaYearsQueryVariables = Exact<{
  on: string;
  metric: CityMetric;
  years: Array<number> | number;
}>;


export type KotaYearsQuery = { city: { compare: Array<{ opd: { code: string, name: string }, values: Array<{ year: number, value: number | null }> }> } };

export type OpdChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OpdChoicesQuery = { opds: Array<{ code: string, name: string }> };

export type OpdDeskQueryVariables = Exact<{
  code: string;
}>;


export type OpdDeskQuery = { opd: { code: string, name: string, systems: Array<{ name: string, state: SystemState, latencyP95Ms: number | null, errorRate: number | null, quotaLeft: number | null, lastOkAt: string | null, running: number, waiting: number }>, sync: Array<{ stream: string, state: SyncState, reason: string | null, lastSuccess: string | null, lag: number | null, nextRun: string | null, schedule: string, rejected: number, records: number, counts: { read: number, written: number, unchanged: number, rejected: number, deleted: number, vanished: number } | null }> | null } | null };

export type StreamLineFragment = { stream: string, state: SyncState, reason: string | null, lastSuccess: string | null, lag: number | null, nextRun: string | null, schedule: string, rejected: number, records: number, counts: { read: number, written: number, unchanged: number, rejected: number, deleted: number, vanished: number } | null };

export type CountsFragment = { read: number, written: number, unchanged: number, rejected: number, deleted: number, vanished: number };

export type OpdStreamQueryVariables = Exact<{
  code: string;
}>;


export type OpdStreamQuery = { opd: { code: string, sync: Array<{ stream: string, state: SyncState, reason: string | null, lastSuccess: string | null, lag: number | null, nextRun: string | null, schedule: string, rejected: number, records: number, runs: Array<{ isSweep: boolean, startedAt: string, endedAt: string | null, outcome: SyncOutcome, reason: string | null, counts: { read: number, written: number, unchanged: number, rejected: number, deleted: number, vanished: number } }>, drift: Array<{ column: string, change: ColumnChange, since: string, isPaused: boolean }>, counts: { read: number, written: number, unchanged: number, rejected: number, deleted: number, vanished: number } | null }> | null } | null };

export type OpdQuarantineQueryVariables = Exact<{
  code: string;
}>;


export type OpdQuarantineQuery = { opd: { code: string, sync: Array<{ stream: string, rejected: number, quarantine: Array<{ id: string, row: number, field: string, valueKind: string, cause: string, fix: string, firstSeen: string }> }> | null } | null };

export type OpdRunMutationVariables = Exact<{
  stream: string;
}>;


export type OpdRunMutation = { runSync: boolean };

export type OpdPauseMutationVariables = Exact<{
  stream: string;
}>;


export type OpdPauseMutation = { pauseSync: boolean };

export type OpdResumeMutationVariables = Exact<{
  stream: string;
}>;


export type OpdResumeMutation = { resumeSync: boolean };

export type OpdReplayMutationVariables = Exact<{
  stream: string;
}>;


export type OpdReplayMutation = { replaySync: number };

export type OpdConnectorsQueryVariables = Exact<{
  code: string;
}>;


export type OpdConnectorsQuery = { opd: { code: string, connectors: Array<{ system: string, describe: string, file: string, text: string, protocols: Array<string>, streams: Array<string>, operations: Array<{ name: string, isWrite: boolean, parameters: Array<string>, record: string | null }> }> | null } | null };

export type OpdOutboxQueryVariables = Exact<{
  code: string;
}>;


export type OpdOutboxQuery = { opd: { code: string, outbox: Array<{ id: string, kind: string, system: string, state: SubmissionState, since: string, attempts: number, nextTry: string | null, reason: string | null }> | null } | null };

export type OpdResolveMutationVariables = Exact<{
  opd: string;
  id: string | number;
  resolution: SubmissionResolution;
  receipt?: string | null | undefined;
  reason?: string | null | undefined;
}>;


export type OpdResolveMutation = { resolveSubmission: boolean };

export type OpdTryMutationVariables = Exact<{
  opd: string;
  system: string;
  operation: string;
  arguments: Array<OperationArgument> | OperationArgument;
}>;


export type OpdTryMutation = { tryOperation: { milliseconds: number, answer: string, records: string, recordCount: number, unreadable: Array<string> } };

export type PengembangErrorCodesQueryVariables = Exact<{ [key: string]: never; }>;


export type PengembangErrorCodesQuery = { hub: { errorCodes: Array<{ code: string, sentence: string, meaning: string, isRetryable: boolean }> } };

export type PengembangSchemaQueryVariables = Exact<{ [key: string]: never; }>;


export type PengembangSchemaQuery = { __schema: { queryType: { name: string | null }, mutationType: { name: string | null } | null, subscriptionType: { name: string | null } | null, types: Array<{ kind: __TypeKind, name: string | null, description: string | null, fields: Array<{ name: string, description: string | null, isDeprecated: boolean, deprecationReason: string | null, args: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }>, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }> | null, inputFields: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }> | null, enumValues: Array<{ name: string, description: string | null }> | null, possibleTypes: Array<{ name: string | null }> | null }> } };

export type TypeNameFragment = { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const KotaBasisWholeFragmentDoc = new TypedDocumentString(`
    fragment KotaBasisWhole on FigureBasis {
  systems
  asOf
  rule
  version
  isDefault
  count
  isComplete
  missing
}
    `, {"fragmentName":"KotaBasisWhole"}) as unknown as TypedDocumentString<KotaBasisWholeFragment, unknown>;
export const KotaFiguresFragmentDoc = new TypedDocumentString(`
    fragment KotaFigures on CityStatus {
  opd {
    code
  }
  name
  openApplications
  overdueApplications
  slaCompliance
  medianDays
  overcharged
  digitalShare
  complaints {
    open
    overdue
  }
  levyReports
  ikm {
    value
    grade
    answers
  }
  sakip {
    score
    predicate
  }
  ekinerja {
    reportingRate
  }
  tpp {
    discrepancyCount
    incompleteCount
  }
  health {
    answering
    asked
  }
}
    `, {"fragmentName":"KotaFigures"}) as unknown as TypedDocumentString<KotaFiguresFragment, unknown>;
export const KotaBasisStateFragmentDoc = new TypedDocumentString(`
    fragment KotaBasisState on FigureBasis {
  asOf
  missing
}
    `, {"fragmentName":"KotaBasisState"}) as unknown as TypedDocumentString<KotaBasisStateFragment, unknown>;
export const KotaBasesFragmentDoc = new TypedDocumentString(`
    fragment KotaBases on CityStatus {
  applications: basis(of: OVERDUE_APPLICATIONS) {
    ...KotaBasisState
  }
  complaintsBasis: basis(of: OVERDUE_COMPLAINTS) {
    ...KotaBasisState
  }
  levies: basis(of: LEVY_REPORTS) {
    ...KotaBasisState
  }
  survey: basis(of: IKM) {
    ...KotaBasisState
  }
  sakipBasis: basis(of: SAKIP_SCORE) {
    ...KotaBasisState
  }
  reports: basis(of: REPORTING_RATE) {
    ...KotaBasisState
  }
  allowances: basis(of: TPP_DISCREPANCIES) {
    ...KotaBasisState
  }
  services: basis(of: DIGITAL_SHARE) {
    ...KotaBasisState
  }
}
    fragment KotaBasisState on FigureBasis {
  asOf
  missing
}`, {"fragmentName":"KotaBases"}) as unknown as TypedDocumentString<KotaBasesFragment, unknown>;
export const KotaLineFragmentDoc = new TypedDocumentString(`
    fragment KotaLine on TrendLine {
  key
  name
  points {
    month
    value
  }
}
    `, {"fragmentName":"KotaLine"}) as unknown as TypedDocumentString<KotaLineFragment, unknown>;
export const KotaCellsFragmentDoc = new TypedDocumentString(`
    fragment KotaCells on Breakdown {
  total
  cells {
    key
    count
    isHidden
  }
}
    `, {"fragmentName":"KotaCells"}) as unknown as TypedDocumentString<KotaCellsFragment, unknown>;
export const CountsFragmentDoc = new TypedDocumentString(`
    fragment Counts on SyncCounts {
  read
  written
  unchanged
  rejected
  deleted
  vanished
}
    `, {"fragmentName":"Counts"}) as unknown as TypedDocumentString<CountsFragment, unknown>;
export const StreamLineFragmentDoc = new TypedDocumentString(`
    fragment StreamLine on SyncStream {
  stream
  state
  reason
  lastSuccess
  lag
  nextRun
  schedule
  rejected
  records
  counts {
    ...Counts
  }
}
    fragment Counts on SyncCounts {
  read
  written
  unchanged
  rejected
  deleted
  vanished
}`, {"fragmentName":"StreamLine"}) as unknown as TypedDocumentString<StreamLineFragment, unknown>;
export const TypeNameFragmentDoc = new TypedDocumentString(`
    fragment TypeName on __Type {
  kind
  name
  ofType {
    kind
    name
    ofType {
      kind
      name
      ofType {
        kind
        name
      }
    }
  }
}
    `, {"fragmentName":"TypeName"}) as unknown as TypedDocumentString<TypeNameFragment, unknown>;
export const BerandaHubDocument = {"__meta__":{"hash":"sha256:02b7660a05978aec52a63cbbfbca72309ff19e6a7253871735ebb7f57bc5d846"}} as unknown as TypedDocumentString<BerandaHubQuery, BerandaHubQueryVariables>;
export const KotaBasisDocument = {"__meta__":{"hash":"sha256:15f62285f1c355cf14de5b0a8942abbd3cc1869d16e2cceaa461ca9d512a09c2"}} as unknown as TypedDocumentString<KotaBasisQuery, KotaBasisQueryVariables>;
export const KotaOpdBasisDocument = {"__meta__":{"hash":"sha256:039c1fa39576eef6ff1d7fb890ad7713c578734e824c8bcb44d5ba911acbcae1"}} as unknown as TypedDocumentString<KotaOpdBasisQuery, KotaOpdBasisQueryVariables>;
export const KotaBoardDocument = {"__meta__":{"hash":"sha256:885f2050aabaa6e4bb32c9b3c434b37930310dd7604957a33dea2b04db3d568d"}} as unknown as TypedDocumentString<KotaBoardQuery, KotaBoardQueryVariables>;
export const KotaOpdDocument = {"__meta__":{"hash":"sha256:fdd1abafa17d60357fdab31dd91247a32a9c09cdda88a3c9305bd70809d0d60d"}} as unknown as TypedDocumentString<KotaOpdQuery, KotaOpdQueryVariables>;
export const KotaOpdSystemsDocument = {"__meta__":{"hash":"sha256:fc4a5c659f81f5b52613b45ab7c588b39c8229d8cbe06a770092b368ad952507"}} as unknown as TypedDocumentString<KotaOpdSystemsQuery, KotaOpdSystemsQueryVariables>;
export const KotaOpdSakipDocument = {"__meta__":{"hash":"sha256:df84ebdba47cd0d7b60db3d5e864c62d6f7e12512bc37ab7c075166f957adefc"}} as unknown as TypedDocumentString<KotaOpdSakipQuery, KotaOpdSakipQueryVariables>;
export const KotaServiceDocument = {"__meta__":{"hash":"sha256:e7e0199d38cda31942e42c1deb180f0489728ac86302d168cac3db53fb542bf5"}} as unknown as TypedDocumentString<KotaServiceQuery, KotaServiceQueryVariables>;
export const KotaTrendsDocument = {"__meta__":{"hash":"sha256:c1fdfccc71b7a714ef20764a90efac157e28513dc8af3ad6a3d93ca4a084b291"}} as unknown as TypedDocumentString<KotaTrendsQuery, KotaTrendsQueryVariables>;
export const KotaYearsDocument = {"__meta__":{"hash":"sha256:3332093190b2b395fd57f39e54d3d0e9b7e3b5433e92fa4007ca5229297cdf06"}} as unknown as TypedDocumentString<KotaYearsQuery, KotaYearsQueryVariables>;
export const OpdChoicesDocument = {"__meta__":{"hash":"sha256:1da8e55444781d491ec2ddd08da489f82bfcd5f40561330464c0d4cf12829c03"}} as unknown as TypedDocumentString<OpdChoicesQuery, OpdChoicesQueryVariables>;
export const OpdDeskDocument = {"__meta__":{"hash":"sha256:7344b8c002101d86bd7a7a9b4b2d005c6e9ecd3f49b5050c62b73715b5cc4fd1"}} as unknown as TypedDocumentString<OpdDeskQuery, OpdDeskQueryVariables>;
export const OpdStreamDocument = {"__meta__":{"hash":"sha256:e251761db1c11b9717cd328dd64e3b88f75609438a9b363415a19f76819dbe8c"}} as unknown as TypedDocumentString<OpdStreamQuery, OpdStreamQueryVariables>;
export const OpdQuarantineDocument = {"__meta__":{"hash":"sha256:2c209ef26d672216a9fc8e03e1c5634d7d80cf49bd386fa2b7d023f0261dddee"}} as unknown as TypedDocumentString<OpdQuarantineQuery, OpdQuarantineQueryVariables>;
export const OpdRunDocument = {"__meta__":{"hash":"sha256:e0083195a4021dbda2c50d6c2e64eb2b54bcd0fe2ab5994131223ac5c7ad3dc4"}} as unknown as TypedDocumentString<OpdRunMutation, OpdRunMutationVariables>;
export const OpdPauseDocument = {"__meta__":{"hash":"sha256:d7c81e611235c4cef7e7f5b5bfe46248c5f24f3c58c0d0cd315b57b1688b7b9a"}} as unknown as TypedDocumentString<OpdPauseMutation, OpdPauseMutationVariables>;
export const OpdResumeDocument = {"__meta__":{"hash":"sha256:6ed95c8df7c82072ff6280a31a992e061b666eecc3c48ff470957f40f18ff51d"}} as unknown as TypedDocumentString<OpdResumeMutation, OpdResumeMutationVariables>;
export const OpdReplayDocument = {"__meta__":{"hash":"sha256:575bc90c02ffc5e411274fd7d318dc6f040eb49bde005c556f91c14812e35275"}} as unknown as TypedDocumentString<OpdReplayMutation, OpdReplayMutationVariables>;
export const OpdConnectorsDocument = {"__meta__":{"hash":"sha256:f7166f48ae1f18c0eff90d667d7662ab67814ab7014abf558878352022d1e6d2"}} as unknown as TypedDocumentString<OpdConnectorsQuery, OpdConnectorsQueryVariables>;
export const OpdOutboxDocument = {"__meta__":{"hash":"sha256:6d70e13f93b8e6a29a26b4dca69fc19738b43a2796dbb217fa46396c30050635"}} as unknown as TypedDocumentString<OpdOutboxQuery, OpdOutboxQueryVariables>;
export const OpdResolveDocument = {"__meta__":{"hash":"sha256:70749f58347f0d283a7c5fad2767920257c8c2d7b58a223a265218827ba4919e"}} as unknown as TypedDocumentString<OpdResolveMutation, OpdResolveMutationVariables>;
export const OpdTryDocument = {"__meta__":{"hash":"sha256:697629047f10449eb0dd61d9a27c3e0704f88f0c55ea89badc2f8ff650d0aaf5"}} as unknown as TypedDocumentString<OpdTryMutation, OpdTryMutationVariables>;
export const PengembangErrorCodesDocument = {"__meta__":{"hash":"sha256:f0f344d8f6e1f011f19a6172564c1aa79441244862116140f8a5538353712785"}} as unknown as TypedDocumentString<PengembangErrorCodesQuery, PengembangErrorCodesQueryVariables>;
export const PengembangSchemaDocument = {"__meta__":{"hash":"sha256:c0c61d257cbd3d7810e6a127bf7888d7aacc7518df69fd2f2f56423ca8778d7b"}} as unknown as TypedDocumentString<PengembangSchemaQuery, PengembangSchemaQueryVariables>;