import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CitizenEntity } from '../citizen.ts';
import type { HubSelf } from '../hub/resolvers.ts';
import type { RegisteredOpd } from '../registry/opd-registry.ts';
import type { ShownSubmission } from '../submissions/submissions.ts';
import type { ShownRequest } from '../privacy/data-requests.ts';
import type { ShownApplication } from '../applications/applications.ts';
import type { KeyedComplaint } from '../complaints/resolvers.ts';
import type { RequiredYear, RequiredDocumentSet, RequiredIndicator, RequiredEvaluation } from '../sakip/required.ts';
import type { ShownAllowance } from '../tpp/describe-allowance.ts';
import type { ShownCity } from '../status/resolvers.ts';
import type { ShownStatus } from '../status/describe-status.ts';
import type { Service as CatalogueService } from '../services/service.ts';
import type { ShownStream } from '../sync/resolvers.ts';
import type { SubgraphContext } from '../../subgraph/index.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day in Asia/Jakarta, `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /** An instant with its offset, ISO 8601, for example `2026-11-24T08:15:00+07:00`. */
  DateTime: { input: string; output: string; }
  /** A calendar month, `YYYY-MM`. */
  Month: { input: string; output: string; }
  /** Nomor Induk Kependudukan: 16 digits of text, never a number. Refused on GET, so that it is never part of a URL. */
  NIK: { input: string; output: string; }
  /** Text that is personal data, such as a name that is to be compared. Refused on GET, so that it is never part of a URL. */
  PersonalText: { input: string; output: string; }
  /** An amount of money in whole rupiah: a JSON integer that may exceed 32 bits. */
  Rupiah: { input: number; output: number; }
};

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

/** What somebody has seen of one agency's records of the citizen. */
export type AccessLogEntry = {
  __typename?: 'AccessLogEntry';
  /** The application that it was shown in. */
  app?: Maybe<Scalars['String']['output']>;
  /** Null for what was refused: nothing made it lawful. */
  basis?: Maybe<LegalBasis>;
  /** The case or break-glass that it happened under. */
  case?: Maybe<Scalars['ID']['output']>;
  /** Types of records (`Permit`) and single fields (`Citizen.name`). */
  fields: Array<Scalars['String']['output']>;
  on: Scalars['DateTime']['output'];
  /** The agency whose records they are; null for the hub's own. */
  opd?: Maybe<Opd>;
  purpose: Scalars['String']['output'];
  /** Whether it was shown or refused. */
  shown: Scalars['Boolean']['output'];
  who: AccessActorKind;
  /** The OPD that he works for. */
  whoOpd?: Maybe<Opd>;
};

export type AccessLogPage = {
  __typename?: 'AccessLogPage';
  entries: Array<AccessLogEntry>;
  /** Where the next page begins; null on the last. */
  next?: Maybe<Scalars['String']['output']>;
};

/** A number of an agency's system that is linked to a citizen. */
export type AccountLink = {
  __typename?: 'AccountLink';
  how: LinkHow;
  /** For unlinkAccount. */
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  /** What the number is called, in Indonesian. */
  label: Scalars['String']['output'];
  linkedOn: Scalars['DateTime']['output'];
  /** The number with only its last characters shown: others look at screens too. */
  maskedValue?: Maybe<Scalars['String']['output']>;
  /** The agency whose number it is; null where no connector here can prove its kind. */
  opd?: Maybe<Opd>;
};

export type AlertSeverity =
  | 'SERIOUS'
  | 'WARNING';

/** A month's allowance (TPP) of a civil servant, computed by the hub. */
export type Allowance = {
  __typename?: 'Allowance';
  /** The exact sum of the lines; null while something is missing. */
  amount?: Maybe<Scalars['Rupiah']['output']>;
  /** What the position is allowed in full (pagu), by BPKAD. */
  ceiling?: Maybe<Scalars['Rupiah']['output']>;
  /** The system and month that it was taken from: the month's own payment, or while there is none the last one of the same grade. */
  ceilingSource?: Maybe<Scalars['String']['output']>;
  computedOn: Scalars['DateTime']['output'];
  confirmedOn?: Maybe<Scalars['DateTime']['output']>;
  /** `amount` less `paid`; null unless both are known. */
  discrepancy?: Maybe<Scalars['Rupiah']['output']>;
  id: Scalars['ID']['output'];
  /** Whether an officer of BKPSDMD has confirmed it; otherwise it is a proposal. */
  isConfirmed: Scalars['Boolean']['output'];
  /** How it came about, step by step. */
  lines: Array<AllowanceLine>;
  missing: Array<MissingAllowanceInput>;
  month: Scalars['Month']['output'];
  /** A later proposal that differs from what was confirmed. */
  newer?: Maybe<Allowance>;
  /** What BPKAD paid for the month, by SIMDA's report, on the rule's own footing (before or after tax); null before it has. */
  paid?: Maybe<Scalars['Rupiah']['output']>;
  paidOn?: Maybe<Scalars['Date']['output']>;
  /** The rule that it was computed by; null where none is known for the month. */
  rule?: Maybe<AllowanceRule>;
  /** The copies that it was computed from. */
  sources: Array<Source>;
  state: AllowanceState;
};

/** That an allowance was confirmed; nothing in it says whose. */
export type AllowanceConfirmation = {
  __typename?: 'AllowanceConfirmation';
  confirmedOn: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  month: Scalars['Month']['output'];
  opd?: Maybe<Opd>;
};

/** One step: `amount` is `percent` of `base`, rounded half up to the rupiah; less than 0 for a deduction. */
export type AllowanceLine = {
  __typename?: 'AllowanceLine';
  amount: Scalars['Rupiah']['output'];
  base: Scalars['Rupiah']['output'];
  /** What it rests on: the day, the minutes, the review; in Indonesian. */
  evidence: Scalars['String']['output'];
  percent: Scalars['Float']['output'];
  /** In Indonesian. */
  rule: Scalars['String']['output'];
};

/** A dated rule of the allowance. */
export type AllowanceRule = {
  __typename?: 'AllowanceRule';
  /** Whether it stands in for a regulation of the city that is not known: then so does every figure by it. */
  isDefault: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  /** Where the rule was found. */
  source: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

export type AllowanceState =
  | 'COMPLETE'
  /** An input is missing (`missing`), so there is no amount. That is not zero. */
  | 'INCOMPLETE';

/** An application of a citizen with any OPD, as the hub's copy has it. */
export type Application = {
  __typename?: 'Application';
  /** What the OPD's system says was charged; null where it does not say. */
  charged?: Maybe<Scalars['Rupiah']['output']>;
  /** Until when the OPD must have decided, by its system or by the service's standard; null where neither says it. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** The hub's own name of it. */
  id: Scalars['ID']['output'];
  /** Whose it is. */
  nik: Scalars['NIK']['output'];
  /** The OPD's own number. */
  number: Scalars['ID']['output'];
  /** The tariff in force when it was handed in, by the service catalogue; null where none is known. */
  officialFee?: Maybe<Scalars['Rupiah']['output']>;
  opd?: Maybe<Opd>;
  /** How much more than the tariff was charged: report it with `reportLevy`. Null where one of them is not known. */
  overcharge?: Maybe<Scalars['Rupiah']['output']>;
  /** Whether that day is over and it has not; null where there is none. */
  overdue?: Maybe<Scalars['Boolean']['output']>;
  service: ApplicationService;
  source: Source;
  status: ApplicationStatus;
  /** Which OPD's records it belongs to: `dpmptsp/perizinan/Permit`. */
  stream: Scalars['String']['output'];
  submittedOn?: Maybe<Scalars['Date']['output']>;
  /** How it went on, as far as the hub has seen it, the oldest first. */
  timeline: Array<ApplicationStep>;
};

/** A service of an OPD. */
export type ApplicationService = {
  __typename?: 'ApplicationService';
  /** The catalogue's code, for `service(code)`; null where the catalogue does not know it. */
  code?: Maybe<Scalars['String']['output']>;
  /** As the OPD's system calls it. */
  name: Scalars['String']['output'];
};

export type ApplicationStatus =
  | 'CANCELLED'
  /** Issued, resolved, finished: nothing is to be waited for. */
  | 'DONE'
  | 'IN_PROCESS'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'VERIFIED';

export type ApplicationStep = {
  __typename?: 'ApplicationStep';
  /** When it was handed in, or when the hub learnt of the change. */
  on: Scalars['DateTime']['output'];
  status: ApplicationStatus;
};

export type BreakGlassRequest = {
  __typename?: 'BreakGlassRequest';
  case: Case;
  /** What happened and why one person's records are needed, in the requester's words. */
  reason: Scalars['String']['output'];
};

/** Counts by an attribute of people. */
export type Breakdown = {
  __typename?: 'Breakdown';
  cells: Array<BreakdownCell>;
  total?: Maybe<Scalars['Int']['output']>;
};

export type BreakdownCell = {
  __typename?: 'BreakdownCell';
  /** Null where it is hidden, because too few people stand behind it or behind another. */
  count?: Maybe<Scalars['Int']['output']>;
  isHidden: Scalars['Boolean']['output'];
  /** `P`, `L`; or an age group such as `20-29`; `?` where it is not known. */
  key: Scalars['String']['output'];
};

/** A written reason to see one citizen's records. It says nothing about the citizen. */
export type Case = {
  __typename?: 'Case';
  basis: LegalBasis;
  /** To be sent as header `hub-case`. */
  id: Scalars['ID']['output'];
  kind: CaseKind;
  openedOn: Scalars['DateTime']['output'];
  purpose: Scalars['String']['output'];
  /** The number under which the OPD files it. */
  reference: Scalars['String']['output'];
  state: CaseState;
  until: Scalars['DateTime']['output'];
};

export type CaseKind =
  /** Of one citizen, across OPDs, for thirty minutes. */
  | 'BREAK_GLASS'
  /** Of one OPD, on one citizen. */
  | 'CASE';

export type CaseState =
  | 'CLOSED'
  /** Its time is over. */
  | 'EXPIRED'
  | 'OPEN'
  | 'WAITING_FOR_APPROVAL';

/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type Citizen = {
  __typename?: 'Citizen';
  /**
   * Who has seen the citizen's data through the hub, or tried to, the newest first; from the hub's access log, at most 100 at
   * once. Reading it leaves no trace in it. In the city's own applications that may see all of the citizen.
   */
  accessLog?: Maybe<AccessLogPage>;
  /**
   * The citizen's applications with all OPDs, the newest first, from the hub's copies: it answers whatever systems are down.
   * Each says of when it is; ask an OPD's own field (`permit`) for how it stands now.
   */
  applications?: Maybe<Array<Application>>;
  /** Every consent that the citizen ever gave, the newest first. */
  consents?: Maybe<Array<Consent>>;
  /** What the citizen has asked about the data held on him, the newest first; under a case, what he asked of that OPD. */
  dataRequests?: Maybe<Array<DataRequest>>;
  /** The agencies' numbers that are linked to the citizen, from the hub. */
  links?: Maybe<Array<AccountLink>>;
  /**
   * All that the hub itself holds on the citizen, as JSON: linked numbers, consents, requests, cases and every access of the
   * last year. What OPDs hold is in their own fields.
   */
  myData?: Maybe<MyData>;
  /** The citizen's national identity number, as the log-in states it. */
  nik: Scalars['NIK']['output'];
  /**
   * The days of a month, this month by default, on which the citizen has reported to e-Kinerja as a civil servant, from the
   * hub's copies. Null for anybody else.
   */
  reportingCalendar?: Maybe<Array<ReportedDay>>;
  /** One of them; null for anybody else's. */
  submission?: Maybe<Submission>;
  /**
   * What the citizen has handed in for agencies, the newest first, from the hub's own outbox: it answers also while the
   * agency's system does not.
   */
  submissions?: Maybe<SubmissionPage>;
  /**
   * The citizen's allowance (TPP) as a civil servant for a month, this month by default, as the hub computes it from e-Absen,
   * e-Kinerja and BPKAD's copies, once a day, by the dated rule that it names: a proposal until BKPSDMD confirms it, beside what
   * BPKAD paid. Found by the linked NIP (kind `nip`). Null for anybody else, and before it was computed.
   */
  tpp?: Maybe<Allowance>;
};


/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type CitizenAccessLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  byOthers?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type CitizenApplicationsArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  opd?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<ApplicationStatus>>;
};


/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type CitizenReportingCalendarArgs = {
  month?: InputMaybe<Scalars['Month']['input']>;
};


/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type CitizenSubmissionArgs = {
  id: Scalars['ID']['input'];
};


/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type CitizenSubmissionsArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type CitizenTppArgs = {
  month?: InputMaybe<Scalars['Month']['input']>;
};

/** The city's status at the end of a day. */
export type City = {
  __typename?: 'City';
  /** What somebody should look at, the most serious first; by dated thresholds. */
  alerts: Array<CityAlert>;
  /**
   * Applications handed in between two months by an attribute of the people: cells below five people are not shown, and
   * neither is as much more as would let one compute them.
   */
  breakdown: Breakdown;
  /** A figure of each OPD year by year, at most ten years; this year's as it stands on the day. */
  compare: Array<ComparisonRow>;
  on: Scalars['Date']['output'];
  /** Each OPD that existed on the day; by default sorted by name. */
  opds: Array<CityStatus>;
  /** All OPDs together, and what belongs to none yet. */
  totals: CityStatus;
  /**
   * A figure month by month, at most 120 months; the city's, or one line for each OPD or service. How something stands is told
   * as of each month's end and in the month of `on` as of that day; months after it are null.
   */
  trend: Array<TrendLine>;
};


/** The city's status at the end of a day. */
export type CityBreakdownArgs = {
  by: PersonAttribute;
  from: Scalars['Month']['input'];
  opd?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['Month']['input'];
};


/** The city's status at the end of a day. */
export type CityCompareArgs = {
  metric: CityMetric;
  years: Array<Scalars['Int']['input']>;
};


/** The city's status at the end of a day. */
export type CityOpdsArgs = {
  codes?: InputMaybe<Array<Scalars['String']['input']>>;
  descending?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sortBy?: InputMaybe<CityMetric>;
};


/** The city's status at the end of a day. */
export type CityTrendArgs = {
  by?: InputMaybe<TrendBy>;
  from: Scalars['Month']['input'];
  metric: CityMetric;
  opd?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['Month']['input'];
};

/** Something that somebody should look at. */
export type CityAlert = {
  __typename?: 'CityAlert';
  /** What it was compared with: a threshold, or last month's. */
  comparedWith?: Maybe<Scalars['Float']['output']>;
  /** In Indonesian. */
  message: Scalars['String']['output'];
  metric?: Maybe<CityMetric>;
  /** Null for the whole city. */
  opd?: Maybe<Opd>;
  severity: AlertSeverity;
  value?: Maybe<Scalars['Float']['output']>;
};

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

