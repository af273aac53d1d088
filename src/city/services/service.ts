/** A step of a service: done at home, or where the citizen must meet an official. */
export interface ServiceStep {
  readonly name: string;
  readonly channel: 'online' | 'counter';
}

/**
 * What a service standard says in a span of time: its components that face the citizen (UU 25/2009 art. 21,
 * PermenPANRB 15/2014; DOMAIN §4).
 */
export interface ServiceStandard {
  /** `YYYY-MM-DD`, first and last day; open where `until` is absent. */
  readonly from: string;
  readonly until?: string;
  /** Whether it is our assumption and no decree of the city. */
  readonly isDefault: boolean;
  readonly requirements: readonly string[];
  readonly steps: readonly ServiceStep[];
  /** Working days; absent where none is known. */
  readonly days?: number;
  /** Whole rupiah, 0 for free; absent where no one sum is known. */
  readonly fee?: number;
  readonly product: string;
  /** Where to complain about the service. */
  readonly complaints: string;
  readonly basis: readonly string[];
  readonly note?: string;
}

/** A service of the city to its citizens. */
export interface Service {
  /** `dpmptsp.izin-praktik-dokter`: its OPD's code and its own. */
  readonly code: string;
  readonly name: string;
  readonly about: string;
  /** Further words that people search by. */
  readonly words: readonly string[];
  /** By system (`dpmptsp/perizinan`) the code by which that one calls it, then its names. */
  readonly calledBy: Readonly<Record<string, readonly string[]>>;
  /** In the order of the file. */
  readonly standards: readonly ServiceStandard[];
}

/** Code of the OPD that answers for a service. */
export function opdOf({ code }: Pick<Service, 'code'>): string {
  return code.slice(0, code.indexOf('.'));
}

/** The standard in force on a day, `YYYY-MM-DD`. */
export function findStandard({ standards }: Pick<Service, 'standards'>, day: string): ServiceStandard | undefined {
  return standards.find(({ from, until }) => from <= day && (until === undefined || day <= until));
}

/** How a system's word for a service is compared: capitals and blanks do not matter. */
export function foldCalled(called: string): string {
  return called.trim().replace(/\s+/g, ' ').toLowerCase();
}
