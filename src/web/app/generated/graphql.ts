/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AccessActorKind =
  | 'APPLICATION'
  | 'AUDITOR'
  | 'CITIZEN'
  /** The hub itself, in the background. */
  | 'HUB'
  | 'MAYOR'
  | 'OFFICER'
  | 'OPERATOR'
  /** Of an OPD, who pays its employees. */
  | 'TREASURER';

export type AlertSeverity =
  | 'SERIOUS'
  | 'WARNING';

export type AllowanceState =
  | 'COMPLETE'
  /** An input is missing (`missing`), so there is no amount. That is not zero. */
  | 'INCOMPLETE';

export type ApplicationStatus =
  | 'CANCELLED'
  /** Issued, resolved, finished: nothing is to be waited for. */
  | 'DONE'
  | 'IN_PROCESS'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'VERIFIED';

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

export type ClinicBookingStatus =
  | 'ARRIVED'
  | 'BOOKED'
  | 'CANCELLED';

export type ColumnChange =
  | 'GONE'
  | 'NEW'
  /** What stands in it is of another kind, such as text where numbers stood. */
  | 'RETYPED';

export type ComplaintParty =
  /** SiKesal's administrators at Diskominfo. */
  | 'ADMINISTRATOR'
  /** The OPD that has it. */
  | 'OPD'
  | 'REPORTER';

export type ComplaintStage =
  /** It waits for the OPD to do something. */
  | 'ACT'
  | 'OVER'
  /** It waits for the reporter's word on the answer. */
  | 'REPLY'
  /** The OPD has begun; it waits for an answer. */
  | 'RESOLVE'
  /** It waits to be verified. */
  | 'VERIFY';

export type ComplaintStatus =
  | 'IN_PROCESS'
  | 'NEW'
  | 'REJECTED'
  | 'RESOLVED'
  | 'VERIFIED';

export type DataRequestKind =
  | 'CORRECTION'
  | 'ERASURE'
  /** To leave the data alone, unused, for a time. */
  | 'RESTRICTION';

export type EmployeeKind =
  | 'PNS'
  | 'PPPK';

export type JobSeekerCardStatus =
  | 'ACTIVE'
  /** Set by a job in the night: look at `validUntil` as well. */
  | 'EXPIRED'
  /** The holder has found work. */
  | 'PLACED'
  | 'WITHDRAWN';

/** Why the law lets somebody see another's data (UU 27/2022 article 20), or that it is his own. */
export type LegalBasis =
  | 'CONSENT'
  | 'LEGAL_DUTY'
  | 'PUBLIC_TASK'
  | 'SELF'
  | 'VITAL_INTEREST';

export type LevyReportInput = {
  amountAsked: number;
  /** What the reporter takes for the official fee. The catalogue's own is added by the hub. */
  amountOfficial?: number | null | undefined;
  /** How Inspektorat can reach the reporter; only with SECRET and OPEN. */
  contact?: string | null | undefined;
  /** On which day; not in the future. */
  day: string;
  /** Chosen by the app, 20 to 100 letters, a UUID made when the form is opened: the same key with the same report gives the same receipt. */
  idempotencyKey: string;
  kind: LevyReportKind;
  /** Code of the OPD where it was asked for. */
  opd: string | number;
  /** At most 3, by the ids that `POST /levy-photos` gave; they wait for an hour. */
  photos?: Array<string | number> | null | undefined;
  /** Code of the service, as `services` gives it. */
  service?: string | number | null | undefined;
  /** 10 to 2,000 letters. */
  text: string;
};

export type LevyReportKind =
  /** Nobody knows who reports. */
  | 'ANONYMOUS'
  /** Inspektorat knows and may name the reporter to the OPD; needs the same log-in. */
  | 'OPEN'
  /** Inspektorat alone knows; needs the log-in of a citizen in one of the city's own applications. */
  | 'SECRET';

export type LevyState =
  /** Answered for good. */
  | 'CLOSED'
  /** Handed to whoever must act on it. */
  | 'FORWARDED'
  | 'IN_REVIEW'
  | 'RECEIVED';

export type LicenceStatus =
  | 'ISSUED'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'VERIFIED';

export type LinkHow =
  /** From a list of the agency. */
  | 'IMPORT'
  /** By an officer, at the counter. */
  | 'OFFICER'
  /** By the citizen, who knew number and fact. */
  | 'PROOF';

export type OperationArgument = {
  /** As the connector file names it, without the colon: `nik`. */
  name: string;
  value: string;
};

/** How far an application for a permit has come. */
export type PermitStatus =
  | 'IN_PROCESS'
  | 'ISSUED'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'VERIFIED';

export type SakipDocumentKind =
  | 'IKU'
  | 'LKJIP'
  | 'PERJANJIAN_KINERJA'
  | 'RENCANA_AKSI'
  | 'RENSTRA';

export type ServiceChannel =
  /** The citizen must meet an official. */
  | 'COUNTER'
  /** Done at home. */
  | 'ONLINE';

export type SocialProgramme =
  /** Bantuan Pangan Non-Tunai, food. */
  | 'BPNT'
  /** Health insurance paid by the state. */
  | 'PBI_JK'
  /** Programme Keluarga Harapan, cash for families. */
  | 'PKH';