/** An OPD's figures, or the whole city's. A figure is null where something is missing; `basis` says what. */
export type CityStatus = {
  __typename?: 'CityStatus';
  /** Where a figure comes from. */
  basis: FigureBasis;
  complaints: ComplaintFigures;
  /** Share of services of which no step needs a counter, 0 to 1. */
  digitalShare?: Maybe<Scalars['Float']['output']>;
  ekinerja: EkinerjaFigure;
  /** How old the copies are that the figures are counted from. */
  freshness: Freshness;
  /** How the OPD's systems answer. */
  health: Health;
  /** Satisfaction (IKM) of the last twelve months. */
  ikm: IkmFigure;
  /** Reports of illegal levies in the last twelve months. */
  levyReports?: Maybe<Scalars['Int']['output']>;
  /** Median of working days until a decision, in the last twelve months. */
  medianDays?: Maybe<Scalars['Float']['output']>;
  name: Scalars['String']['output'];
  /** Null for the whole city. */
  opd?: Maybe<Opd>;
  openApplications?: Maybe<Scalars['Int']['output']>;
  /** Applications of the last twelve months that were charged more than the official tariff. */
  overcharged?: Maybe<Scalars['Int']['output']>;
  /** Open ones whose last day by the service standard is over. */
  overdueApplications?: Maybe<Scalars['Int']['output']>;
  sakip: SakipFigure;
  /** Share decided in time, 0 to 1, of those decided in the last twelve months that had a last day. */
  slaCompliance?: Maybe<Scalars['Float']['output']>;
  tpp: TppFigure;
};


/** An OPD's figures, or the whole city's. A figure is null where something is missing; `basis` says what. */
export type CityStatusBasisArgs = {
  of: CityMetric;
};

export type ColumnChange =
  | 'GONE'
  | 'NEW'
  /** What stands in it is of another kind, such as text where numbers stood. */
  | 'RETYPED';

export type ComparisonRow = {
  __typename?: 'ComparisonRow';
  opd: Opd;
  values: Array<YearValue>;
};

/** A complaint filed with SiKesal. */
export type Complaint = {
  __typename?: 'Complaint';
  actedOn?: Maybe<Scalars['DateTime']['output']>;
  answeredOn?: Maybe<Scalars['DateTime']['output']>;
  category?: Maybe<Scalars['String']['output']>;
  closedOn?: Maybe<Scalars['DateTime']['output']>;
  /** Until when what should have happened to it, computed by the hub; null where SiKesal does not say when it was reported. */
  deadlines?: Maybe<ComplaintDeadlines>;
  id: Scalars['ID']['output'];
  nik: Scalars['NIK']['output'];
  opd?: Maybe<Opd>;
  reportedOn?: Maybe<Scalars['DateTime']['output']>;
  status?: Maybe<ComplaintStatus>;
  verifiedOn?: Maybe<Scalars['DateTime']['output']>;
};

/** Until when what should happen to a complaint, by dated rules and the city's working days. */
export type ComplaintDeadlines = {
  __typename?: 'ComplaintDeadlines';
  /** Null until it has been verified. */
  actBy?: Maybe<Scalars['Date']['output']>;
  /** The day on which an answer closes by itself; null while there is none to reply to. */
  closesOn?: Maybe<Scalars['Date']['output']>;
  /** Whether what is waited for now is late. */
  isOverdue: Scalars['Boolean']['output'];
  /** What was or is late; a step that was taken late stays late. */
  late: Array<ComplaintStep>;
  /** What is missing to tell more, in Indonesian. */
  missing: Array<Scalars['String']['output']>;
  /** Within the hours that SiKesal promises for the category; null for one without a promise. */
  reactBy?: Maybe<Scalars['DateTime']['output']>;
  /** By PermenPANRB 62/2018; null for a category of which the kind is not known. */
  resolveBy?: Maybe<Scalars['Date']['output']>;
  rule: RuleSource;
  stage: ComplaintStage;
  verifyBy: Scalars['Date']['output'];
  /** Null when it is over. */
  waitingFor?: Maybe<ComplaintParty>;
  /** The OPD that must do something now; null when none must, or none has it that the registry knows. */
  waitingOpd?: Maybe<Opd>;
};

export type ComplaintFigures = {
  __typename?: 'ComplaintFigures';
  open?: Maybe<Scalars['Int']['output']>;
  overdue?: Maybe<Scalars['Int']['output']>;
};

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

export type ComplaintStep =
  | 'ACT'
  /** The reaction within 24, 48 or 72 hours. */
  | 'REACT'
  /** The answer. */
  | 'RESOLVE'
  | 'VERIFY';

/** A file in the hub's repository that wraps a legacy system as it is. */
export type ConnectorFile = {
  __typename?: 'ConnectorFile';
  /** What the system is, in the file's own words. */
  describe: Scalars['String']['output'];
  /** Its path in the repository: `connectors/dpmptsp/perizinan.yaml`. */
  file: Scalars['String']['output'];
  /** How much of each source the hub takes. */
  limits: Array<SourceLimits>;
  operations: Array<ConnectorOperation>;
  /** How its sources are spoken to, each kind once: `rest`, `soap`, `sql`, `files`, `sftp`, `push`. */
  protocols: Array<Scalars['String']['output']>;
  /** The streams of its records into the hub's copies: `dpmptsp/perizinan/Permit`. */
  streams: Array<Scalars['String']['output']>;
  /** The system's name in the hub: `perizinan`. */
  system: Scalars['String']['output'];
  /** The file as it stands. Addresses and secrets are named by `${NAME}` and not known here. */
  text: Scalars['String']['output'];
};

/** Something that a system can be asked, or sent. */
export type ConnectorOperation = {
  __typename?: 'ConnectorOperation';
  /** Whether it changes something in the system. */
  isWrite: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  parameters: Array<Scalars['String']['output']>;
  /** The type of this graph that its rows become; null for one that writes. */
  record?: Maybe<Scalars['String']['output']>;
};

/** That a citizen lets an application of somebody else see records of his. */
export type Consent = {
  __typename?: 'Consent';
  /** The application's name. */
  app: Scalars['String']['output'];
  givenOn: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  inForce: Scalars['Boolean']['output'];
  purpose: Scalars['String']['output'];
  /** For example `citizen.dpmptsp`: the records of that agency. */
  scopes: Array<Scalars['String']['output']>;
  /** The text that was read. */
  textVersion: Scalars['String']['output'];
  until: Scalars['DateTime']['output'];
  withdrawnOn?: Maybe<Scalars['DateTime']['output']>;
};

