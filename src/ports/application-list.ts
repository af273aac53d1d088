/** An application of a citizen with any OPD, as the hub's copy has it. */
export interface ListedApplication {
  /** Names it to its citizen; says nothing of it. */
  readonly id: string;
  /** `dpmptsp/perizinan/Permit`. */
  readonly stream: string;
  /** The OPD's own number. */
  readonly number: string;
  readonly service: string;
  /** By what the catalogue knows the service, where that is not its name. */
  readonly called: string;
  /** What was charged, whole rupiah; undefined where the system does not say. */
  readonly charged: number | undefined;
  readonly status: string;
  /** `YYYY-MM-DD`. */
  readonly submittedOn: string | undefined;
  readonly dueOn: string | undefined;
  /** When the OPD's system gave it, or said that it had not changed. */
  readonly asOfMs: number;
  /** Changes that the hub has seen, the oldest first. */
  readonly steps: readonly { readonly status: string; readonly atMs: number }[];
}

export interface ApplicationFilter {
  readonly statuses?: readonly string[] | undefined;
  /** Codes of agencies; without them, of all. */
  readonly opds?: readonly string[] | undefined;
  /** Id of the one before the page. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** All applications of a citizen, of all OPDs. */
export interface ApplicationList {
  /** The newest first. @throws HubError BAD_USER_INPUT for an id that is none. */
  list(nik: string, filter: ApplicationFilter): Promise<readonly ListedApplication[]>;
  /** Tells of each application of the citizen, with those agencies, that changes from now on, at least once, until it is returned. */
  watch(nik: string, opds?: readonly string[]): AsyncIterableIterator<ListedApplication>;
}