/** How the hub came by a value. */
export type SourceMode =
  /** Taken from the hub's copy, because the OPD's system did not answer or is only read in the background. */
  | 'COPY'
  /** Asked of the OPD's own system while answering this query. */
  | 'LIVE';

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

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

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

export type KotaAlertFragment = { severity: AlertSeverity, metric: CityMetric | null, message: string, opd: { code: string, name: string } | null };

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


export type OpdConnectorsQuery = { opd: { code: string, connectors: Array<{ system: string, describe: string, file: string, text: string, protocols: Array<string>, streams: Array<string>, limits: Array<{ source: string, protocol: string, timeoutMs: number, concurrency: number, perMinute: number | null, perDay: number | null }>, operations: Array<{ name: string, isWrite: boolean, parameters: Array<string>, record: string | null }> }> | null } | null };

export type OpdDataRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpdDataRequestsQuery = { openDataRequests: Array<{ id: string, kind: DataRequestKind, askedOn: string, dueOn: string, overdue: boolean }> };

export type OpdTakeRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type OpdTakeRequestMutation = { takeDataRequest: { id: string } };

export type OpdTakenRequestQueryVariables = Exact<{ [key: string]: never; }>;


export type OpdTakenRequestQuery = { caseCitizen: { nik: string, dataRequests: Array<{ id: string, what: string | null }> | null } | null };

export type OpdAnswerRequestMutationVariables = Exact<{
  id: string | number;
  done: boolean;
  answer: string;
}>;


export type OpdAnswerRequestMutation = { answerDataRequest: { id: string } };

export type OpdCloseCaseMutationVariables = Exact<{
  id: string | number;
}>;


export type OpdCloseCaseMutation = { closeCase: { id: string } };

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

export type WargaLinksQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaLinksQuery = { me: { links: Array<{ id: string, kind: string, label: string, maskedValue: string | null, linkedOn: string, how: LinkHow, opd: { name: string } | null }> | null } | null, linkKinds: Array<{ kind: string, label: string, ask: string, opd: { name: string } | null }> };

export type WargaLinkAccountMutationVariables = Exact<{
  kind: string;
  number: string;
  fact: string;
}>;


export type WargaLinkAccountMutation = { linkAccount: { id: string } };

export type WargaUnlinkAccountMutationVariables = Exact<{
  id: string | number;
}>;


export type WargaUnlinkAccountMutation = { unlinkAccount: boolean };

export type WargaConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaConsentsQuery = { me: { consents: Array<{ id: string, app: string, scopes: Array<string>, purpose: string, givenOn: string, until: string, withdrawnOn: string | null, inForce: boolean }> | null } | null };

export type WargaWithdrawConsentMutationVariables = Exact<{
  id: string | number;
}>;


export type WargaWithdrawConsentMutation = { withdrawConsent: { id: string } };

export type WargaAccessLogQueryVariables = Exact<{
  after?: string | null | undefined;
  byOthers: boolean;
}>;


export type WargaAccessLogQuery = { me: { accessLog: { next: string | null, entries: Array<{ on: string, who: AccessActorKind, app: string | null, fields: Array<string>, purpose: string, basis: LegalBasis | null, shown: boolean, case: string | null, whoOpd: { name: string } | null, opd: { name: string } | null }> } | null } | null };

export type WargaMyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaMyDataQuery = { me: { myData: { generatedOn: string, json: string } | null } | null };

export type WargaDataRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaDataRequestsQuery = { me: { dataRequests: Array<{ id: string, kind: DataRequestKind, what: string | null, askedOn: string, dueOn: string, answeredOn: string | null, done: boolean | null, answer: string | null, overdue: boolean, opd: { name: string } | null }> | null } | null, opds: Array<{ code: string, name: string }> };

export type WargaRequestAboutDataMutationVariables = Exact<{
  kind: DataRequestKind;
  opd: string | number;
  what: string;
}>;


export type WargaRequestAboutDataMutation = { requestAboutData: { id: string } };

export type WargaApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaApplicationsQuery = { me: { applications: Array<{ id: string, stream: string, number: string, status: ApplicationStatus, submittedOn: string | null, charged: number | null, officialFee: number | null, overcharge: number | null, dueOn: string | null, overdue: boolean | null, timeline: Array<{ status: ApplicationStatus, on: string }>, service: { code: string | null, name: string }, opd: { code: string, name: string } | null, source: { mode: SourceMode, asOf: string } }> | null } | null, workingCalendar: { holidays: Array<{ on: string }> } };

export type WargaApplicationLiveQueryVariables = Exact<{
  after?: string | number | null | undefined;
}>;


export type WargaApplicationLiveQuery = { me: { applications: Array<{ id: string, permit: { status: PermitStatus | null, issuedOn: string | null, timeline: Array<{ status: PermitStatus | null, on: string | null, note: string | null }> | null, source: { mode: SourceMode, asOf: string } | null } | null, licence: { status: LicenceStatus | null, number: string | null, issuedOn: string | null, terms: Array<{ receivedOn: string | null, validUntil: string | null }> | null, source: { mode: SourceMode, asOf: string } | null } | null }> | null } | null };