/** A text to be read in full before consenting. */
export type ConsentText = {
  __typename?: 'ConsentText';
  /** In Indonesian. */
  text: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

/** A request about data (UU 27/2022 articles 6 to 13). */
export type DataRequest = {
  __typename?: 'DataRequest';
  /** In the officer's words; null in an office's list. */
  answer?: Maybe<Scalars['PersonalText']['output']>;
  answeredOn?: Maybe<Scalars['DateTime']['output']>;
  askedOn: Scalars['DateTime']['output'];
  /** Whether it was done; null until it is answered. */
  done?: Maybe<Scalars['Boolean']['output']>;
  /** By when it must be answered. */
  dueOn: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: DataRequestKind;
  /** Null where the hub itself is asked. */
  opd?: Maybe<Opd>;
  /** Whether its time has passed without an answer. */
  overdue: Scalars['Boolean']['output'];
  /** In the citizen's words; null in an office's list. */
  what?: Maybe<Scalars['PersonalText']['output']>;
};

export type DataRequestKind =
  | 'CORRECTION'
  | 'ERASURE'
  /** To leave the data alone, unused, for a time. */
  | 'RESTRICTION';

/** How far a service can be had without meeting an official, by the steps of its standard. */
export type DigitalService = {
  __typename?: 'DigitalService';
  /** Steps that still need a counter. */
  counterSteps: Array<Scalars['String']['output']>;
  isFullyDigital: Scalars['Boolean']['output'];
  onlineSteps: Array<Scalars['String']['output']>;
  /** Steps that are done at home, of all its steps: 0 to 1. */
  share: Scalars['Float']['output'];
};

export type EkinerjaFigure = {
  __typename?: 'EkinerjaFigure';
  /** Share of employees' working days of the month with a report, 0 to 1. */
  reportingRate?: Maybe<Scalars['Float']['output']>;
};

/** A way in which the hub refuses or fails. */
export type ErrorCode = {
  __typename?: 'ErrorCode';
  code: Scalars['String']['output'];
  /** Whether the same request may succeed later. */
  isRetryable: Scalars['Boolean']['output'];
  /** In English, for developers. */
  meaning: Scalars['String']['output'];
  /** In Indonesian, as `extensions.pesan` says it where no OPD and no time is known. */
  sentence: Scalars['String']['output'];
};

/** Where a figure comes from. */
export type FigureBasis = {
  __typename?: 'FigureBasis';
  /** How old the oldest of them is. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** Records behind it. */
  count: Scalars['Int']['output'];
  isComplete: Scalars['Boolean']['output'];
  /** Whether that data is the hub's assumption, because the city's own regulation was not found. */
  isDefault: Scalars['Boolean']['output'];
  /** What is missing, in Indonesian. */
  missing: Array<Scalars['String']['output']>;
  /** How it is computed, in Indonesian. */
  rule: Scalars['String']['output'];
  /** Systems whose records it is counted from; `hub` for the hub's own registers. */
  systems: Array<Scalars['String']['output']>;
  /** Of the dated data that it was computed by. */
  version: Scalars['String']['output'];
};

export type Freshness = {
  __typename?: 'Freshness';
  /** The oldest copy that a figure here is counted from; null where none has been read whole. */
  oldestAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** Systems that have never been read whole. */
  unread: Scalars['Int']['output'];
};

export type Health = {
  __typename?: 'Health';
  /** Sources of systems that answer now, and all that the hub has asked in the last minutes. */
  answering: Scalars['Int']['output'];
  asked: Scalars['Int']['output'];
};

/** A national holiday, or a day of collective leave (cuti bersama). */
export type Holiday = {
  __typename?: 'Holiday';
  /** False for a day that was still to be confirmed when the file was made; it counts as a holiday all the same. */
  isCertain: Scalars['Boolean']['output'];
  isCollectiveLeave: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  on: Scalars['Date']['output'];
};

/** The hub that answers: how large it is and how it fares, in numbers alone. */
export type Hub = {
  __typename?: 'Hub';
  /** Every `extensions.code` that an answer may carry. */
  errorCodes: Array<ErrorCode>;
  /** Agencies whose fields are in this graph. */
  opds: Scalars['Int']['output'];
  /** What connector files let the hub ask those systems, or send them. */
  operations: Scalars['Int']['output'];
  /** Copies of records that it holds; null where it keeps none. */
  records?: Maybe<Scalars['Int']['output']>;
  /** The version of its program. */
  release: Scalars['String']['output'];
  /** Services of the city's catalogue. */
  services: Scalars['Int']['output'];
  /** What citizens have handed in for OPDs today, Jakarta time; null where nothing can be. */
  submissionsToday?: Maybe<Scalars['Int']['output']>;
  /** Legacy systems that it asks itself; those that an OPD's own server asks are not among them. */
  systems: Scalars['Int']['output'];
  /** Those of them that answered most calls of the last five minutes. Nothing is known of one that nobody has asked. */
  systemsAnswering: Scalars['Int']['output'];
  /** Those of them that did not, or are left alone for a while. */
  systemsFailing: Scalars['Int']['output'];
};

export type IkmFigure = {
  __typename?: 'IkmFigure';
  answers: Scalars['Int']['output'];
  /** A, B, C or D by PermenPANRB 14/2017. */
  grade?: Maybe<Scalars['String']['output']>;
  value?: Maybe<Scalars['Float']['output']>;
};

/** A kecamatan (district) of the city. */
export type Kecamatan = {
  __typename?: 'Kecamatan';
  /** Kemendagri's code, for example `15.71.01`. */
  code: Scalars['String']['output'];
  /** Those that it has on the day that was asked for. */
  kelurahan: Array<Kelurahan>;
  name: Scalars['String']['output'];
};

/** A kelurahan (the lowest administration). */
export type Kelurahan = {
  __typename?: 'Kelurahan';
  /** Kemendagri's code, for example `15.71.01.1004`. A NIK keeps the code of the place of its first registration. */
  code: Scalars['String']['output'];
  /** Since when it exists under this code; null: since before the hub's data begin. */
  from?: Maybe<Scalars['Date']['output']>;
  name: Scalars['String']['output'];
  /** Its last day; null while it exists. */
  until?: Maybe<Scalars['Date']['output']>;
};

/** Why the law lets somebody see another's data (UU 27/2022 article 20), or that it is his own. */
export type LegalBasis =
  | 'CONSENT'
  | 'LEGAL_DUTY'
  | 'PUBLIC_TASK'
  | 'SELF'
  | 'VITAL_INTEREST';

export type LevyReceipt = {
  __typename?: 'LevyReceipt';
  /** Twenty letters in groups of four, to be written down: who has it can follow the report. */
  receipt: Scalars['String']['output'];
};

/** A report of an illegal levy, as its receipt shows it. */
export type LevyReport = {
  __typename?: 'LevyReport';
  /** Inspektorat's answer to the reporter. */
  answer?: Maybe<Scalars['String']['output']>;
  opd: Opd;
  service?: Maybe<Service>;
  state: LevyState;
  /** When it came so far, by day. */
  steps: Array<LevyStep>;
};

export type LevyReportInput = {
  amountAsked: Scalars['Rupiah']['input'];
  /** What the reporter takes for the official fee. The catalogue's own is added by the hub. */
  amountOfficial?: InputMaybe<Scalars['Rupiah']['input']>;
  /** How Inspektorat can reach the reporter; only with SECRET and OPEN. */
  contact?: InputMaybe<Scalars['PersonalText']['input']>;
  /** On which day; not in the future. */
  day: Scalars['Date']['input'];
  /** Chosen by the app, 20 to 100 letters, a UUID made when the form is opened: the same key with the same report gives the same receipt. */
  idempotencyKey: Scalars['String']['input'];
  kind: LevyReportKind;
  /** Code of the OPD where it was asked for. */
  opd: Scalars['ID']['input'];
  /** At most 3, by the ids that `POST /levy-photos` gave; they wait for an hour. */
  photos?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Code of the service, as `services` gives it. */
  service?: InputMaybe<Scalars['ID']['input']>;
  /** 10 to 2,000 letters. */
  text: Scalars['PersonalText']['input'];
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

export type LevyStep = {
  __typename?: 'LevyStep';
  on: Scalars['Date']['output'];
  state: LevyState;
};

export type LinkHow =
  /** From a list of the agency. */
  | 'IMPORT'
  /** By an officer, at the counter. */
  | 'OFFICER'
  /** By the citizen, who knew number and fact. */
  | 'PROOF';

/** A kind of number that can be linked. */
export type LinkKind = {
  __typename?: 'LinkKind';
  /** What proves it, to be asked for beside the number, in Indonesian. */
  ask: Scalars['String']['output'];
  /** For linkAccount: `no-langganan`. */
  kind: Scalars['String']['output'];
  /** What the number is called, in Indonesian. */
  label: Scalars['String']['output'];
  /** The agency whose number it is. */
  opd?: Maybe<Opd>;
};

/** An input that the rule asks for and that is not there. */
export type MissingAllowanceInput = {
  __typename?: 'MissingAllowanceInput';
  /** In Indonesian. */
  detail: Scalars['String']['output'];
  /** For example `ATTENDANCE`, `SKP`, `CEILING`, `MONTH`. */
  input: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Answers a request of the officer's own OPD, once; the citizen reads the answer. */
  answerDataRequest: DataRequest;
  /** Moves a report on and answers whoever made it, for Inspektorat's officers. It is closed with an answer. */
  answerLevyReport: SealedLevyReport;
  /** Approves another person's request; never one's own. */
  approveBreakGlass: Case;
  /** Ends at once a case or break-glass that the caller has opened or approved. */
  closeCase: Case;
  /**
   * Makes a computed allowance the confirmed one, which later runs leave as it is. For officers of BKPSDMD, who have looked at it
   * (`Citizen.tpp`); one that is incomplete, or is no proposal, is NOT_FOUND.
   */
  confirmAllowance: AllowanceConfirmation;
  /**
   * Lets an application of somebody else see the caller's records. Only in the city's own applications, which have shown the
   * text of `consentText`.
   */
  giveConsent: Consent;
  /**
   * Links a number of an agency's system to the caller, for a fact that its holder knows: the agency is asked now. The next
   * field that asks by it answers already. A number that does not exist is refused as a wrong fact is (PROOF_WRONG). After
   * five wrong proofs of a kind in a day the sixth has to wait.
   */
  linkAccount: AccountLink;
  /**
   * Opens a case of the officer's own OPD on one citizen, for thirty days and for the request's purpose (header
   * `hub-purpose`). With its id as header `hub-case` the officer sees that citizen's records of his OPD. The citizen sees it.
   */
  openCase: Case;
  /** Sets a stream still until it is resumed. */
  pauseSync: Scalars['Boolean']['output'];
  /** Tries the rows in quarantine again, by the connector file as it is now; says how many fit. */
  replaySync: Scalars['Int']['output'];
  /**
   * Reports that somebody asked for money that a service does not cost (pungli). The words, the reporter and the photos are sealed to
   * Inspektorat's key before they are kept. An ANONYMOUS report needs no log-in; whoever is logged in all the same is not noted.
   * The receipt is shown this once and kept nowhere: it alone opens `levyReport`. Nothing of a report stands in anybody's lists,
   * in `myData` or in the access log.
   */
  reportLevy: LevyReceipt;
  /** Asks an OPD, or the hub (`city`), to correct, erase or leave alone the caller's data. It must be answered within 3 x 24 hours. */
  requestAboutData: DataRequest;
  /**
   * Asks to see all of one citizen's records in an emergency. Nothing is shown until a second person has approved it, then
   * for thirty minutes. The citizen sees both.
   */
  requestBreakGlass: Case;
  /**
   * Decides a submission in state NEEDS_ATTENTION, or one whose answer was lost. Look in the agency's system first: what is
   * sent again although it was taken is there twice. For officers of its OPD and operators; its citizen sees the step in its
   * timeline. NOT_FOUND for one that is decided, being sent now, or another OPD's.
   */
  resolveSubmission: Scalars['Boolean']['output'];
  resumeSync: Scalars['Boolean']['output'];
  /** Asks for a run of a stream now. For officers of its OPD and operators. */
  runSync: Scalars['Boolean']['output'];
  /** Opens a case on whoever made a request, so that the officer can see his OPD's records of that citizen and the request. */
  takeDataRequest: Case;
  /**
   * Asks a system of an OPD live, once, past every cache, and shows how it answers with all letters and digits masked: for whoever
   * mends its connector file. Only what reads can be tried. For the OPD's own officers and operators, 30 times an hour each; a
   * citizen whose number is asked for, or whose rows come, sees it in his access log as `OperationTrial`. A mutation, because
   * it calls a system and counts against its quota.
   */
  tryOperation: OperationTrial;
  /** Ends a link; only a new proof brings it back. */
  unlinkAccount: Scalars['Boolean']['output'];
  /** Ends a consent; the application's next request is refused already. */
  withdrawConsent: Consent;
};


export type MutationAnswerDataRequestArgs = {
  answer: Scalars['PersonalText']['input'];
  done: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


export type MutationAnswerLevyReportArgs = {
  answer?: InputMaybe<Scalars['PersonalText']['input']>;
  id: Scalars['ID']['input'];
  state: LevyState;
};


export type MutationApproveBreakGlassArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCloseCaseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationConfirmAllowanceArgs = {
  id: Scalars['ID']['input'];
};


export type MutationGiveConsentArgs = {
  app: Scalars['ID']['input'];
  purpose: Scalars['String']['input'];
  scopes: Array<Scalars['String']['input']>;
  textVersion: Scalars['String']['input'];
};


export type MutationLinkAccountArgs = {
  fact: Scalars['PersonalText']['input'];
  kind: Scalars['String']['input'];
  number: Scalars['PersonalText']['input'];
};


export type MutationOpenCaseArgs = {
  nik: Scalars['NIK']['input'];
  reference: Scalars['String']['input'];
};


export type MutationPauseSyncArgs = {
  stream: Scalars['String']['input'];
};


export type MutationReplaySyncArgs = {
  stream: Scalars['String']['input'];
};


export type MutationReportLevyArgs = {
  input: LevyReportInput;
};


export type MutationRequestAboutDataArgs = {
  kind: DataRequestKind;
  opd: Scalars['ID']['input'];
  what: Scalars['PersonalText']['input'];
};


export type MutationRequestBreakGlassArgs = {
  basis: LegalBasis;
  nik: Scalars['NIK']['input'];
  reason: Scalars['PersonalText']['input'];
  reference: Scalars['String']['input'];
};


export type MutationResolveSubmissionArgs = {
  id: Scalars['ID']['input'];
  opd: Scalars['String']['input'];
  reason?: InputMaybe<Scalars['PersonalText']['input']>;
  receipt?: InputMaybe<Scalars['PersonalText']['input']>;
  resolution: SubmissionResolution;
};


export type MutationResumeSyncArgs = {
  stream: Scalars['String']['input'];
};


export type MutationRunSyncArgs = {
  stream: Scalars['String']['input'];
};


export type MutationTakeDataRequestArgs = {
  id: Scalars['ID']['input'];
};


export type MutationTryOperationArgs = {
  arguments: Array<OperationArgument>;
  opd: Scalars['String']['input'];
  operation: Scalars['String']['input'];
  system?: InputMaybe<Scalars['String']['input']>;
};


export type MutationUnlinkAccountArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawConsentArgs = {
  id: Scalars['ID']['input'];
};

export type MyData = {
  __typename?: 'MyData';
  generatedOn: Scalars['DateTime']['output'];
  /** A JSON document. */
  json: Scalars['PersonalText']['output'];
};

/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type Opd = {
  __typename?: 'Opd';
  /** The hub's own short code, for example `dpmptsp`. */
  code: Scalars['String']['output'];
  /**
   * The connector files by which the hub speaks to its systems. For the OPD's own officers, the mayor's office and operators;
   * null where the OPD's own server speaks to them.
   */
  connectors?: Maybe<Array<ConnectorFile>>;
  /** Since when it exists under this name. */
  from: Scalars['Date']['output'];
  /** Official name in Indonesian. */
  name: Scalars['String']['output'];
  /**
   * What citizens have handed in for its systems and the agency has not yet, as far as the hub knows: what needs a person first,
   * then the oldest first. Nothing of whose it is or what it says. For the OPD's own officers and operators.
   */
  outbox?: Maybe<Array<WaitingSubmission>>;
  /** Those whose duties and documents it took over. */
  predecessors: Array<Opd>;
  /**
   * What is odd in a month's reports and approvals, as counts of activities; computed with the month's allowances. For its own
   * officers, auditors and the mayor's office. Null before the month was computed.
   */
  reportAnomalies?: Maybe<Array<ReportAnomaly>>;
  /**
   * On each working day of a month, this month by default, how many of its employees reported to e-Kinerja: counts of the hub's
   * copies, nobody's name. For its own officers and treasurer, auditors and the mayor's office.
   */
  reporting?: Maybe<Array<ReportingDay>>;
  /**
   * Performance accountability (SAKIP) in a year, last year by default. For a year before the OPD it is its predecessor's,
   * whose documents e-SAKIP has not moved; `opd` says whose. Null where nobody bore the duties. e-SAKIP is slow, so ask for it
   * apart from what people wait for.
   */
  sakip?: Maybe<SakipYear>;
  /**
   * The OPDs that bore its duties in a year, last year by default: itself, or its predecessors. `sakip` is that of the first;
   * where there are several, because OPDs were merged or one began within the year, ask each.
   */
  sakipBearers: Array<Opd>;
  /**
   * Results of evaluations over years, the last five by default, predecessors' included, from the hub's copy of e-SAKIP's
   * recapitulation: at most some hours old, and it does not wait for e-SAKIP. Null while nothing has been copied yet.
   */
  sakipTrend?: Maybe<Array<SakipTrendPoint>>;
  /** Its services to citizens, by code. */
  services: Array<Service>;
  /**
   * The public satisfaction survey (SKM) of a year, this year by default, from the hub's copy of Bagian Organisasi's answers:
   * at most some hours old. Nobody's answer is shown. Null where the hub keeps no copies.
   */
  survey?: Maybe<OpdSurvey>;
  /** How the records of its systems come into the hub's copies. For the OPD's own officers, the mayor's office and operators. */
  sync?: Maybe<Array<SyncStream>>;
  /**
   * How its systems fare, as the hub has seen them in the last minutes. For the OPD's own officers, the mayor's office and
   * operators.
   * A system that the OPD's own server calls is not in the list.
   */
  systems: Array<OpdSystem>;
  /** Its last day; null while it exists. */
  until?: Maybe<Scalars['Date']['output']>;
};


/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type OpdOutboxArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<SubmissionState>;
};


/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type OpdReportAnomaliesArgs = {
  month: Scalars['Month']['input'];
};


/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type OpdReportingArgs = {
  month?: InputMaybe<Scalars['Month']['input']>;
};


/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type OpdSakipArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
};


/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type OpdSakipBearersArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
};


/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type OpdSakipTrendArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type OpdSurveyArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
};

/** The allowance of an employee as the treasurer of his OPD sees it. */
export type OpdAllowance = {
  __typename?: 'OpdAllowance';
  amount?: Maybe<Scalars['Rupiah']['output']>;
  ceiling?: Maybe<Scalars['Rupiah']['output']>;
  discrepancy?: Maybe<Scalars['Rupiah']['output']>;
  id: Scalars['ID']['output'];
  isConfirmed: Scalars['Boolean']['output'];
  lines: Array<AllowanceLine>;
  missing: Array<MissingAllowanceInput>;
  name?: Maybe<Scalars['String']['output']>;
  nip: Scalars['String']['output'];
  paid?: Maybe<Scalars['Rupiah']['output']>;
  rule?: Maybe<AllowanceRule>;
  state: AllowanceState;
  unit?: Maybe<Scalars['String']['output']>;
};

export type OpdAllowancePage = {
  __typename?: 'OpdAllowancePage';
  entries: Array<OpdAllowance>;
  /** Where the next page begins; null on the last. */
  next?: Maybe<Scalars['ID']['output']>;
};

/** What an OPD's answers to the satisfaction survey of a year come to. */
export type OpdSurvey = {
  __typename?: 'OpdSurvey';
  /** Answers with all nine elements; others count nothing. */
  answers: Scalars['Int']['output'];
  /** How old the oldest copy is that the answers are counted from; null until one has been read whole. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** U1 to U9. */
  elements: Array<SurveyElement>;
  /** A, B, C or D. */
  grade?: Maybe<Scalars['String']['output']>;
  /** The index, 25 to 100: each element's mean times 1/9 times 25; null where something is missing. */
  ikm?: Maybe<Scalars['Float']['output']>;
  /** What is missing, in Indonesian; empty where the index is there. */
  missing: Array<Scalars['String']['output']>;
  /** Null for a year of which no rule is known. */
  rule?: Maybe<RuleSource>;
  year: Scalars['Int']['output'];
};

/** A legacy system of an OPD, as the hub sees it. */
export type OpdSystem = {
  __typename?: 'OpdSystem';
  /** Share of the calls of the last five minutes that were not answered, 0 to 1. */
  errorRate?: Maybe<Scalars['Float']['output']>;
  /** When it last answered. */
  lastOkAt?: Maybe<Scalars['DateTime']['output']>;
  /** So many milliseconds or less 95 of 100 calls took, of those of the last five minutes. */
  latencyP95Ms?: Maybe<Scalars['Int']['output']>;
  /** The system's name, and behind a slash its source's where it has several. */
  name: Scalars['String']['output'];
  /** Calls left today where the system allows so many a day. */
  quotaLeft?: Maybe<Scalars['Int']['output']>;
  /** Calls under way. */
  running: Scalars['Int']['output'];
  state: SystemState;
  /** Calls that wait for their turn. */
  waiting: Scalars['Int']['output'];
};

export type OperationArgument = {
  /** As the connector file names it, without the colon: `nik`. */
  name: Scalars['String']['input'];
  value: Scalars['PersonalText']['input'];
};

/** What became of one live call; nothing of anybody is in it but that there is, or is not, something. */
export type OperationTrial = {
  __typename?: 'OperationTrial';
  /**
   * What the system answered, as JSON: words are `Xx`, digits 9, at most twenty entries of each list; where the records belong to
   * nobody, codes of up to four characters stay. Not the bytes that came, but what the protocol makes of them.
   */
  answer: Scalars['String']['output'];
  milliseconds: Scalars['Int']['output'];
  recordCount: Scalars['Int']['output'];
  /** The first twenty records that the graph would show of it, as JSON, masked alike. */
  records: Scalars['String']['output'];
  /** Values that did not convert, and why, in English. */
  unreadable: Array<Scalars['String']['output']>;
};

export type PersonAttribute =
  | 'AGE'
  | 'SEX';

