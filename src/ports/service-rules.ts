/** What the service catalogue says of one service, whatever a system calls it. */
export interface ServiceRule {
  /** The catalogue's code, for example `dpmptsp.izin-praktik-dokter`. */
  readonly code: string;
  /** Code of the OPD that answers for it. */
  readonly opd: string;
  readonly name: string;
  /** The last day on which it may be decided by the standard in force when it was submitted; undefined where none is. Days are `YYYY-MM-DD`. */
  dueOn(submittedOn: string): string | undefined;
  /** Whole rupiah by the tariff in force on that day; undefined where none is known. */
  officialFee(on: string): number | undefined;
}

/** The services of the city and the city's working days, as dated data says them. */
export interface ServiceRules {
  /** Another one when anything of the data is another: copies that were made by it are made anew. */
  readonly version: string;
  /** The service that a system (`dpmptsp/perizinan`) calls so, by code or by name; capitals and blanks do not matter. */
  find(system: string, called: string): ServiceRule | undefined;
  /** Working days after `from` up to and with `until`; 0 when that is no later. */
  countWorkingDays(from: string, until: string): number;
}