export type WargaTaxBillsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaTaxBillsQuery = { me: { taxBills: Array<{ nop: string, year: number, principal: number | null, penalty: number | null, total: number | null, paid: boolean | null, dueOn: string | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaWaterQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaWaterQuery = { me: { waterConnections: Array<{ number: string, name: string | null, address: string | null, kelurahan: string | null, active: boolean | null, bills: Array<{ id: string, month: string, usage: number | null, penalty: number | null, total: number | null, paidOn: string | null }> | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaWaterOutagesQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaWaterOutagesQuery = { waterOutages: Array<{ kelurahan: string, from: string | null, until: string | null, reason: string | null }> | null };

export type WargaClinicBookingsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaClinicBookingsQuery = { me: { clinicBookings: Array<{ code: string, clinic: string | null, doctor: string | null, on: string | null, number: number | null, status: ClinicBookingStatus | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaQueueQuery = { me: { clinicBookings: Array<{ code: string, queue: { ahead: number | null, calling: string | null, waitSeconds: number | null, note: string | null } | null }> | null } | null };

export type WargaClinicsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaClinicsQuery = { clinics: Array<{ code: string, name: string | null, schedule: Array<{ doctorCode: string | null, doctor: string | null, day: Weekday | null, from: string | null, until: string | null, places: number | null }> | null }> | null, workingCalendar: { holidays: Array<{ on: string, name: string }> } };

export type WargaBookQueueTicketMutationVariables = Exact<{
  key: string;
  clinic: string;
  doctor: string;
  on: string;
  hours: string;
  phone: string;
  recordNumber?: string | null | undefined;
}>;


export type WargaBookQueueTicketMutation = { bookQueueTicket: { id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> } };

export type WargaComplaintsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaComplaintsQuery = { me: { complaints: Array<{ id: string, title: string | null, category: string | null, status: ComplaintStatus | null, reportedOn: string | null, answeredOn: string | null, closedOn: string | null, answer: string | null, opd: { name: string } | null, deadlines: { stage: ComplaintStage, isOverdue: boolean, closesOn: string | null, waitingFor: ComplaintParty | null } | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaFileComplaintMutationVariables = Exact<{
  key: string;
  title: string;
  text: string;
  category: string;
  attachments?: Array<string | number> | string | number | null | undefined;
}>;


export type WargaFileComplaintMutation = { fileComplaint: { id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> } };

export type WargaReplyToComplaintMutationVariables = Exact<{
  key: string;
  complaint: string | number;
  isSatisfied: boolean;
  text?: string | null | undefined;
}>;


export type WargaReplyToComplaintMutation = { replyToComplaint: { id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> } };

export type WargaAllowanceQueryVariables = Exact<{
  month: string;
}>;


export type WargaAllowanceQuery = { me: { tpp: { state: AllowanceState, ceiling: number | null, amount: number | null, paid: number | null, paidOn: string | null, discrepancy: number | null, isConfirmed: boolean, computedOn: string, rule: { name: string, isDefault: boolean } | null, lines: Array<{ rule: string, base: number, percent: number, amount: number, evidence: string }>, missing: Array<{ input: string, detail: string }> } | null } | null };

export type WargaReportingQueryVariables = Exact<{
  month: string;
  year: number;
}>;


export type WargaReportingQuery = { me: { reportingCalendar: Array<{ on: string, activities: number }> | null } | null, workingCalendar: { holidays: Array<{ on: string, name: string }> } };

export type WargaSubmitActivityMutationVariables = Exact<{
  key: string;
  on: string;
  description: string;
  count: number;
  output: string;
  minutes: number;
}>;


export type WargaSubmitActivityMutation = { submitDailyActivity: { id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> } };

export type WargaIdentityQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaIdentityQuery = { me: { name: string | null, birthDate: string | null, address: { street: string | null, rt: string | null, rw: string | null, kelurahan: string | null, kecamatan: string | null } | null, identitySource: { mode: SourceMode, asOf: string } | null } | null };

export type WargaPermitsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaPermitsQuery = { me: { permits: Array<{ id: string, service: string | null, status: PermitStatus | null, submittedOn: string | null, issuedOn: string | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaLicencesQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaLicencesQuery = { me: { licences: Array<{ id: string, number: string | null, service: string | null, status: LicenceStatus | null, issuedOn: string | null, businessName: string | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaBusinessesQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaBusinessesQuery = { me: { businesses: Array<{ nib: string, name: string | null, registeredOn: string | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaVehiclesQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaVehiclesQuery = { me: { inspectedVehicles: Array<{ testNumber: string, plate: string | null, make: string | null, inspections: Array<{ id: string, on: string | null, passed: boolean | null, validUntil: string | null }> | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaJobCardsQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaJobCardsQuery = { me: { jobSeekerCards: Array<{ number: string, education: string | null, status: JobSeekerCardStatus | null, validUntil: string | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaSocialAidQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaSocialAidQuery = { me: { socialAid: Array<{ programme: SocialProgramme | null, period: string | null, source: { mode: SourceMode, asOf: string } | null }> | null } | null };

export type WargaEmploymentQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaEmploymentQuery = { me: { employment: { position: string | null, unit: string | null, grade: number | null, kind: EmployeeKind | null, opd: { name: string } | null, source: { mode: SourceMode, asOf: string } | null } | null } | null };

export type WargaBerandaQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaBerandaQuery = { me: { applications: Array<{ id: string, stream: string, number: string, status: ApplicationStatus, submittedOn: string | null, charged: number | null, officialFee: number | null, overcharge: number | null, dueOn: string | null, overdue: boolean | null, service: { code: string | null, name: string }, opd: { code: string, name: string } | null, source: { mode: SourceMode, asOf: string } }> | null, submissions: { entries: Array<{ id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> }> } | null, links: Array<{ kind: string }> | null, accessLog: { entries: Array<{ on: string, shown: boolean }> } | null } | null, workingCalendar: { holidays: Array<{ on: string }> } };

export type WargaApplicationFragment = { id: string, stream: string, number: string, status: ApplicationStatus, submittedOn: string | null, charged: number | null, officialFee: number | null, overcharge: number | null, dueOn: string | null, overdue: boolean | null, service: { code: string | null, name: string }, opd: { code: string, name: string } | null, source: { mode: SourceMode, asOf: string } };

export type WargaSubmissionStateFragment = { id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> };

export type WargaLevyChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type WargaLevyChoicesQuery = { opds: Array<{ code: string, name: string, services: Array<{ code: string, name: string }> }> };

export type WargaReportLevyMutationVariables = Exact<{
  input: LevyReportInput;
}>;


export type WargaReportLevyMutation = { reportLevy: { receipt: string } };

export type WargaLevyReportQueryVariables = Exact<{
  receipt: string;
}>;


export type WargaLevyReportQuery = { levyReport: { state: LevyState, answer: string | null, opd: { name: string }, service: { name: string } | null, steps: Array<{ state: LevyState, on: string }> } | null };

export type WargaServicesQueryVariables = Exact<{
  words?: string | null | undefined;
  opd?: string | null | undefined;
}>;


export type WargaServicesQuery = { services: Array<{ code: string, name: string, about: string, opd: { code: string, name: string }, codes: Array<{ system: string, code: string }>, standard: { isDefault: boolean, days: number | null, officialFee: number | null, digital: { isFullyDigital: boolean } } | null }> };

export type WargaServiceQueryVariables = Exact<{
  code: string;
}>;


export type WargaServiceQuery = { service: { code: string, name: string, about: string, opd: { code: string, name: string }, codes: Array<{ system: string, code: string }>, standard: { isDefault: boolean, requirements: Array<string>, days: number | null, officialFee: number | null, product: string, complaints: string, basis: Array<string>, note: string | null, steps: Array<{ name: string, channel: ServiceChannel }>, digital: { isFullyDigital: boolean } } | null } | null };

export type WargaApplyForPermitMutationVariables = Exact<{
  key: string;
  service: string;
  location: string;
  description: string;
  businessName?: string | null | undefined;
}>;


export type WargaApplyForPermitMutation = { applyForPermit: { id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> } };

export type WargaSubmissionQueryVariables = Exact<{
  id: string | number;
}>;


export type WargaSubmissionQuery = { me: { submission: { id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> } | null } | null };

export type WargaSubmissionsQueryVariables = Exact<{
  after?: string | number | null | undefined;
}>;


export type WargaSubmissionsQuery = { me: { submissions: { next: string | null, entries: Array<{ id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> }> } | null } | null };

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
export const KotaAlertFragmentDoc = new TypedDocumentString(`
    fragment KotaAlert on CityAlert {
  severity
  metric
  opd {
    code
    name
  }
  message
}
    `, {"fragmentName":"KotaAlert"}) as unknown as TypedDocumentString<KotaAlertFragment, unknown>;
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
export const WargaApplicationFragmentDoc = new TypedDocumentString(`
    fragment WargaApplication on Application {
  id
  stream
  number
  service {
    code
    name
  }
  opd {
    code
    name
  }
  status
  submittedOn
  charged
  officialFee
  overcharge
  dueOn
  overdue
  source {
    mode
    asOf
  }
}
    `, {"fragmentName":"WargaApplication"}) as unknown as TypedDocumentString<WargaApplicationFragment, unknown>;
export const WargaSubmissionStateFragmentDoc = new TypedDocumentString(`
    fragment WargaSubmissionState on Submission {
  id
  kind
  opd {
    name
  }
  state
  receipt
  reason
  acceptedOn
  deliveredOn
  timeline {
    state
    on
  }
}
    `, {"fragmentName":"WargaSubmissionState"}) as unknown as TypedDocumentString<WargaSubmissionStateFragment, unknown>;
export const BerandaHubDocument = {"__meta__":{"hash":"sha256:02b7660a05978aec52a63cbbfbca72309ff19e6a7253871735ebb7f57bc5d846"}} as unknown as TypedDocumentString<BerandaHubQuery, BerandaHubQueryVariables>;
export const KotaBasisDocument = {"__meta__":{"hash":"sha256:15f62285f1c355cf14de5b0a8942abbd3cc1869d16e2cceaa461ca9d512a09c2"}} as unknown as TypedDocumentString<KotaBasisQuery, KotaBasisQueryVariables>;
export const KotaOpdBasisDocument = {"__meta__":{"hash":"sha256:039c1fa39576eef6ff1d7fb890ad7713c578734e824c8bcb44d5ba911acbcae1"}} as unknown as TypedDocumentString<KotaOpdBasisQuery, KotaOpdBasisQueryVariables>;
export const KotaBoardDocument = {"__meta__":{"hash":"sha256:5e2cfa04d036767b2f7c807a60961e0026eea5c2b9adf9e21d9c015da152a2bb"}} as unknown as TypedDocumentString<KotaBoardQuery, KotaBoardQueryVariables>;
export const KotaTrendsDocument = {"__meta__":{"hash":"sha256:c1fdfccc71b7a714ef20764a90efac157e28513dc8af3ad6a3d93ca4a084b291"}} as unknown as TypedDocumentString<KotaTrendsQuery, KotaTrendsQueryVariables>;
export const KotaYearsDocument = {"__meta__":{"hash":"sha256:3332093190b2b395fd57f39e54d3d0e9b7e3b5433e92fa4007ca5229297cdf06"}} as unknown as TypedDocumentString<KotaYearsQuery, KotaYearsQueryVariables>;
export const KotaOpdDocument = {"__meta__":{"hash":"sha256:6b58c4a7f6df7b75f69d6ec74defc54d92ec74438909c320eb6bc6d3f5cd4249"}} as unknown as TypedDocumentString<KotaOpdQuery, KotaOpdQueryVariables>;
export const KotaOpdSystemsDocument = {"__meta__":{"hash":"sha256:fc4a5c659f81f5b52613b45ab7c588b39c8229d8cbe06a770092b368ad952507"}} as unknown as TypedDocumentString<KotaOpdSystemsQuery, KotaOpdSystemsQueryVariables>;
export const KotaOpdSakipDocument = {"__meta__":{"hash":"sha256:df84ebdba47cd0d7b60db3d5e864c62d6f7e12512bc37ab7c075166f957adefc"}} as unknown as TypedDocumentString<KotaOpdSakipQuery, KotaOpdSakipQueryVariables>;
export const KotaServiceDocument = {"__meta__":{"hash":"sha256:e7e0199d38cda31942e42c1deb180f0489728ac86302d168cac3db53fb542bf5"}} as unknown as TypedDocumentString<KotaServiceQuery, KotaServiceQueryVariables>;
export const OpdChoicesDocument = {"__meta__":{"hash":"sha256:1da8e55444781d491ec2ddd08da489f82bfcd5f40561330464c0d4cf12829c03"}} as unknown as TypedDocumentString<OpdChoicesQuery, OpdChoicesQueryVariables>;
export const OpdDeskDocument = {"__meta__":{"hash":"sha256:7344b8c002101d86bd7a7a9b4b2d005c6e9ecd3f49b5050c62b73715b5cc4fd1"}} as unknown as TypedDocumentString<OpdDeskQuery, OpdDeskQueryVariables>;
export const OpdStreamDocument = {"__meta__":{"hash":"sha256:e251761db1c11b9717cd328dd64e3b88f75609438a9b363415a19f76819dbe8c"}} as unknown as TypedDocumentString<OpdStreamQuery, OpdStreamQueryVariables>;
export const OpdQuarantineDocument = {"__meta__":{"hash":"sha256:2c209ef26d672216a9fc8e03e1c5634d7d80cf49bd386fa2b7d023f0261dddee"}} as unknown as TypedDocumentString<OpdQuarantineQuery, OpdQuarantineQueryVariables>;
export const OpdRunDocument = {"__meta__":{"hash":"sha256:e0083195a4021dbda2c50d6c2e64eb2b54bcd0fe2ab5994131223ac5c7ad3dc4"}} as unknown as TypedDocumentString<OpdRunMutation, OpdRunMutationVariables>;
export const OpdPauseDocument = {"__meta__":{"hash":"sha256:d7c81e611235c4cef7e7f5b5bfe46248c5f24f3c58c0d0cd315b57b1688b7b9a"}} as unknown as TypedDocumentString<OpdPauseMutation, OpdPauseMutationVariables>;
export const OpdResumeDocument = {"__meta__":{"hash":"sha256:6ed95c8df7c82072ff6280a31a992e061b666eecc3c48ff470957f40f18ff51d"}} as unknown as TypedDocumentString<OpdResumeMutation, OpdResumeMutationVariables>;
export const OpdReplayDocument = {"__meta__":{"hash":"sha256:575bc90c02ffc5e411274fd7d318dc6f040eb49bde005c556f91c14812e35275"}} as unknown as TypedDocumentString<OpdReplayMutation, OpdReplayMutationVariables>;
export const OpdConnectorsDocument = {"__meta__":{"hash":"sha256:1d60b0e99d3fc1c0049f998affa985e4814029a40403d33c5247d225e96f40f3"}} as unknown as TypedDocumentString<OpdConnectorsQuery, OpdConnectorsQueryVariables>;
export const OpdDataRequestsDocument = {"__meta__":{"hash":"sha256:7d41672efa7bdb2c82755fdde09836687a387673fd2acb2cb4d5280a42af5918"}} as unknown as TypedDocumentString<OpdDataRequestsQuery, OpdDataRequestsQueryVariables>;
export const OpdTakeRequestDocument = {"__meta__":{"hash":"sha256:b36a4f8e383076401da61a0581b7751bc1d6fb4aff11c0464c57ed49388b4bb7"}} as unknown as TypedDocumentString<OpdTakeRequestMutation, OpdTakeRequestMutationVariables>;
export const OpdTakenRequestDocument = {"__meta__":{"hash":"sha256:2dcd5b87e8ddafdc431ca5d2f647f4cd2ee14523ed1e6696df1575e5c9a52261"}} as unknown as TypedDocumentString<OpdTakenRequestQuery, OpdTakenRequestQueryVariables>;
export const OpdAnswerRequestDocument = {"__meta__":{"hash":"sha256:6f7b7b5e043848767265ca76baacbc5d14942f6ee3a59546afde25e72c4eca1e"}} as unknown as TypedDocumentString<OpdAnswerRequestMutation, OpdAnswerRequestMutationVariables>;
export const OpdCloseCaseDocument = {"__meta__":{"hash":"sha256:2bd92af734d53308fba85c2d797cc96af8e33832c128ab5eec02f15512a8c5cf"}} as unknown as TypedDocumentString<OpdCloseCaseMutation, OpdCloseCaseMutationVariables>;
export const OpdOutboxDocument = {"__meta__":{"hash":"sha256:6d70e13f93b8e6a29a26b4dca69fc19738b43a2796dbb217fa46396c30050635"}} as unknown as TypedDocumentString<OpdOutboxQuery, OpdOutboxQueryVariables>;
export const OpdResolveDocument = {"__meta__":{"hash":"sha256:70749f58347f0d283a7c5fad2767920257c8c2d7b58a223a265218827ba4919e"}} as unknown as TypedDocumentString<OpdResolveMutation, OpdResolveMutationVariables>;
export const OpdTryDocument = {"__meta__":{"hash":"sha256:697629047f10449eb0dd61d9a27c3e0704f88f0c55ea89badc2f8ff650d0aaf5"}} as unknown as TypedDocumentString<OpdTryMutation, OpdTryMutationVariables>;
export const PengembangErrorCodesDocument = {"__meta__":{"hash":"sha256:f0f344d8f6e1f011f19a6172564c1aa79441244862116140f8a5538353712785"}} as unknown as TypedDocumentString<PengembangErrorCodesQuery, PengembangErrorCodesQueryVariables>;
export const PengembangSchemaDocument = {"__meta__":{"hash":"sha256:c0c61d257cbd3d7810e6a127bf7888d7aacc7518df69fd2f2f56423ca8778d7b"}} as unknown as TypedDocumentString<PengembangSchemaQuery, PengembangSchemaQueryVariables>;
export const WargaLinksDocument = {"__meta__":{"hash":"sha256:fbb377c88a9bff7c05ce276a9004b5f0470864381f32d5b00ea988773f655fe0"}} as unknown as TypedDocumentString<WargaLinksQuery, WargaLinksQueryVariables>;
export const WargaLinkAccountDocument = {"__meta__":{"hash":"sha256:739bf7f1f3aa2efa1fa64ecf4a46461c7db688d4680f63b0e8bab5c6f06bf2e0"}} as unknown as TypedDocumentString<WargaLinkAccountMutation, WargaLinkAccountMutationVariables>;
export const WargaUnlinkAccountDocument = {"__meta__":{"hash":"sha256:a5a68065c77111343c8df670a8c7df26ff2c58b6a0952584dedaa4e8fafcd443"}} as unknown as TypedDocumentString<WargaUnlinkAccountMutation, WargaUnlinkAccountMutationVariables>;
export const WargaConsentsDocument = {"__meta__":{"hash":"sha256:3f9904ec2556d42a1566cd081125c2a2d9aa44a1d4299f8dd7ae4e5442b60314"}} as unknown as TypedDocumentString<WargaConsentsQuery, WargaConsentsQueryVariables>;
export const WargaWithdrawConsentDocument = {"__meta__":{"hash":"sha256:f14acf4f1c0f894d890d964a10dcf5f151546c3207581859f8ad331f39fd2269"}} as unknown as TypedDocumentString<WargaWithdrawConsentMutation, WargaWithdrawConsentMutationVariables>;
export const WargaAccessLogDocument = {"__meta__":{"hash":"sha256:3e8defa161d95ff1715217494297c01aa9a9e6a9451abb8ce35a4d22280f08e9"}} as unknown as TypedDocumentString<WargaAccessLogQuery, WargaAccessLogQueryVariables>;
export const WargaMyDataDocument = {"__meta__":{"hash":"sha256:c4159fba278dae06d42fd9a2614889b97d9e7eaddcc8df4bfc42b1681b65adab"}} as unknown as TypedDocumentString<WargaMyDataQuery, WargaMyDataQueryVariables>;
export const WargaDataRequestsDocument = {"__meta__":{"hash":"sha256:8aee32b496abb589ba44dcb25ec1a03b5faa670aaf2a7c2c9f4877d23ac94f51"}} as unknown as TypedDocumentString<WargaDataRequestsQuery, WargaDataRequestsQueryVariables>;
export const WargaRequestAboutDataDocument = {"__meta__":{"hash":"sha256:bb615c25a2cf3557b5c7c941b49942ac921f21a0e479dd14d2c270b7ac4361d0"}} as unknown as TypedDocumentString<WargaRequestAboutDataMutation, WargaRequestAboutDataMutationVariables>;
export const WargaApplicationsDocument = {"__meta__":{"hash":"sha256:4e2dd57b487ea4f56db114a3609c9125cfd877e10e61bd57aad6773cdcf609b7"}} as unknown as TypedDocumentString<WargaApplicationsQuery, WargaApplicationsQueryVariables>;
export const WargaApplicationLiveDocument = {"__meta__":{"hash":"sha256:65cbbbe158a8c468224fb0c41ac7df5d1a10c55e5cf5859e8232b7d10676c7fe"}} as unknown as TypedDocumentString<WargaApplicationLiveQuery, WargaApplicationLiveQueryVariables>;
export const WargaTaxBillsDocument = {"__meta__":{"hash":"sha256:cc12f6f7a6a7aae56e35141bb546bc9c22802783f9839bb397b93443e2e1aec4"}} as unknown as TypedDocumentString<WargaTaxBillsQuery, WargaTaxBillsQueryVariables>;
export const WargaWaterDocument = {"__meta__":{"hash":"sha256:90268792947e14083defc75d9493e007a8cfc78a9dc33b1130421928d8179b71"}} as unknown as TypedDocumentString<WargaWaterQuery, WargaWaterQueryVariables>;
export const WargaWaterOutagesDocument = {"__meta__":{"hash":"sha256:ae2add3ea51311c7d58968f68c64631d353fb783944b0c45bc1fcc5e2f6886b0"}} as unknown as TypedDocumentString<WargaWaterOutagesQuery, WargaWaterOutagesQueryVariables>;
export const WargaClinicBookingsDocument = {"__meta__":{"hash":"sha256:d9b5f601fed6ea3146b4bcd141f351c3191c63baf6c9ca40a4ac07a721f9fa32"}} as unknown as TypedDocumentString<WargaClinicBookingsQuery, WargaClinicBookingsQueryVariables>;
export const WargaQueueDocument = {"__meta__":{"hash":"sha256:ee313a53603c7850408133eab321bc0d92b36dbd872aed6d11ff79dfeeb09be5"}} as unknown as TypedDocumentString<WargaQueueQuery, WargaQueueQueryVariables>;
export const WargaClinicsDocument = {"__meta__":{"hash":"sha256:1045b686aabe55ee2b04226371b5e66367b5991919680cc2a58c115392a3c1d3"}} as unknown as TypedDocumentString<WargaClinicsQuery, WargaClinicsQueryVariables>;
export const WargaBookQueueTicketDocument = {"__meta__":{"hash":"sha256:5add571513b6b346022461c85dde063cac5e7509690389adfa49a5d11e7b6daf"}} as unknown as TypedDocumentString<WargaBookQueueTicketMutation, WargaBookQueueTicketMutationVariables>;
export const WargaComplaintsDocument = {"__meta__":{"hash":"sha256:e83e06faf5c0890aea39924568b282bed4c76fd61cd39ca71e1964bd92c76dff"}} as unknown as TypedDocumentString<WargaComplaintsQuery, WargaComplaintsQueryVariables>;
export const WargaFileComplaintDocument = {"__meta__":{"hash":"sha256:f5de85fb385997fc073276e6d121079bc16e9a5d5281993177f4d4c84c7e4d59"}} as unknown as TypedDocumentString<WargaFileComplaintMutation, WargaFileComplaintMutationVariables>;
export const WargaReplyToComplaintDocument = {"__meta__":{"hash":"sha256:ee3ebe43309da2c6e4c99c55aede4db13d20f6fbab78a0100cc166b43f7de304"}} as unknown as TypedDocumentString<WargaReplyToComplaintMutation, WargaReplyToComplaintMutationVariables>;
export const WargaAllowanceDocument = {"__meta__":{"hash":"sha256:de0823eba056426c2212668d6eadd7313d4089af7ac30536d6d2743345a0627b"}} as unknown as TypedDocumentString<WargaAllowanceQuery, WargaAllowanceQueryVariables>;
export const WargaReportingDocument = {"__meta__":{"hash":"sha256:9c1efa480fb45d3e1b887e68d1cf2a8918a4e557917074326e8a6401d26f2af0"}} as unknown as TypedDocumentString<WargaReportingQuery, WargaReportingQueryVariables>;
export const WargaSubmitActivityDocument = {"__meta__":{"hash":"sha256:d03824de58863238347f0531fc8b5dc8d723b400da7d233bffd79a256ded7f83"}} as unknown as TypedDocumentString<WargaSubmitActivityMutation, WargaSubmitActivityMutationVariables>;
export const WargaIdentityDocument = {"__meta__":{"hash":"sha256:97b6f9aab0bfa9d22c1b5067bda6aba0236c648771ff368665d486e4801bf4c7"}} as unknown as TypedDocumentString<WargaIdentityQuery, WargaIdentityQueryVariables>;
export const WargaPermitsDocument = {"__meta__":{"hash":"sha256:e8de552eabe3b6039e14decc36b6d02962b58bb9f47094231b996e844e5ae21a"}} as unknown as TypedDocumentString<WargaPermitsQuery, WargaPermitsQueryVariables>;
export const WargaLicencesDocument = {"__meta__":{"hash":"sha256:4973cfc703fbc606d5cc440843b604d4f566e30e27de96922d1a81f7ea747592"}} as unknown as TypedDocumentString<WargaLicencesQuery, WargaLicencesQueryVariables>;
export const WargaBusinessesDocument = {"__meta__":{"hash":"sha256:4110fd6f572dac69c7434ad5bd3342c94c15e4196db6e277338ab2260ad2d2c3"}} as unknown as TypedDocumentString<WargaBusinessesQuery, WargaBusinessesQueryVariables>;
export const WargaVehiclesDocument = {"__meta__":{"hash":"sha256:932383b2770faf1bd032719c7066409a3547814fee03a096faa89c630783500f"}} as unknown as TypedDocumentString<WargaVehiclesQuery, WargaVehiclesQueryVariables>;
export const WargaJobCardsDocument = {"__meta__":{"hash":"sha256:72392b6889580a55363aaeb5b26481b416e99060a9ca87bbbf4b6fa9d1711fb2"}} as unknown as TypedDocumentString<WargaJobCardsQuery, WargaJobCardsQueryVariables>;
export const WargaSocialAidDocument = {"__meta__":{"hash":"sha256:4a3296d2d5b96772eb75a774bb07aa7cff17e685ef880428e3a29ddfe2d6ad07"}} as unknown as TypedDocumentString<WargaSocialAidQuery, WargaSocialAidQueryVariables>;
export const WargaEmploymentDocument = {"__meta__":{"hash":"sha256:a65850d590aa2145c96b292944878d4fff3385b2840c852c8df9949e2d1718ee"}} as unknown as TypedDocumentString<WargaEmploymentQuery, WargaEmploymentQueryVariables>;
export const WargaBerandaDocument = {"__meta__":{"hash":"sha256:d375ed7871b41e45a9069aa749cea86f858ff6e9266556f383b76ce3799fbd6e"}} as unknown as TypedDocumentString<WargaBerandaQuery, WargaBerandaQueryVariables>;
export const WargaLevyChoicesDocument = {"__meta__":{"hash":"sha256:3f431583959dce885aaa42e6afaca5004c598ec8cd330769e07ab45ff9d4850c"}} as unknown as TypedDocumentString<WargaLevyChoicesQuery, WargaLevyChoicesQueryVariables>;
export const WargaReportLevyDocument = {"__meta__":{"hash":"sha256:5b93ea87f1756e95ad9426f306c8dd240a69becc2e3cf5f4516a7fa79d111213"}} as unknown as TypedDocumentString<WargaReportLevyMutation, WargaReportLevyMutationVariables>;
export const WargaLevyReportDocument = {"__meta__":{"hash":"sha256:7fb179f32aed033a796b2cbd6ed5cafd9c7a9200a3e12c7a09c46f3bb3e57641"}} as unknown as TypedDocumentString<WargaLevyReportQuery, WargaLevyReportQueryVariables>;
export const WargaServicesDocument = {"__meta__":{"hash":"sha256:76e6829293c3f1f045790f921c92a9fec23d0945bf5d9df114b7c6a907f5864f"}} as unknown as TypedDocumentString<WargaServicesQuery, WargaServicesQueryVariables>;
export const WargaServiceDocument = {"__meta__":{"hash":"sha256:087dcdae83a7b69264bb5ffa65bffba587425a67681e18c1adbc3191bfe0ec86"}} as unknown as TypedDocumentString<WargaServiceQuery, WargaServiceQueryVariables>;
export const WargaApplyForPermitDocument = {"__meta__":{"hash":"sha256:ad52c43fd663481d00e7da98f075d65b0cf9b57116a2fce7d1189090f9255dff"}} as unknown as TypedDocumentString<WargaApplyForPermitMutation, WargaApplyForPermitMutationVariables>;
export const WargaSubmissionDocument = {"__meta__":{"hash":"sha256:00d5181ec3819530997be19326dd00f1a4864d951f0e20be21f385e329e4a536"}} as unknown as TypedDocumentString<WargaSubmissionQuery, WargaSubmissionQueryVariables>;
export const WargaSubmissionsDocument = {"__meta__":{"hash":"sha256:cf58096904355bc177170ad463b15723bd4c3abf904420c6388e97023432074b"}} as unknown as TypedDocumentString<WargaSubmissionsQuery, WargaSubmissionsQueryVariables>;