/** A row that does not fit; what stands in it is not shown. */
export type QuarantinedRow = {
  __typename?: 'QuarantinedRow';
  /** In Indonesian. */
  cause: Scalars['String']['output'];
  field: Scalars['String']['output'];
  firstSeen: Scalars['DateTime']['output'];
  /** What the OPD does about it, in Indonesian. */
  fix: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** Its place in what the source gave, from 1. */
  row: Scalars['Int']['output'];
  /** `teks`, `angka`, `kosong`: what kind of thing stands there. */
  valueKind: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /**
   * Other people's requests to break the glass that wait for a second person, with their reasons, the oldest first, at most
   * 100. Each citizen sees that the reason was read.
   */
  breakGlassToApprove: Array<BreakGlassRequest>;
  /** The citizen of the open case that the request names (header `hub-case`); null without one. */
  caseCitizen?: Maybe<Citizen>;
  /**
   * A citizen by NIK: himself for a citizen, the one of his open case (header `hub-case`) for an officer. Any other NIK is
   * FORBIDDEN, whether or not such a person exists, and the attempt stands in that citizen's access log.
   */
  citizen?: Maybe<Citizen>;
  /**
   * The city as it stands across OPDs at the end of a day, today by default: for the mayor's office and the auditor all OPDs,
   * for an officer his own. Figures are counted as records change, so a day of 2022 is answered with 2022's OPDs and figures.
   */
  city: City;
  /** What a citizen has to read before he lets an application of somebody else see his records; for one year from today. */
  consentText: ConsentText;
  /** What this hub is, for anybody: counted in memory, or at most every few seconds in its database. Calls no OPD. */
  hub: Hub;
  /** The city's kecamatan with their kelurahan on a day, today by default, from the hub's registry: 11 and 68, in 2022 still 62. */
  kecamatan: Array<Kecamatan>;
  /** A photo of a report for Inspektorat's officers: a JWE of a JPEG; null where no report has it. */
  levyPhoto?: Maybe<Scalars['String']['output']>;
  /**
   * How far a report of an illegal levy has come, for whoever has its receipt; null for a receipt that is none. Needs no log-in and
   * leaves no trace. Answered from the hub's own database.
   */
  levyReport?: Maybe<LevyReport>;
  /** Reports for Inspektorat's officers, the oldest first, sealed to Inspektorat's key: the hub cannot read them. Others are refused. */
  levyReports: SealedLevyReportPage;
  /** The kinds of numbers that a citizen can link to himself, and what he is asked for. */
  linkKinds: Array<LinkKind>;
  /** The citizen who is logged in. Calls no OPD by itself; each OPD adds its fields to Citizen. */
  me?: Maybe<Citizen>;
  /** Cases and break-glass requests that the caller has opened, the newest first, at most 100. */
  myCases: Array<Case>;
  /** One agency by its code, or null when there is none. */
  opd?: Maybe<Opd>;
  /**
   * The allowances (TPP) of the employees of the treasurer's own OPD for a month, as `Citizen.tpp` has them. Each employee whom
   * it shows finds it in his access log.
   */
  opdAllowances?: Maybe<OpdAllowancePage>;
  /** The city's agencies on a day, today by default, from the hub's registry. */
  opds: Array<Opd>;
  /**
   * Requests of citizens about their data that the officer's OPD must answer, the most urgent first; for operators those about
   * what the hub itself holds. Whose they are shows in a case only: takeDataRequest.
   */
  openDataRequests: Array<DataRequest>;
  /** One service by its code, for example `dpmptsp.izin-praktik-dokter`, or null when there is none. */
  service?: Maybe<Service>;
  /**
   * Services of the city to its citizens, from the hub's catalogue of service standards. Without `search` all of them by code; with it
   * the best first: any order, word forms, beginnings of words and typing mistakes are understood (`izin dokter`, `akte lahr`).
   */
  services: Array<Service>;
  /**
   * The city's working days of a year, the current one by default: Monday to Friday without the days listed here. Deadlines of
   * services are counted by them. From the hub's own file, which an operator corrects when the government's decree differs.
   */
  workingCalendar: WorkingCalendar;
};


export type QueryCitizenArgs = {
  nik: Scalars['NIK']['input'];
};


export type QueryCityArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryConsentTextArgs = {
  app: Scalars['ID']['input'];
  purpose: Scalars['String']['input'];
  scopes: Array<Scalars['String']['input']>;
};


export type QueryKecamatanArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryLevyPhotoArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLevyReportArgs = {
  receipt: Scalars['PersonalText']['input'];
};


export type QueryLevyReportsArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<LevyState>;
};


export type QueryOpdArgs = {
  code: Scalars['String']['input'];
};


export type QueryOpdAllowancesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  month: Scalars['Month']['input'];
};


export type QueryOpdsArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryServiceArgs = {
  code: Scalars['String']['input'];
};


export type QueryServicesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  opd?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWorkingCalendarArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
};

export type ReportAnomaly = {
  __typename?: 'ReportAnomaly';
  /** Activities, not people. */
  count: Scalars['Int']['output'];
  kind: ReportAnomalyKind;
};

export type ReportAnomalyKind =
  /** One superior approved twenty or more within a minute. */
  | 'APPROVAL_BURST'
  /** The approval is dated before the activity. */
  | 'APPROVED_BEFORE_ACTIVITY'
  /** Approved after the day of the next month on which approvals end. */
  | 'APPROVED_LATE'
  /** The same words on fifteen days or more of one employee. */
  | 'COPIED_TEXT'
  /** The same words of 25 employees or more. */
  | 'SHARED_TEXT';

/** A day on which a civil servant reported to e-Kinerja. */
export type ReportedDay = {
  __typename?: 'ReportedDay';
  activities: Scalars['Int']['output'];
  on: Scalars['Date']['output'];
};

/** How many of an OPD's employees reported on one working day. */
export type ReportingDay = {
  __typename?: 'ReportingDay';
  employees: Scalars['Int']['output'];
  on: Scalars['Date']['output'];
  reported: Scalars['Int']['output'];
};

/** Where a rule stands from which the hub has computed. */
export type RuleSource = {
  __typename?: 'RuleSource';
  /** Since when it holds. */
  from: Scalars['Date']['output'];
  /** Whether the hub takes it for want of the city's own. */
  isDefault: Scalars['Boolean']['output'];
  source: Scalars['String']['output'];
};

/** An indicator with those of the same OPD that serve it. */
export type SakipCascade = {
  __typename?: 'SakipCascade';
  /** e-SAKIP's number of it in that year. */
  id: Scalars['ID']['output'];
  level?: Maybe<SakipLevel>;
  name: Scalars['String']['output'];
  /** Percent, as reported. */
  reportedAchievement?: Maybe<Scalars['Float']['output']>;
  servedBy: Array<SakipCascade>;
  /** e-SAKIP's number of the indicator above where that is not among the OPD's own: the city's, or one that leads nowhere. */
  servesOutside?: Maybe<Scalars['ID']['output']>;
};

export type SakipComponent = {
  __typename?: 'SakipComponent';
  name: Scalars['String']['output'];
  score?: Maybe<Scalars['Float']['output']>;
  weight?: Maybe<Scalars['Float']['output']>;
};

export type SakipCriterion = {
  __typename?: 'SakipCriterion';
  answer?: Maybe<Scalars['String']['output']>;
  component: Scalars['String']['output'];
  part: Scalars['String']['output'];
};

export type SakipDocument = {
  __typename?: 'SakipDocument';
  file?: Maybe<Scalars['String']['output']>;
};

export type SakipDocumentKind =
  | 'IKU'
  | 'LKJIP'
  | 'PERJANJIAN_KINERJA'
  | 'RENCANA_AKSI'
  | 'RENSTRA';

/** The documents of one kind that an OPD has published for a year. */
export type SakipDocumentSet = {
  __typename?: 'SakipDocumentSet';
  code: Scalars['String']['output'];
  documents?: Maybe<Array<SakipDocument>>;
  /** Whether none is published; null when e-SAKIP does not answer, because then nobody knows. */
  isMissing?: Maybe<Scalars['Boolean']['output']>;
  kind: SakipDocumentKind;
  year: Scalars['Int']['output'];
};

/** The evaluation of an OPD's performance accountability in one year, as reported; what the hub recomputes stands beside it. */
export type SakipEvaluation = {
  __typename?: 'SakipEvaluation';
  components?: Maybe<Array<SakipComponent>>;
  criteria?: Maybe<Array<SakipCriterion>>;
  number: Scalars['String']['output'];
  /** The sum of the reported components, beside the reported total. */
  recomputed: SakipScore;
  /** The total out of the answers to the worksheet's criteria as they stand today. */
  recomputedFromCriteria: SakipScore;
  total?: Maybe<Scalars['Float']['output']>;
  year: Scalars['Int']['output'];
};

export type SakipFigure = {
  __typename?: 'SakipFigure';
  predicate?: Maybe<Scalars['String']['output']>;
  /** As e-SAKIP reports it; of the whole city the mean of the OPDs. */
  score?: Maybe<Scalars['Float']['output']>;
};

export type SakipFormula =
  /** Quarters add up; more is better. */
  | 'CUMULATIVE'
  /** Less is better. */
  | 'DECREASING'
  /** The last quarter counts. */
  | 'LAST_VALUE';

/** An indicator of an OPD in one year, as reported; what the hub recomputes stands beside it in fields of its own. */
export type SakipIndicator = {
  __typename?: 'SakipIndicator';
  formula?: Maybe<SakipFormula>;
  id: Scalars['ID']['output'];
  level?: Maybe<SakipLevel>;
  name: Scalars['String']['output'];
  parentId?: Maybe<Scalars['ID']['output']>;
  quarter1?: Maybe<SakipQuarter>;
  quarter2?: Maybe<SakipQuarter>;
  quarter3?: Maybe<SakipQuarter>;
  quarter4?: Maybe<SakipQuarter>;
  /**
   * The year's achievement recomputed by e-SAKIP's own formula and by the regulation's, which differ. The reported figure stays
   * what it is; each recomputed one says how far it is from it.
   */
  recomputed: SakipRecomputed;
  /** Each quarter's achievement recomputed by e-SAKIP's formula for quarters, beside the reported one. */
  recomputedQuarters: Array<SakipRecomputation>;
  reportedAchievement?: Maybe<Scalars['Float']['output']>;
  targetText?: Maybe<Scalars['String']['output']>;
  year: Scalars['Int']['output'];
};

export type SakipLevel =
  /** Kegiatan. */
  | 'ACTIVITY'
  /** Sasaran: what is to be reached. */
  | 'OBJECTIVE'
  /** Program. */
  | 'PROGRAMME';

export type SakipQuarter = {
  __typename?: 'SakipQuarter';
  achievement?: Maybe<Scalars['Float']['output']>;
  realisation?: Maybe<Scalars['String']['output']>;
  target?: Maybe<Scalars['String']['output']>;
};

/** What a formula gives for an indicator, computed by the hub from what was reported. */
export type SakipRecomputation = {
  __typename?: 'SakipRecomputation';
  /** Percent; null where something is missing, never 0 for it. */
  achievement?: Maybe<Scalars['Float']['output']>;
  /** Recomputed less reported; null where one of them is not known. */
  difference?: Maybe<Scalars['Float']['output']>;
  /** In Indonesian, with the numbers in it. */
  formula: Scalars['String']['output'];
  /** What is missing, in Indonesian; empty where the achievement is there. */
  missing: Array<Scalars['String']['output']>;
  /** What the achievement counts for after the cap. */
  points?: Maybe<Scalars['Float']['output']>;
  /** For example `Sangat Berhasil`. */
  predicate?: Maybe<Scalars['String']['output']>;
  /** 1 to 4; null for the year. */
  quarter?: Maybe<Scalars['Int']['output']>;
  /** Where the cap and the words come from; null for a year of which no rule is known. */
  rule?: Maybe<RuleSource>;
};

/** An indicator's year by two formulas, which differ. */
export type SakipRecomputed = {
  __typename?: 'SakipRecomputed';
  /** By the application's formula, its faults included: where less is better, whoever exactly meets the target has 0. */
  byApplication: SakipRecomputation;
  /** R/T; (2T−R)/T where less is better; by the nearer bound for a target that is a range. */
  byRegulation: SakipRecomputation;
};

/** A total that the hub has computed, with its predicate by the dated rules. */
export type SakipScore = {
  __typename?: 'SakipScore';
  /** Recomputed less reported; null where one of them is not known. */
  difference?: Maybe<Scalars['Float']['output']>;
  /** In Indonesian, with the numbers in it. */
  formula: Scalars['String']['output'];
  /** For example `Sangat Baik`. */
  label?: Maybe<Scalars['String']['output']>;
  /** What is missing, in Indonesian; empty where the total is there. */
  missing: Array<Scalars['String']['output']>;
  /** For example `BB`; of a total on a bound the one below: 90.00 is `A`. */
  predicate?: Maybe<Scalars['String']['output']>;
  /** Where the predicates come from; null for a year of which none are known. */
  predicates?: Maybe<RuleSource>;
  /** In Indonesian: reported weights that are not the rule's. */
  remarks: Array<Scalars['String']['output']>;
  /** Null where something is missing. */
  total?: Maybe<Scalars['Float']['output']>;
  /** Where the weights come from; null for a year of which none are known. */
  weights?: Maybe<RuleSource>;
};

/** The result of one year's evaluation. */
export type SakipTrendPoint = {
  __typename?: 'SakipTrendPoint';
  /** Reported total less that of the year before of the same line of OPDs; null where one of them is not known or several were evaluated. */
  change?: Maybe<Scalars['Float']['output']>;
  /** Recomputed less reported; null where one of them is not known. */
  difference?: Maybe<Scalars['Float']['output']>;
  /** Whether weights or predicates are what the hub takes for want of the city's own. */
  isDefault: Scalars['Boolean']['output'];
  /** What is missing to recompute it, in Indonesian. */
  missing: Array<Scalars['String']['output']>;
  /** The OPD that was evaluated: this one, or a predecessor. */
  opd: Opd;
  predicate?: Maybe<Scalars['String']['output']>;
  recomputedPredicate?: Maybe<Scalars['String']['output']>;
  /** The sum of its components, computed by the hub; null where one is missing. */
  recomputedTotal?: Maybe<Scalars['Float']['output']>;
  source: Source;
  /** As reported; null where e-SAKIP gives none. */
  total?: Maybe<Scalars['Float']['output']>;
  year: Scalars['Int']['output'];
};

/** An OPD's performance accountability in one year; the hub says which OPD that was. */
export type SakipYear = {
  __typename?: 'SakipYear';
  /** The indicators by which serves which; null when e-SAKIP does not answer. At most ten minutes old. */
  cascade?: Maybe<Array<SakipCascade>>;
  /** Code of the OPD that bore the duties in that year. */
  code: Scalars['String']['output'];
  /** Renstra, IKU, Perjanjian Kinerja, Rencana Aksi and LKjIP, each whether it is there or not. */
  documents: Array<SakipDocumentSet>;
  indicators?: Maybe<Array<SakipIndicator>>;
  opd?: Maybe<Opd>;
  year: Scalars['Int']['output'];
};

/** A column of a stream's source that a run has found otherwise than the run before. */
export type SchemaDrift = {
  __typename?: 'SchemaDrift';
  change: ColumnChange;
  /** As the system names it. */
  column: Scalars['String']['output'];
  /** Whether the stream was set still for it, because its records need the column; otherwise it went on. */
  isPaused: Scalars['Boolean']['output'];
  /** When a run first saw it. */
  since: Scalars['DateTime']['output'];
};

