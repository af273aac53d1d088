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

export type ClinicBookingStatus =
  | 'ARRIVED'
  | 'BOOKED'
  | 'CANCELLED';

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

/** How far an application for a permit has come. */
export type PermitStatus =
  | 'IN_PROCESS'
  | 'ISSUED'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'VERIFIED';

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


export type WargaBerandaQuery = { me: { applications: Array<{ id: string, stream: string, number: string, status: ApplicationStatus, submittedOn: string | null, charged: number | null, officialFee: number | null, overcharge: number | null, dueOn: string | null, overdue: boolean | null, service: { code: string | null, name: string }, opd: { code: string, name: string } | null, source: { mode: SourceMode, asOf: string } }> | null, submissions: { entries: Array<{ id: string, kind: string, state: SubmissionState, receipt: string | null, reason: string | null, acceptedOn: string, deliveredOn: string | null, opd: { name: string } | null, timeline: Array<{ state: SubmissionState, on: string }> }> } | null, links: Array<{ kind: string }> | null, accessLog: { entries: Array<{ on: string, who: AccessActorKind, shown: boolean }> } | null } | null, workingCalendar: { holidays: Array<{ on: string }> } };

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
export const PengembangErrorCodesDocument = {"__meta__":{"hash":"sha256:f0f344d8f6e1f011f19a6172564c1aa79441244862116140f8a5538353712785"}} as unknown as TypedDocumentString<PengembangErrorCodesQuery, PengembangErrorCodesQueryVariables>;
export const PengembangSchemaDocument = {"__meta__":{"hash":"sha256:c0c61d257cbd3d7810e6a127bf7888d7aacc7518df69fd2f2f56423ca8778d7b"}} as unknown as TypedDocumentString<PengembangSchemaQuery, PengembangSchemaQueryVariables>;
export const WargaLinksDocument = {"__meta__":{"hash":"sha256:fbb377c88a9bff7c05ce276a9004b5f0470864381f32d5b00ea988773f655fe0"}} as unknown as TypedDocumentString<WargaLinksQuery, WargaLinksQueryVariables>;
export const WargaLinkAccountDocument = {"__meta__":{"hash":"sha256:739bf7f1f3aa2efa1fa64ecf4a46461c7db688d4680f63b0e8bab5c6f06bf2e0"}} as unknown as TypedDocumentString<WargaLinkAccountMutation, WargaLinkAccountMutationVariables>;
export const WargaUnlinkAccountDocument = {"__meta__":{"hash":"sha256:a5a68065c77111343c8df670a8c7df26ff2c58b6a0952584dedaa4e8fafcd443"}} as unknown as TypedDocumentString<WargaUnlinkAccountMutation, WargaUnlinkAccountMutationVariables>;
export const WargaConsentsDocument = {"__meta__":{"hash":"sha256:3f9904ec2556d42a1566cd081125c2a2d9aa44a1d4299f8dd7ae4e5442b60314"}} as unknown as TypedDocumentString<WargaConsentsQuery, WargaConsentsQueryVariables>;
export const WargaWithdrawConsentDocument = {"__meta__":{"hash":"sha256:f14acf4f1c0f894d890d964a10dcf5f151546c3207581859f8ad331f39fd2269"}} as unknown as TypedDocumentString<WargaWithdrawConsentMutation, WargaWithdrawConsentMutationVariables>;
export const WargaAccessLogDocument = {"__meta__":{"hash":"sha256:339a98110a8b084b3430c2a491cf1c9fe9c686317251c863b3ca83d74703c873"}} as unknown as TypedDocumentString<WargaAccessLogQuery, WargaAccessLogQueryVariables>;
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
export const WargaBerandaDocument = {"__meta__":{"hash":"sha256:5a8c81053d632c27a34620e81dcbb97e67533e82e4099749000af69a7ae6723d"}} as unknown as TypedDocumentString<WargaBerandaQuery, WargaBerandaQueryVariables>;
export const WargaLevyChoicesDocument = {"__meta__":{"hash":"sha256:3f431583959dce885aaa42e6afaca5004c598ec8cd330769e07ab45ff9d4850c"}} as unknown as TypedDocumentString<WargaLevyChoicesQuery, WargaLevyChoicesQueryVariables>;
export const WargaReportLevyDocument = {"__meta__":{"hash":"sha256:5b93ea87f1756e95ad9426f306c8dd240a69becc2e3cf5f4516a7fa79d111213"}} as unknown as TypedDocumentString<WargaReportLevyMutation, WargaReportLevyMutationVariables>;
export const WargaLevyReportDocument = {"__meta__":{"hash":"sha256:7fb179f32aed033a796b2cbd6ed5cafd9c7a9200a3e12c7a09c46f3bb3e57641"}} as unknown as TypedDocumentString<WargaLevyReportQuery, WargaLevyReportQueryVariables>;
export const WargaServicesDocument = {"__meta__":{"hash":"sha256:76e6829293c3f1f045790f921c92a9fec23d0945bf5d9df114b7c6a907f5864f"}} as unknown as TypedDocumentString<WargaServicesQuery, WargaServicesQueryVariables>;
export const WargaServiceDocument = {"__meta__":{"hash":"sha256:087dcdae83a7b69264bb5ffa65bffba587425a67681e18c1adbc3191bfe0ec86"}} as unknown as TypedDocumentString<WargaServiceQuery, WargaServiceQueryVariables>;
export const WargaApplyForPermitDocument = {"__meta__":{"hash":"sha256:ad52c43fd663481d00e7da98f075d65b0cf9b57116a2fce7d1189090f9255dff"}} as unknown as TypedDocumentString<WargaApplyForPermitMutation, WargaApplyForPermitMutationVariables>;
export const WargaSubmissionDocument = {"__meta__":{"hash":"sha256:00d5181ec3819530997be19326dd00f1a4864d951f0e20be21f385e329e4a536"}} as unknown as TypedDocumentString<WargaSubmissionQuery, WargaSubmissionQueryVariables>;
export const WargaSubmissionsDocument = {"__meta__":{"hash":"sha256:cf58096904355bc177170ad463b15723bd4c3abf904420c6388e97023432074b"}} as unknown as TypedDocumentString<WargaSubmissionsQuery, WargaSubmissionsQueryVariables>;