/** A report as Inspektorat is handed it. */
export type SealedLevyReport = {
  __typename?: 'SealedLevyReport';
  /** JWE (ECDH-ES, A256GCM) of a JSON document: what the reporter wrote, the amounts, and who he is where he said so. */
  content: Scalars['String']['output'];
  /** On which day the money was asked for. */
  day: Scalars['Date']['output'];
  id: Scalars['ID']['output'];
  kind: LevyReportKind;
  opd: Opd;
  /** Ids for `levyPhoto`. */
  photos: Array<Scalars['ID']['output']>;
  receivedOn: Scalars['Date']['output'];
  service?: Maybe<Service>;
  state: LevyState;
};

export type SealedLevyReportPage = {
  __typename?: 'SealedLevyReportPage';
  entries: Array<SealedLevyReport>;
  /** Where the next page begins; null on the last one. */
  next?: Maybe<Scalars['ID']['output']>;
};

/** A service of the city to its citizens. Public: nothing in it is about a person. */
export type Service = {
  __typename?: 'Service';
  /** What it is for, in a sentence. */
  about: Scalars['String']['output'];
  /** The catalogue's code, for example `dpmptsp.izin-praktik-dokter`; it never changes. */
  code: Scalars['String']['output'];
  /**
   * What systems call it, each by its code or else the first of its words: `applyForPermit` takes that of `dpmptsp/perizinan`.
   * Empty where no system that the hub knows has it.
   */
  codes: Array<ServiceCode>;
  name: Scalars['String']['output'];
  /** The OPD that answers for it. */
  opd: Opd;
  /** The service standard in force on a day, today by default; null where the catalogue has none of that day. */
  standard?: Maybe<ServiceStandard>;
};


/** A service of the city to its citizens. Public: nothing in it is about a person. */
export type ServiceStandardArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

export type ServiceChannel =
  /** The citizen must meet an official. */
  | 'COUNTER'
  /** Done at home. */
  | 'ONLINE';

/** What a system calls a service. */
export type ServiceCode = {
  __typename?: 'ServiceCode';
  /** For example `PAUD`. */
  code: Scalars['String']['output'];
  /** OPD and system, for example `dpmptsp/perizinan`. */
  system: Scalars['String']['output'];
};

/**
 * What a service standard promises in a span of time (UU 25/2009, PermenPANRB 15/2014). Where `isDefault` is true, it is the hub's
 * assumption, because no decree of the city was found.
 */
export type ServiceStandard = {
  __typename?: 'ServiceStandard';
  /** Laws and regulations that it rests on. */
  basis: Array<Scalars['String']['output']>;
  /** Where to complain about the service. */
  complaints: Scalars['String']['output'];
  /** Working days until it is decided: Monday to Friday without national holidays and collective leave. Null where none are known. */
  days?: Maybe<Scalars['Int']['output']>;
  /** How far the service can be had without meeting an official. */
  digital: DigitalService;
  from: Scalars['Date']['output'];
  /** Whether it is an assumption of the hub and no decree of the city. */
  isDefault: Scalars['Boolean']['output'];
  note?: Maybe<Scalars['String']['output']>;
  /** What may be asked for it, in rupiah; 0 is free of charge. Null where no one sum is known: `note` says why. Report whoever asks for more: `reportLevy`. */
  officialFee?: Maybe<Scalars['Rupiah']['output']>;
  /** What the citizen gets. */
  product: Scalars['String']['output'];
  /** What is to be brought or uploaded. */
  requirements: Array<Scalars['String']['output']>;
  steps: Array<ServiceStep>;
  /** Its last day; null for one that goes on. */
  until?: Maybe<Scalars['Date']['output']>;
};

export type ServiceStep = {
  __typename?: 'ServiceStep';
  channel: ServiceChannel;
  name: Scalars['String']['output'];
};

/** Where a value came from and how fresh it is. */
export type Source = {
  __typename?: 'Source';
  /** When the OPD's system gave this value. */
  asOf: Scalars['DateTime']['output'];
  mode: SourceMode;
  /** Code of the OPD whose system holds the original, for example `dpmptsp`. */
  opd: Scalars['String']['output'];
  /** Name of the OPD's system, for example `perizinan`. */
  system: Scalars['String']['output'];
};

/** What the hub keeps to when it calls a source of a system; the file's own limits, or the hub's where it says nothing. */
export type SourceLimits = {
  __typename?: 'SourceLimits';
  /** Calls at once. */
  concurrency: Scalars['Int']['output'];
  /** Calls a day; null where the file says nothing. */
  perDay?: Maybe<Scalars['Int']['output']>;
  /** Calls a minute; null where the file says nothing. */
  perMinute?: Maybe<Scalars['Int']['output']>;
  protocol: Scalars['String']['output'];
  /** Calls of a day that only people may use, not jobs. */
  reserve: Scalars['Int']['output'];
  /** As the file names it. */
  source: Scalars['String']['output'];
  /** How long one call may take. */
  timeoutMs: Scalars['Int']['output'];
};

/** How the hub came by a value. */
export type SourceMode =
  /** Taken from the hub's copy, because the OPD's system did not answer or is only read in the background. */
  | 'COPY'
  /** Asked of the OPD's own system while answering this query. */
  | 'LIVE';

/**
 * Something that a citizen has handed in for an agency. The hub keeps it from the moment that it answers, brings it to the
 * agency's system, and forgets its words when the agency has them.
 */
export type Submission = {
  __typename?: 'Submission';
  acceptedOn: Scalars['DateTime']['output'];
  /** When the hub heard that the agency has it. */
  deliveredOn?: Maybe<Scalars['DateTime']['output']>;
  /** The hub's own number; says nothing. */
  id: Scalars['ID']['output'];
  /** The mutation that it came by, for example `fileComplaint`. */
  kind: Scalars['String']['output'];
  /** The agency that it is for. */
  opd?: Maybe<Opd>;
  /** Why the agency refused it, in its own words, in Indonesian. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The agency's own number of it, once it has one and tells it. */
  receipt?: Maybe<Scalars['String']['output']>;
  state: SubmissionState;
  /** Its way so far, the oldest step first. */
  timeline: Array<SubmissionStep>;
};

export type SubmissionPage = {
  __typename?: 'SubmissionPage';
  entries: Array<Submission>;
  /** Where the next page begins; null on the last. */
  next?: Maybe<Scalars['ID']['output']>;
};

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

/** One step on the way of a submission. */
export type SubmissionStep = {
  __typename?: 'SubmissionStep';
  on: Scalars['DateTime']['output'];
  state: SubmissionState;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Each of the caller's applications that changes from now on, at least once. */
  applicationChanged?: Maybe<Application>;
};

/** One of the nine elements of service that people are asked about. */
export type SurveyElement = {
  __typename?: 'SurveyElement';
  /** `U1` to `U9`. */
  element: Scalars['String']['output'];
  /** 1 to 4; null where it is not known. */
  mean?: Maybe<Scalars['Float']['output']>;
  name: Scalars['String']['output'];
};

/** read = written + unchanged + rejected + deleted, or the run is no success. */
export type SyncCounts = {
  __typename?: 'SyncCounts';
  /** Marked by the source as deleted. */
  deleted: Scalars['Int']['output'];
  read: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
  /** Copies that a sweep did not find in the source any more. */
  vanished: Scalars['Int']['output'];
  written: Scalars['Int']['output'];
};

export type SyncOutcome =
  | 'FAILED'
  /** It added up. */
  | 'SUCCEEDED'
  /** Under way; or stopped half-way, and the next run goes on where it stood. */
  | 'UNFINISHED';

/** A run of a stream. */
export type SyncRun = {
  __typename?: 'SyncRun';
  counts: SyncCounts;
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it read all, or only what had changed. */
  isSweep: Scalars['Boolean']['output'];
  outcome: SyncOutcome;
  /** Why it did not succeed, in Indonesian. */
  reason?: Maybe<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
};

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

/** A stream of records from a system of an OPD into the hub's copies. */
export type SyncStream = {
  __typename?: 'SyncStream';
  /** Of the last run, or of the one under way. */
  counts?: Maybe<SyncCounts>;
  /** How the columns of its source have changed, as runs have found it, the newest first; twenty changes are kept. */
  drift: Array<SchemaDrift>;
  /** So many seconds lie between its runs; null where it has none but the daily one, or the system brings its rows. */
  every?: Maybe<Scalars['Int']['output']>;
  /** How old the copies are, in seconds; null before the first success. */
  lag?: Maybe<Scalars['Int']['output']>;
  lastSuccess?: Maybe<Scalars['DateTime']['output']>;
  nextRun?: Maybe<Scalars['DateTime']['output']>;
  /** Rows in quarantine, the oldest first, with what the OPD must mend. */
  quarantine: Array<QuarantinedRow>;
  /** Why it fails, is paused or needs a person, in Indonesian. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Copies that the hub holds. */
  records: Scalars['Int']['output'];
  /** Rows that lie in quarantine now. */
  rejected: Scalars['Int']['output'];
  /** Its last runs, the newest first; fifty are kept. */
  runs: Array<SyncRun>;
  /** When it is read, by its connector file, in Indonesian. */
  schedule: Scalars['String']['output'];
  state: SyncState;
  /** `dpmptsp/perizinan/Permit`. */
  stream: Scalars['String']['output'];
  /** When all of it is read each day, `HH:MM` Jakarta time. */
  sweepAt?: Maybe<Scalars['String']['output']>;
};


/** A stream of records from a system of an OPD into the hub's copies. */
export type SyncStreamQuarantineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A stream of records from a system of an OPD into the hub's copies. */
export type SyncStreamRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type SystemState =
  /** Most of the last calls were answered. */
  | 'ANSWERING'
  /** Half of the last calls or more were not. */
  | 'FAILING'
  /** It failed several times in a row, so the hub leaves it alone for a while. */
  | 'LEFT_ALONE'
  /** It has not been asked in the last five minutes. */
  | 'UNKNOWN';

/** Allowances (TPP) of the last month that is settled, as sums: nobody's own is here. */
export type TppFigure = {
  __typename?: 'TppFigure';
  /** As the hub computes it by the rule file in force: a proposal. Without those who are counted in `incompleteCount`. */
  computed?: Maybe<Scalars['Rupiah']['output']>;
  /** Computed less paid, of the employees of whom both are known: less than 0 where more was paid than computed. */
  discrepancy?: Maybe<Scalars['Rupiah']['output']>;
  /** Employees who were paid otherwise than computed. */
  discrepancyCount?: Maybe<Scalars['Int']['output']>;
  /** Employees for whom something is missing, so that nothing was computed. */
  incompleteCount?: Maybe<Scalars['Int']['output']>;
  /** What BPKAD paid to all employees, before tax. */
  paid?: Maybe<Scalars['Rupiah']['output']>;
};

export type TrendBy =
  | 'CITY'
  | 'OPD'
  | 'SERVICE';

/** A line of a trend. */
export type TrendLine = {
  __typename?: 'TrendLine';
  /** Code of the OPD or of the service; null for the city. */
  key?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  points: Array<TrendPoint>;
};

export type TrendPoint = {
  __typename?: 'TrendPoint';
  month: Scalars['Month']['output'];
  /** Null where there is nothing to tell it from. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** Something handed in that is on its way, or stuck; without a word of it. */
export type WaitingSubmission = {
  __typename?: 'WaitingSubmission';
  /** How often the hub has tried to bring it. */
  attempts: Scalars['Int']['output'];
  /** The hub's own number; says nothing. */
  id: Scalars['ID']['output'];
  /** The mutation that it came by, for example `fileComplaint`. */
  kind: Scalars['String']['output'];
  /** When the hub tries next; null where a person must look first. */
  nextTry?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is not delivered yet, in the hub's words, for developers. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was handed in. */
  since: Scalars['DateTime']['output'];
  state: SubmissionState;
  /** The system that it is for: `sikesal`. */
  system: Scalars['String']['output'];
};

export type WorkingCalendar = {
  __typename?: 'WorkingCalendar';
  /** By day. */
  holidays: Array<Holiday>;
  /** Whether the holidays of the year are known; where they are not, only weekends are left out, and deadlines come too early. */
  isComplete: Scalars['Boolean']['output'];
  year: Scalars['Int']['output'];
};

export type YearValue = {
  __typename?: 'YearValue';
  value?: Maybe<Scalars['Float']['output']>;
  year: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessActorKind: AccessActorKind;
  AccessLogEntry: ResolverTypeWrapper<Omit<AccessLogEntry, 'opd' | 'whoOpd'> & { opd?: Maybe<ResolversTypes['Opd']>, whoOpd?: Maybe<ResolversTypes['Opd']> }>;
  AccessLogPage: ResolverTypeWrapper<Omit<AccessLogPage, 'entries'> & { entries: Array<ResolversTypes['AccessLogEntry']> }>;
  AccountLink: ResolverTypeWrapper<Omit<AccountLink, 'opd'> & { opd?: Maybe<ResolversTypes['Opd']> }>;
  AlertSeverity: AlertSeverity;
  Allowance: ResolverTypeWrapper<ShownAllowance>;
  AllowanceConfirmation: ResolverTypeWrapper<Omit<AllowanceConfirmation, 'opd'> & { opd?: Maybe<ResolversTypes['Opd']> }>;
  AllowanceLine: ResolverTypeWrapper<AllowanceLine>;
  AllowanceRule: ResolverTypeWrapper<AllowanceRule>;
  AllowanceState: AllowanceState;
  Application: ResolverTypeWrapper<ShownApplication>;
  ApplicationService: ResolverTypeWrapper<ApplicationService>;
  ApplicationStatus: ApplicationStatus;
  ApplicationStep: ResolverTypeWrapper<ApplicationStep>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BreakGlassRequest: ResolverTypeWrapper<BreakGlassRequest>;
  Breakdown: ResolverTypeWrapper<Breakdown>;
  BreakdownCell: ResolverTypeWrapper<BreakdownCell>;
  Case: ResolverTypeWrapper<Case>;
  CaseKind: CaseKind;
  CaseState: CaseState;
  Citizen: ResolverTypeWrapper<CitizenEntity>;
  City: ResolverTypeWrapper<ShownCity>;
  CityAlert: ResolverTypeWrapper<Omit<CityAlert, 'opd'> & { opd?: Maybe<ResolversTypes['Opd']> }>;
  CityMetric: CityMetric;
  CityStatus: ResolverTypeWrapper<ShownStatus>;
  ColumnChange: ColumnChange;
  ComparisonRow: ResolverTypeWrapper<Omit<ComparisonRow, 'opd'> & { opd: ResolversTypes['Opd'] }>;
  Complaint: ResolverTypeWrapper<KeyedComplaint>;
  ComplaintDeadlines: ResolverTypeWrapper<Omit<ComplaintDeadlines, 'waitingOpd'> & { waitingOpd?: Maybe<ResolversTypes['Opd']> }>;
  ComplaintFigures: ResolverTypeWrapper<ComplaintFigures>;
  ComplaintParty: ComplaintParty;
  ComplaintStage: ComplaintStage;
  ComplaintStatus: ComplaintStatus;
  ComplaintStep: ComplaintStep;
  ConnectorFile: ResolverTypeWrapper<ConnectorFile>;
  ConnectorOperation: ResolverTypeWrapper<ConnectorOperation>;
  Consent: ResolverTypeWrapper<Consent>;
  ConsentText: ResolverTypeWrapper<ConsentText>;
  DataRequest: ResolverTypeWrapper<ShownRequest>;
  DataRequestKind: DataRequestKind;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DigitalService: ResolverTypeWrapper<DigitalService>;
  EkinerjaFigure: ResolverTypeWrapper<EkinerjaFigure>;
  ErrorCode: ResolverTypeWrapper<ErrorCode>;
  FigureBasis: ResolverTypeWrapper<FigureBasis>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Freshness: ResolverTypeWrapper<Freshness>;
  Health: ResolverTypeWrapper<Health>;
  Holiday: ResolverTypeWrapper<Holiday>;
  Hub: ResolverTypeWrapper<HubSelf>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IkmFigure: ResolverTypeWrapper<IkmFigure>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Kecamatan: ResolverTypeWrapper<Kecamatan>;
  Kelurahan: ResolverTypeWrapper<Kelurahan>;
  LegalBasis: LegalBasis;
  LevyReceipt: ResolverTypeWrapper<LevyReceipt>;
  LevyReport: ResolverTypeWrapper<Omit<LevyReport, 'opd' | 'service'> & { opd: ResolversTypes['Opd'], service?: Maybe<ResolversTypes['Service']> }>;
  LevyReportInput: LevyReportInput;
  LevyReportKind: LevyReportKind;
  LevyState: LevyState;
  LevyStep: ResolverTypeWrapper<LevyStep>;
  LinkHow: LinkHow;
  LinkKind: ResolverTypeWrapper<Omit<LinkKind, 'opd'> & { opd?: Maybe<ResolversTypes['Opd']> }>;
  MissingAllowanceInput: ResolverTypeWrapper<MissingAllowanceInput>;
  Month: ResolverTypeWrapper<Scalars['Month']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MyData: ResolverTypeWrapper<MyData>;
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
  Opd: ResolverTypeWrapper<RegisteredOpd>;
  OpdAllowance: ResolverTypeWrapper<OpdAllowance>;
  OpdAllowancePage: ResolverTypeWrapper<OpdAllowancePage>;
  OpdSurvey: ResolverTypeWrapper<OpdSurvey>;
  OpdSystem: ResolverTypeWrapper<OpdSystem>;
  OperationArgument: OperationArgument;
  OperationTrial: ResolverTypeWrapper<OperationTrial>;
  PersonAttribute: PersonAttribute;
  PersonalText: ResolverTypeWrapper<Scalars['PersonalText']['output']>;
  QuarantinedRow: ResolverTypeWrapper<QuarantinedRow>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReportAnomaly: ResolverTypeWrapper<ReportAnomaly>;
  ReportAnomalyKind: ReportAnomalyKind;
  ReportedDay: ResolverTypeWrapper<ReportedDay>;
  ReportingDay: ResolverTypeWrapper<ReportingDay>;
  RuleSource: ResolverTypeWrapper<RuleSource>;
  Rupiah: ResolverTypeWrapper<Scalars['Rupiah']['output']>;
  SakipCascade: ResolverTypeWrapper<SakipCascade>;
  SakipComponent: ResolverTypeWrapper<SakipComponent>;
  SakipCriterion: ResolverTypeWrapper<SakipCriterion>;
  SakipDocument: ResolverTypeWrapper<SakipDocument>;
  SakipDocumentKind: SakipDocumentKind;
  SakipDocumentSet: ResolverTypeWrapper<RequiredDocumentSet>;
  SakipEvaluation: ResolverTypeWrapper<RequiredEvaluation>;
  SakipFigure: ResolverTypeWrapper<SakipFigure>;
  SakipFormula: SakipFormula;
  SakipIndicator: ResolverTypeWrapper<RequiredIndicator>;
  SakipLevel: SakipLevel;
  SakipQuarter: ResolverTypeWrapper<SakipQuarter>;
  SakipRecomputation: ResolverTypeWrapper<SakipRecomputation>;
  SakipRecomputed: ResolverTypeWrapper<SakipRecomputed>;
  SakipScore: ResolverTypeWrapper<SakipScore>;
  SakipTrendPoint: ResolverTypeWrapper<Omit<SakipTrendPoint, 'opd'> & { opd: ResolversTypes['Opd'] }>;
  SakipYear: ResolverTypeWrapper<RequiredYear>;
  SchemaDrift: ResolverTypeWrapper<SchemaDrift>;
  SealedLevyReport: ResolverTypeWrapper<Omit<SealedLevyReport, 'opd' | 'service'> & { opd: ResolversTypes['Opd'], service?: Maybe<ResolversTypes['Service']> }>;
  SealedLevyReportPage: ResolverTypeWrapper<Omit<SealedLevyReportPage, 'entries'> & { entries: Array<ResolversTypes['SealedLevyReport']> }>;
  Service: ResolverTypeWrapper<CatalogueService>;
  ServiceChannel: ServiceChannel;
  ServiceCode: ResolverTypeWrapper<ServiceCode>;
  ServiceStandard: ResolverTypeWrapper<ServiceStandard>;
  ServiceStep: ResolverTypeWrapper<ServiceStep>;
  Source: ResolverTypeWrapper<Source>;
  SourceLimits: ResolverTypeWrapper<SourceLimits>;
  SourceMode: SourceMode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Submission: ResolverTypeWrapper<ShownSubmission>;
  SubmissionPage: ResolverTypeWrapper<Omit<SubmissionPage, 'entries'> & { entries: Array<ResolversTypes['Submission']> }>;
  SubmissionResolution: SubmissionResolution;
  SubmissionState: SubmissionState;
  SubmissionStep: ResolverTypeWrapper<SubmissionStep>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SurveyElement: ResolverTypeWrapper<SurveyElement>;
  SyncCounts: ResolverTypeWrapper<SyncCounts>;
  SyncOutcome: SyncOutcome;
  SyncRun: ResolverTypeWrapper<SyncRun>;
  SyncState: SyncState;
  SyncStream: ResolverTypeWrapper<ShownStream>;
  SystemState: SystemState;
  TppFigure: ResolverTypeWrapper<TppFigure>;
  TrendBy: TrendBy;
  TrendLine: ResolverTypeWrapper<TrendLine>;
  TrendPoint: ResolverTypeWrapper<TrendPoint>;
  WaitingSubmission: ResolverTypeWrapper<WaitingSubmission>;
  WorkingCalendar: ResolverTypeWrapper<WorkingCalendar>;
  YearValue: ResolverTypeWrapper<YearValue>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessLogEntry: Omit<AccessLogEntry, 'opd' | 'whoOpd'> & { opd?: Maybe<ResolversParentTypes['Opd']>, whoOpd?: Maybe<ResolversParentTypes['Opd']> };
  AccessLogPage: Omit<AccessLogPage, 'entries'> & { entries: Array<ResolversParentTypes['AccessLogEntry']> };
  AccountLink: Omit<AccountLink, 'opd'> & { opd?: Maybe<ResolversParentTypes['Opd']> };
  Allowance: ShownAllowance;
  AllowanceConfirmation: Omit<AllowanceConfirmation, 'opd'> & { opd?: Maybe<ResolversParentTypes['Opd']> };
  AllowanceLine: AllowanceLine;
  AllowanceRule: AllowanceRule;
  Application: ShownApplication;
  ApplicationService: ApplicationService;
  ApplicationStep: ApplicationStep;
  Boolean: Scalars['Boolean']['output'];
  BreakGlassRequest: BreakGlassRequest;
  Breakdown: Breakdown;
  BreakdownCell: BreakdownCell;
  Case: Case;
  Citizen: CitizenEntity;
  City: ShownCity;
  CityAlert: Omit<CityAlert, 'opd'> & { opd?: Maybe<ResolversParentTypes['Opd']> };
  CityStatus: ShownStatus;
  ComparisonRow: Omit<ComparisonRow, 'opd'> & { opd: ResolversParentTypes['Opd'] };
  Complaint: KeyedComplaint;
  ComplaintDeadlines: Omit<ComplaintDeadlines, 'waitingOpd'> & { waitingOpd?: Maybe<ResolversParentTypes['Opd']> };
  ComplaintFigures: ComplaintFigures;
  ConnectorFile: ConnectorFile;
  ConnectorOperation: ConnectorOperation;
  Consent: Consent;
  ConsentText: ConsentText;
  DataRequest: ShownRequest;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DigitalService: DigitalService;
  EkinerjaFigure: EkinerjaFigure;
  ErrorCode: ErrorCode;
  FigureBasis: FigureBasis;
  Float: Scalars['Float']['output'];
  Freshness: Freshness;
  Health: Health;
  Holiday: Holiday;
  Hub: HubSelf;
  ID: Scalars['ID']['output'];
  IkmFigure: IkmFigure;
  Int: Scalars['Int']['output'];
  Kecamatan: Kecamatan;
  Kelurahan: Kelurahan;
  LevyReceipt: LevyReceipt;
  LevyReport: Omit<LevyReport, 'opd' | 'service'> & { opd: ResolversParentTypes['Opd'], service?: Maybe<ResolversParentTypes['Service']> };
  LevyReportInput: LevyReportInput;
  LevyStep: LevyStep;
  LinkKind: Omit<LinkKind, 'opd'> & { opd?: Maybe<ResolversParentTypes['Opd']> };
  MissingAllowanceInput: MissingAllowanceInput;
  Month: Scalars['Month']['output'];
  Mutation: Record<PropertyKey, never>;
  MyData: MyData;
  NIK: Scalars['NIK']['output'];
  Opd: RegisteredOpd;
  OpdAllowance: OpdAllowance;
  OpdAllowancePage: OpdAllowancePage;
  OpdSurvey: OpdSurvey;
  OpdSystem: OpdSystem;
  OperationArgument: OperationArgument;
  OperationTrial: OperationTrial;
  PersonalText: Scalars['PersonalText']['output'];
  QuarantinedRow: QuarantinedRow;
  Query: Record<PropertyKey, never>;
  ReportAnomaly: ReportAnomaly;
  ReportedDay: ReportedDay;
  ReportingDay: ReportingDay;
  RuleSource: RuleSource;
  Rupiah: Scalars['Rupiah']['output'];
  SakipCascade: SakipCascade;
  SakipComponent: SakipComponent;
  SakipCriterion: SakipCriterion;
  SakipDocument: SakipDocument;
  SakipDocumentSet: RequiredDocumentSet;
  SakipEvaluation: RequiredEvaluation;
  SakipFigure: SakipFigure;
  SakipIndicator: RequiredIndicator;
  SakipQuarter: SakipQuarter;
  SakipRecomputation: SakipRecomputation;
  SakipRecomputed: SakipRecomputed;
  SakipScore: SakipScore;
  SakipTrendPoint: Omit<SakipTrendPoint, 'opd'> & { opd: ResolversParentTypes['Opd'] };
  SakipYear: RequiredYear;
  SchemaDrift: SchemaDrift;
  SealedLevyReport: Omit<SealedLevyReport, 'opd' | 'service'> & { opd: ResolversParentTypes['Opd'], service?: Maybe<ResolversParentTypes['Service']> };
  SealedLevyReportPage: Omit<SealedLevyReportPage, 'entries'> & { entries: Array<ResolversParentTypes['SealedLevyReport']> };
  Service: CatalogueService;
  ServiceCode: ServiceCode;
  ServiceStandard: ServiceStandard;
  ServiceStep: ServiceStep;
  Source: Source;
  SourceLimits: SourceLimits;
  String: Scalars['String']['output'];
  Submission: ShownSubmission;
  SubmissionPage: Omit<SubmissionPage, 'entries'> & { entries: Array<ResolversParentTypes['Submission']> };
  SubmissionStep: SubmissionStep;
  Subscription: Record<PropertyKey, never>;
  SurveyElement: SurveyElement;
  SyncCounts: SyncCounts;
  SyncRun: SyncRun;
  SyncStream: ShownStream;
  TppFigure: TppFigure;
  TrendLine: TrendLine;
  TrendPoint: TrendPoint;
  WaitingSubmission: WaitingSubmission;
  WorkingCalendar: WorkingCalendar;
  YearValue: YearValue;
};

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ExternalDirectiveArgs = { };

export type ExternalDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = ExternalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type KeyDirectiveArgs = {
  fields: Scalars['String']['input'];
  resolvable?: Maybe<Scalars['Boolean']['input']>;
};

export type KeyDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = KeyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: Array<Array<Scalars['String']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ProvidesDirectiveArgs = {
  fields: Scalars['String']['input'];
};

export type ProvidesDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = ProvidesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresDirectiveArgs = {
  fields: Scalars['String']['input'];
};

export type RequiresDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = RequiresDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['String']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessLogEntryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessLogEntry'] = ResolversParentTypes['AccessLogEntry']> = {
  app?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  who?: Resolver<ResolversTypes['AccessActorKind'], ParentType, ContextType>;
  whoOpd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
};

export type AccessLogPageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessLogPage'] = ResolversParentTypes['AccessLogPage']> = {
  entries?: Resolver<Array<ResolversTypes['AccessLogEntry']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccountLinkResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccountLink'] = ResolversParentTypes['AccountLink']> = {
  how?: Resolver<ResolversTypes['LinkHow'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  linkedOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  maskedValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
};

export type AllowanceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Allowance'] = ResolversParentTypes['Allowance']> = {
  amount?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  ceilingSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  computedOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  confirmedOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  discrepancy?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isConfirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['AllowanceLine']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingAllowanceInput']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  newer?: Resolver<Maybe<ResolversTypes['Allowance']>, ParentType, ContextType>;
  paid?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['AllowanceRule']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AllowanceState'], ParentType, ContextType>;
};

export type AllowanceConfirmationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AllowanceConfirmation'] = ResolversParentTypes['AllowanceConfirmation']> = {
  confirmedOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
};

export type AllowanceLineResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AllowanceLine'] = ResolversParentTypes['AllowanceLine']> = {
  amount?: Resolver<ResolversTypes['Rupiah'], ParentType, ContextType>;
  base?: Resolver<ResolversTypes['Rupiah'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AllowanceRuleResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AllowanceRule'] = ResolversParentTypes['AllowanceRule']> = {
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  charged?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  officialFee?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  overcharge?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ApplicationService'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  submittedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['ApplicationStep']>, ParentType, ContextType>;
};

export type ApplicationServiceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ApplicationService'] = ResolversParentTypes['ApplicationService']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationStepResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ApplicationStep'] = ResolversParentTypes['ApplicationStep']> = {
  on?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
};

export type BreakGlassRequestResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['BreakGlassRequest'] = ResolversParentTypes['BreakGlassRequest']> = {
  case?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BreakdownResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Breakdown'] = ResolversParentTypes['Breakdown']> = {
  cells?: Resolver<Array<ResolversTypes['BreakdownCell']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BreakdownCellResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['BreakdownCell'] = ResolversParentTypes['BreakdownCell']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isHidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case']> = {
  basis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CaseKind'], ParentType, ContextType>;
  openedOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CitizenResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen']> = {
  accessLog?: Resolver<Maybe<ResolversTypes['AccessLogPage']>, ParentType, ContextType, RequireFields<CitizenAccessLogArgs, 'byOthers' | 'first'>>;
  applications?: Resolver<Maybe<Array<ResolversTypes['Application']>>, ParentType, ContextType, RequireFields<CitizenApplicationsArgs, 'first'>>;
  consents?: Resolver<Maybe<Array<ResolversTypes['Consent']>>, ParentType, ContextType>;
  dataRequests?: Resolver<Maybe<Array<ResolversTypes['DataRequest']>>, ParentType, ContextType>;
  links?: Resolver<Maybe<Array<ResolversTypes['AccountLink']>>, ParentType, ContextType>;
  myData?: Resolver<Maybe<ResolversTypes['MyData']>, ParentType, ContextType>;
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
  reportingCalendar?: Resolver<Maybe<Array<ResolversTypes['ReportedDay']>>, ParentType, ContextType, Partial<CitizenReportingCalendarArgs>>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType, RequireFields<CitizenSubmissionArgs, 'id'>>;
  submissions?: Resolver<Maybe<ResolversTypes['SubmissionPage']>, ParentType, ContextType, RequireFields<CitizenSubmissionsArgs, 'first'>>;
  tpp?: Resolver<Maybe<ResolversTypes['Allowance']>, ParentType, ContextType, Partial<CitizenTppArgs>>;
};

export type CityResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['City'] = ResolversParentTypes['City']> = {
  alerts?: Resolver<Array<ResolversTypes['CityAlert']>, ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['Breakdown'], ParentType, ContextType, RequireFields<CityBreakdownArgs, 'by' | 'from' | 'to'>>;
  compare?: Resolver<Array<ResolversTypes['ComparisonRow']>, ParentType, ContextType, RequireFields<CityCompareArgs, 'metric' | 'years'>>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  opds?: Resolver<Array<ResolversTypes['CityStatus']>, ParentType, ContextType, RequireFields<CityOpdsArgs, 'descending'>>;
  totals?: Resolver<ResolversTypes['CityStatus'], ParentType, ContextType>;
  trend?: Resolver<Array<ResolversTypes['TrendLine']>, ParentType, ContextType, RequireFields<CityTrendArgs, 'by' | 'from' | 'metric' | 'to'>>;
};

export type CityAlertResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CityAlert'] = ResolversParentTypes['CityAlert']> = {
  comparedWith?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['CityMetric']>, ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CityStatusResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CityStatus'] = ResolversParentTypes['CityStatus']> = {
  basis?: Resolver<ResolversTypes['FigureBasis'], ParentType, ContextType, RequireFields<CityStatusBasisArgs, 'of'>>;
  complaints?: Resolver<ResolversTypes['ComplaintFigures'], ParentType, ContextType>;
  digitalShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ekinerja?: Resolver<ResolversTypes['EkinerjaFigure'], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  ikm?: Resolver<ResolversTypes['IkmFigure'], ParentType, ContextType>;
  levyReports?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  medianDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  openApplications?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  overcharged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  overdueApplications?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sakip?: Resolver<ResolversTypes['SakipFigure'], ParentType, ContextType>;
  slaCompliance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tpp?: Resolver<ResolversTypes['TppFigure'], ParentType, ContextType>;
};

export type ComparisonRowResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ComparisonRow'] = ResolversParentTypes['ComparisonRow']> = {
  opd?: Resolver<ResolversTypes['Opd'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['YearValue']>, ParentType, ContextType>;
};

export type ComplaintResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Complaint'] = ResolversParentTypes['Complaint']> = {
  actedOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deadlines?: Resolver<Maybe<ResolversTypes['ComplaintDeadlines']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  reportedOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ComplaintStatus']>, ParentType, ContextType>;
  verifiedOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ComplaintDeadlinesResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ComplaintDeadlines'] = ResolversParentTypes['ComplaintDeadlines']> = {
  actBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  late?: Resolver<Array<ResolversTypes['ComplaintStep']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reactBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolveBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleSource'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['ComplaintStage'], ParentType, ContextType>;
  verifyBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  waitingFor?: Resolver<Maybe<ResolversTypes['ComplaintParty']>, ParentType, ContextType>;
  waitingOpd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
};

export type ComplaintFiguresResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ComplaintFigures'] = ResolversParentTypes['ComplaintFigures']> = {
  open?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ConnectorFileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ConnectorFile'] = ResolversParentTypes['ConnectorFile']> = {
  describe?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limits?: Resolver<Array<ResolversTypes['SourceLimits']>, ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['ConnectorOperation']>, ParentType, ContextType>;
  protocols?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  streams?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConnectorOperationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ConnectorOperation'] = ResolversParentTypes['ConnectorOperation']> = {
  isWrite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  app?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  textVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  withdrawnOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ConsentTextResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ConsentText'] = ResolversParentTypes['ConsentText']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DataRequestResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DataRequest'] = ResolversParentTypes['DataRequest']> = {
  answer?: Resolver<Maybe<ResolversTypes['PersonalText']>, ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  askedOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  done?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DataRequestKind'], ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  what?: Resolver<Maybe<ResolversTypes['PersonalText']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DigitalServiceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DigitalService'] = ResolversParentTypes['DigitalService']> = {
  counterSteps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isFullyDigital?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  onlineSteps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EkinerjaFigureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['EkinerjaFigure'] = ResolversParentTypes['EkinerjaFigure']> = {
  reportingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ErrorCodeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ErrorCode'] = ResolversParentTypes['ErrorCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isRetryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FigureBasisResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FigureBasis'] = ResolversParentTypes['FigureBasis']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  systems?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FreshnessResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Freshness'] = ResolversParentTypes['Freshness']> = {
  oldestAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Health'] = ResolversParentTypes['Health']> = {
  answering?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HolidayResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Holiday'] = ResolversParentTypes['Holiday']> = {
  isCertain?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isCollectiveLeave?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type HubResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Hub'] = ResolversParentTypes['Hub']> = {
  errorCodes?: Resolver<Array<ResolversTypes['ErrorCode']>, ParentType, ContextType>;
  opds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  records?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  release?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  services?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  submissionsToday?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  systems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  systemsAnswering?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  systemsFailing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IkmFigureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['IkmFigure'] = ResolversParentTypes['IkmFigure']> = {
  answers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type KecamatanResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Kecamatan'] = ResolversParentTypes['Kecamatan']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kelurahan?: Resolver<Array<ResolversTypes['Kelurahan']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KelurahanResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Kelurahan'] = ResolversParentTypes['Kelurahan']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type LevyReceiptResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LevyReceipt'] = ResolversParentTypes['LevyReceipt']> = {
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LevyReportResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LevyReport'] = ResolversParentTypes['LevyReport']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opd?: Resolver<ResolversTypes['Opd'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LevyState'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['LevyStep']>, ParentType, ContextType>;
};

export type LevyStepResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LevyStep'] = ResolversParentTypes['LevyStep']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LevyState'], ParentType, ContextType>;
};

export type LinkKindResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LinkKind'] = ResolversParentTypes['LinkKind']> = {
  ask?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
};

export type MissingAllowanceInputResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['MissingAllowanceInput'] = ResolversParentTypes['MissingAllowanceInput']> = {
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface MonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Month'], any> {
  name: 'Month';
}

export type MutationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  answerDataRequest?: Resolver<ResolversTypes['DataRequest'], ParentType, ContextType, RequireFields<MutationAnswerDataRequestArgs, 'answer' | 'done' | 'id'>>;
  answerLevyReport?: Resolver<ResolversTypes['SealedLevyReport'], ParentType, ContextType, RequireFields<MutationAnswerLevyReportArgs, 'id' | 'state'>>;
  approveBreakGlass?: Resolver<ResolversTypes['Case'], ParentType, ContextType, RequireFields<MutationApproveBreakGlassArgs, 'id'>>;
  closeCase?: Resolver<ResolversTypes['Case'], ParentType, ContextType, RequireFields<MutationCloseCaseArgs, 'id'>>;
  confirmAllowance?: Resolver<ResolversTypes['AllowanceConfirmation'], ParentType, ContextType, RequireFields<MutationConfirmAllowanceArgs, 'id'>>;
  giveConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationGiveConsentArgs, 'app' | 'purpose' | 'scopes' | 'textVersion'>>;
  linkAccount?: Resolver<ResolversTypes['AccountLink'], ParentType, ContextType, RequireFields<MutationLinkAccountArgs, 'fact' | 'kind' | 'number'>>;
  openCase?: Resolver<ResolversTypes['Case'], ParentType, ContextType, RequireFields<MutationOpenCaseArgs, 'nik' | 'reference'>>;
  pauseSync?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationPauseSyncArgs, 'stream'>>;
  replaySync?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationReplaySyncArgs, 'stream'>>;
  reportLevy?: Resolver<ResolversTypes['LevyReceipt'], ParentType, ContextType, RequireFields<MutationReportLevyArgs, 'input'>>;
  requestAboutData?: Resolver<ResolversTypes['DataRequest'], ParentType, ContextType, RequireFields<MutationRequestAboutDataArgs, 'kind' | 'opd' | 'what'>>;
  requestBreakGlass?: Resolver<ResolversTypes['Case'], ParentType, ContextType, RequireFields<MutationRequestBreakGlassArgs, 'basis' | 'nik' | 'reason' | 'reference'>>;
  resolveSubmission?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationResolveSubmissionArgs, 'id' | 'opd' | 'resolution'>>;
  resumeSync?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationResumeSyncArgs, 'stream'>>;
  runSync?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRunSyncArgs, 'stream'>>;
  takeDataRequest?: Resolver<ResolversTypes['Case'], ParentType, ContextType, RequireFields<MutationTakeDataRequestArgs, 'id'>>;
  tryOperation?: Resolver<ResolversTypes['OperationTrial'], ParentType, ContextType, RequireFields<MutationTryOperationArgs, 'arguments' | 'opd' | 'operation'>>;
  unlinkAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnlinkAccountArgs, 'id'>>;
  withdrawConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'id'>>;
};

export type MyDataResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['MyData'] = ResolversParentTypes['MyData']> = {
  generatedOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  json?: Resolver<ResolversTypes['PersonalText'], ParentType, ContextType>;
};

export interface NikScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NIK'], any> {
  name: 'NIK';
}

export type OpdResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Opd'] = ResolversParentTypes['Opd']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  connectors?: Resolver<Maybe<Array<ResolversTypes['ConnectorFile']>>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outbox?: Resolver<Maybe<Array<ResolversTypes['WaitingSubmission']>>, ParentType, ContextType, RequireFields<OpdOutboxArgs, 'first'>>;
  predecessors?: Resolver<Array<ResolversTypes['Opd']>, ParentType, ContextType>;
  reportAnomalies?: Resolver<Maybe<Array<ResolversTypes['ReportAnomaly']>>, ParentType, ContextType, RequireFields<OpdReportAnomaliesArgs, 'month'>>;
  reporting?: Resolver<Maybe<Array<ResolversTypes['ReportingDay']>>, ParentType, ContextType, Partial<OpdReportingArgs>>;
  sakip?: Resolver<Maybe<ResolversTypes['SakipYear']>, ParentType, ContextType, Partial<OpdSakipArgs>>;
  sakipBearers?: Resolver<Array<ResolversTypes['Opd']>, ParentType, ContextType, Partial<OpdSakipBearersArgs>>;
  sakipTrend?: Resolver<Maybe<Array<ResolversTypes['SakipTrendPoint']>>, ParentType, ContextType, Partial<OpdSakipTrendArgs>>;
  services?: Resolver<Array<ResolversTypes['Service']>, ParentType, ContextType>;
  survey?: Resolver<Maybe<ResolversTypes['OpdSurvey']>, ParentType, ContextType, Partial<OpdSurveyArgs>>;
  sync?: Resolver<Maybe<Array<ResolversTypes['SyncStream']>>, ParentType, ContextType>;
  systems?: Resolver<Array<ResolversTypes['OpdSystem']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type OpdAllowanceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OpdAllowance'] = ResolversParentTypes['OpdAllowance']> = {
  amount?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  discrepancy?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isConfirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['AllowanceLine']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingAllowanceInput']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nip?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paid?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['AllowanceRule']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AllowanceState'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OpdAllowancePageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OpdAllowancePage'] = ResolversParentTypes['OpdAllowancePage']> = {
  entries?: Resolver<Array<ResolversTypes['OpdAllowance']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OpdSurveyResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OpdSurvey'] = ResolversParentTypes['OpdSurvey']> = {
  answers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  elements?: Resolver<Array<ResolversTypes['SurveyElement']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ikm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['RuleSource']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpdSystemResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OpdSystem'] = ResolversParentTypes['OpdSystem']> = {
  errorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastOkAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latencyP95Ms?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quotaLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SystemState'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperationTrialResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OperationTrial'] = ResolversParentTypes['OperationTrial']> = {
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  milliseconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unreadable?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PersonalTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonalText'], any> {
  name: 'PersonalText';
}

export type QuarantinedRowResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['QuarantinedRow'] = ResolversParentTypes['QuarantinedRow']> = {
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  valueKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  breakGlassToApprove?: Resolver<Array<ResolversTypes['BreakGlassRequest']>, ParentType, ContextType>;
  caseCitizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType, RequireFields<QueryCitizenArgs, 'nik'>>;
  city?: Resolver<ResolversTypes['City'], ParentType, ContextType, Partial<QueryCityArgs>>;
  consentText?: Resolver<ResolversTypes['ConsentText'], ParentType, ContextType, RequireFields<QueryConsentTextArgs, 'app' | 'purpose' | 'scopes'>>;
  hub?: Resolver<ResolversTypes['Hub'], ParentType, ContextType>;
  kecamatan?: Resolver<Array<ResolversTypes['Kecamatan']>, ParentType, ContextType, Partial<QueryKecamatanArgs>>;
  levyPhoto?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryLevyPhotoArgs, 'id'>>;
  levyReport?: Resolver<Maybe<ResolversTypes['LevyReport']>, ParentType, ContextType, RequireFields<QueryLevyReportArgs, 'receipt'>>;
  levyReports?: Resolver<ResolversTypes['SealedLevyReportPage'], ParentType, ContextType, RequireFields<QueryLevyReportsArgs, 'first'>>;
  linkKinds?: Resolver<Array<ResolversTypes['LinkKind']>, ParentType, ContextType>;
  me?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  myCases?: Resolver<Array<ResolversTypes['Case']>, ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType, RequireFields<QueryOpdArgs, 'code'>>;
  opdAllowances?: Resolver<Maybe<ResolversTypes['OpdAllowancePage']>, ParentType, ContextType, RequireFields<QueryOpdAllowancesArgs, 'first' | 'month'>>;
  opds?: Resolver<Array<ResolversTypes['Opd']>, ParentType, ContextType, Partial<QueryOpdsArgs>>;
  openDataRequests?: Resolver<Array<ResolversTypes['DataRequest']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType, RequireFields<QueryServiceArgs, 'code'>>;
  services?: Resolver<Array<ResolversTypes['Service']>, ParentType, ContextType, RequireFields<QueryServicesArgs, 'first'>>;
  workingCalendar?: Resolver<ResolversTypes['WorkingCalendar'], ParentType, ContextType, Partial<QueryWorkingCalendarArgs>>;
};

export type ReportAnomalyResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReportAnomaly'] = ResolversParentTypes['ReportAnomaly']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReportAnomalyKind'], ParentType, ContextType>;
};

export type ReportedDayResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReportedDay'] = ResolversParentTypes['ReportedDay']> = {
  activities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ReportingDayResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReportingDay'] = ResolversParentTypes['ReportingDay']> = {
  employees?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleSourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RuleSource'] = ResolversParentTypes['RuleSource']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface RupiahScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Rupiah'], any> {
  name: 'Rupiah';
}

export type SakipCascadeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipCascade'] = ResolversParentTypes['SakipCascade']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['SakipLevel']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedAchievement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  servedBy?: Resolver<Array<ResolversTypes['SakipCascade']>, ParentType, ContextType>;
  servesOutside?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SakipComponentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipComponent'] = ResolversParentTypes['SakipComponent']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SakipCriterionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipCriterion'] = ResolversParentTypes['SakipCriterion']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  component?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SakipDocumentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipDocument'] = ResolversParentTypes['SakipDocument']> = {
  file?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SakipDocumentSetResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipDocumentSet'] = ResolversParentTypes['SakipDocumentSet']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documents?: Resolver<Maybe<Array<ResolversTypes['SakipDocument']>>, ParentType, ContextType>;
  isMissing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SakipDocumentKind'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SakipEvaluationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipEvaluation'] = ResolversParentTypes['SakipEvaluation']> = {
  components?: Resolver<Maybe<Array<ResolversTypes['SakipComponent']>>, ParentType, ContextType>;
  criteria?: Resolver<Maybe<Array<ResolversTypes['SakipCriterion']>>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recomputed?: Resolver<ResolversTypes['SakipScore'], ParentType, ContextType>;
  recomputedFromCriteria?: Resolver<ResolversTypes['SakipScore'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SakipFigureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipFigure'] = ResolversParentTypes['SakipFigure']> = {
  predicate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SakipIndicatorResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipIndicator'] = ResolversParentTypes['SakipIndicator']> = {
  formula?: Resolver<Maybe<ResolversTypes['SakipFormula']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['SakipLevel']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  quarter1?: Resolver<Maybe<ResolversTypes['SakipQuarter']>, ParentType, ContextType>;
  quarter2?: Resolver<Maybe<ResolversTypes['SakipQuarter']>, ParentType, ContextType>;
  quarter3?: Resolver<Maybe<ResolversTypes['SakipQuarter']>, ParentType, ContextType>;
  quarter4?: Resolver<Maybe<ResolversTypes['SakipQuarter']>, ParentType, ContextType>;
  recomputed?: Resolver<ResolversTypes['SakipRecomputed'], ParentType, ContextType>;
  recomputedQuarters?: Resolver<Array<ResolversTypes['SakipRecomputation']>, ParentType, ContextType>;
  reportedAchievement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  targetText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SakipQuarterResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipQuarter'] = ResolversParentTypes['SakipQuarter']> = {
  achievement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  realisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SakipRecomputationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipRecomputation'] = ResolversParentTypes['SakipRecomputation']> = {
  achievement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  predicate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quarter?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['RuleSource']>, ParentType, ContextType>;
};

export type SakipRecomputedResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipRecomputed'] = ResolversParentTypes['SakipRecomputed']> = {
  byApplication?: Resolver<ResolversTypes['SakipRecomputation'], ParentType, ContextType>;
  byRegulation?: Resolver<ResolversTypes['SakipRecomputation'], ParentType, ContextType>;
};

export type SakipScoreResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipScore'] = ResolversParentTypes['SakipScore']> = {
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  predicate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  predicates?: Resolver<Maybe<ResolversTypes['RuleSource']>, ParentType, ContextType>;
  remarks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weights?: Resolver<Maybe<ResolversTypes['RuleSource']>, ParentType, ContextType>;
};

export type SakipTrendPointResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipTrendPoint'] = ResolversParentTypes['SakipTrendPoint']> = {
  change?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  opd?: Resolver<ResolversTypes['Opd'], ParentType, ContextType>;
  predicate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recomputedPredicate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recomputedTotal?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SakipYearResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SakipYear'] = ResolversParentTypes['SakipYear']> = {
  cascade?: Resolver<Maybe<Array<ResolversTypes['SakipCascade']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['SakipDocumentSet']>, ParentType, ContextType>;
  indicators?: Resolver<Maybe<Array<ResolversTypes['SakipIndicator']>>, ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SchemaDriftResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SchemaDrift'] = ResolversParentTypes['SchemaDrift']> = {
  change?: Resolver<ResolversTypes['ColumnChange'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isPaused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SealedLevyReportResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SealedLevyReport'] = ResolversParentTypes['SealedLevyReport']> = {
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LevyReportKind'], ParentType, ContextType>;
  opd?: Resolver<ResolversTypes['Opd'], ParentType, ContextType>;
  photos?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LevyState'], ParentType, ContextType>;
};

export type SealedLevyReportPageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SealedLevyReportPage'] = ResolversParentTypes['SealedLevyReportPage']> = {
  entries?: Resolver<Array<ResolversTypes['SealedLevyReport']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  about?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  codes?: Resolver<Array<ResolversTypes['ServiceCode']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opd?: Resolver<ResolversTypes['Opd'], ParentType, ContextType>;
  standard?: Resolver<Maybe<ResolversTypes['ServiceStandard']>, ParentType, ContextType, Partial<ServiceStandardArgs>>;
};

export type ServiceCodeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ServiceCode'] = ResolversParentTypes['ServiceCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServiceStandardResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ServiceStandard'] = ResolversParentTypes['ServiceStandard']> = {
  basis?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  complaints?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  days?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  digital?: Resolver<ResolversTypes['DigitalService'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  officialFee?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requirements?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ServiceStep']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ServiceStepResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ServiceStep'] = ResolversParentTypes['ServiceStep']> = {
  channel?: Resolver<ResolversTypes['ServiceChannel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['SourceMode'], ParentType, ContextType>;
  opd?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceLimitsResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SourceLimits'] = ResolversParentTypes['SourceLimits']> = {
  concurrency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  perMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  protocol?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reserve?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeoutMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission']> = {
  acceptedOn?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubmissionState'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['SubmissionStep']>, ParentType, ContextType>;
};

export type SubmissionPageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SubmissionPage'] = ResolversParentTypes['SubmissionPage']> = {
  entries?: Resolver<Array<ResolversTypes['Submission']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SubmissionStepResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SubmissionStep'] = ResolversParentTypes['SubmissionStep']> = {
  on?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubmissionState'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  applicationChanged?: SubscriptionResolver<Maybe<ResolversTypes['Application']>, "applicationChanged", ParentType, ContextType>;
};

export type SurveyElementResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SurveyElement'] = ResolversParentTypes['SurveyElement']> = {
  element?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SyncCountsResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SyncCounts'] = ResolversParentTypes['SyncCounts']> = {
  deleted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vanished?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  written?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncRunResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SyncRun'] = ResolversParentTypes['SyncRun']> = {
  counts?: Resolver<ResolversTypes['SyncCounts'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isSweep?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SyncStreamResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SyncStream'] = ResolversParentTypes['SyncStream']> = {
  counts?: Resolver<Maybe<ResolversTypes['SyncCounts']>, ParentType, ContextType>;
  drift?: Resolver<Array<ResolversTypes['SchemaDrift']>, ParentType, ContextType>;
  every?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lag?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastSuccess?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextRun?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quarantine?: Resolver<Array<ResolversTypes['QuarantinedRow']>, ParentType, ContextType, RequireFields<SyncStreamQuarantineArgs, 'first'>>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runs?: Resolver<Array<ResolversTypes['SyncRun']>, ParentType, ContextType, RequireFields<SyncStreamRunsArgs, 'first'>>;
  schedule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SyncState'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sweepAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TppFigureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['TppFigure'] = ResolversParentTypes['TppFigure']> = {
  computed?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  discrepancy?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
  discrepancyCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  incompleteCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  paid?: Resolver<Maybe<ResolversTypes['Rupiah']>, ParentType, ContextType>;
};

export type TrendLineResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['TrendLine'] = ResolversParentTypes['TrendLine']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['TrendPoint']>, ParentType, ContextType>;
};

export type TrendPointResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['TrendPoint'] = ResolversParentTypes['TrendPoint']> = {
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type WaitingSubmissionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WaitingSubmission'] = ResolversParentTypes['WaitingSubmission']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextTry?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubmissionState'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkingCalendarResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WorkingCalendar'] = ResolversParentTypes['WorkingCalendar']> = {
  holidays?: Resolver<Array<ResolversTypes['Holiday']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type YearValueResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['YearValue'] = ResolversParentTypes['YearValue']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  AccessLogEntry?: AccessLogEntryResolvers<ContextType>;
  AccessLogPage?: AccessLogPageResolvers<ContextType>;
  AccountLink?: AccountLinkResolvers<ContextType>;
  Allowance?: AllowanceResolvers<ContextType>;
  AllowanceConfirmation?: AllowanceConfirmationResolvers<ContextType>;
  AllowanceLine?: AllowanceLineResolvers<ContextType>;
  AllowanceRule?: AllowanceRuleResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  ApplicationService?: ApplicationServiceResolvers<ContextType>;
  ApplicationStep?: ApplicationStepResolvers<ContextType>;
  BreakGlassRequest?: BreakGlassRequestResolvers<ContextType>;
  Breakdown?: BreakdownResolvers<ContextType>;
  BreakdownCell?: BreakdownCellResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  Citizen?: CitizenResolvers<ContextType>;
  City?: CityResolvers<ContextType>;
  CityAlert?: CityAlertResolvers<ContextType>;
  CityStatus?: CityStatusResolvers<ContextType>;
  ComparisonRow?: ComparisonRowResolvers<ContextType>;
  Complaint?: ComplaintResolvers<ContextType>;
  ComplaintDeadlines?: ComplaintDeadlinesResolvers<ContextType>;
  ComplaintFigures?: ComplaintFiguresResolvers<ContextType>;
  ConnectorFile?: ConnectorFileResolvers<ContextType>;
  ConnectorOperation?: ConnectorOperationResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentText?: ConsentTextResolvers<ContextType>;
  DataRequest?: DataRequestResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DigitalService?: DigitalServiceResolvers<ContextType>;
  EkinerjaFigure?: EkinerjaFigureResolvers<ContextType>;
  ErrorCode?: ErrorCodeResolvers<ContextType>;
  FigureBasis?: FigureBasisResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  Health?: HealthResolvers<ContextType>;
  Holiday?: HolidayResolvers<ContextType>;
  Hub?: HubResolvers<ContextType>;
  IkmFigure?: IkmFigureResolvers<ContextType>;
  Kecamatan?: KecamatanResolvers<ContextType>;
  Kelurahan?: KelurahanResolvers<ContextType>;
  LevyReceipt?: LevyReceiptResolvers<ContextType>;
  LevyReport?: LevyReportResolvers<ContextType>;
  LevyStep?: LevyStepResolvers<ContextType>;
  LinkKind?: LinkKindResolvers<ContextType>;
  MissingAllowanceInput?: MissingAllowanceInputResolvers<ContextType>;
  Month?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  MyData?: MyDataResolvers<ContextType>;
  NIK?: GraphQLScalarType;
  Opd?: OpdResolvers<ContextType>;
  OpdAllowance?: OpdAllowanceResolvers<ContextType>;
  OpdAllowancePage?: OpdAllowancePageResolvers<ContextType>;
  OpdSurvey?: OpdSurveyResolvers<ContextType>;
  OpdSystem?: OpdSystemResolvers<ContextType>;
  OperationTrial?: OperationTrialResolvers<ContextType>;
  PersonalText?: GraphQLScalarType;
  QuarantinedRow?: QuarantinedRowResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReportAnomaly?: ReportAnomalyResolvers<ContextType>;
  ReportedDay?: ReportedDayResolvers<ContextType>;
  ReportingDay?: ReportingDayResolvers<ContextType>;
  RuleSource?: RuleSourceResolvers<ContextType>;
  Rupiah?: GraphQLScalarType;
  SakipCascade?: SakipCascadeResolvers<ContextType>;
  SakipComponent?: SakipComponentResolvers<ContextType>;
  SakipCriterion?: SakipCriterionResolvers<ContextType>;
  SakipDocument?: SakipDocumentResolvers<ContextType>;
  SakipDocumentSet?: SakipDocumentSetResolvers<ContextType>;
  SakipEvaluation?: SakipEvaluationResolvers<ContextType>;
  SakipFigure?: SakipFigureResolvers<ContextType>;
  SakipIndicator?: SakipIndicatorResolvers<ContextType>;
  SakipQuarter?: SakipQuarterResolvers<ContextType>;
  SakipRecomputation?: SakipRecomputationResolvers<ContextType>;
  SakipRecomputed?: SakipRecomputedResolvers<ContextType>;
  SakipScore?: SakipScoreResolvers<ContextType>;
  SakipTrendPoint?: SakipTrendPointResolvers<ContextType>;
  SakipYear?: SakipYearResolvers<ContextType>;
  SchemaDrift?: SchemaDriftResolvers<ContextType>;
  SealedLevyReport?: SealedLevyReportResolvers<ContextType>;
  SealedLevyReportPage?: SealedLevyReportPageResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  ServiceCode?: ServiceCodeResolvers<ContextType>;
  ServiceStandard?: ServiceStandardResolvers<ContextType>;
  ServiceStep?: ServiceStepResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceLimits?: SourceLimitsResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  SubmissionPage?: SubmissionPageResolvers<ContextType>;
  SubmissionStep?: SubmissionStepResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SurveyElement?: SurveyElementResolvers<ContextType>;
  SyncCounts?: SyncCountsResolvers<ContextType>;
  SyncRun?: SyncRunResolvers<ContextType>;
  SyncStream?: SyncStreamResolvers<ContextType>;
  TppFigure?: TppFigureResolvers<ContextType>;
  TrendLine?: TrendLineResolvers<ContextType>;
  TrendPoint?: TrendPointResolvers<ContextType>;
  WaitingSubmission?: WaitingSubmissionResolvers<ContextType>;
  WorkingCalendar?: WorkingCalendarResolvers<ContextType>;
  YearValue?: YearValueResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  authenticated?: AuthenticatedDirectiveResolver<any, any, ContextType>;
  external?: ExternalDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  key?: KeyDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  provides?: ProvidesDirectiveResolver<any, any, ContextType>;
  requires?: RequiresDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
