/** How the OPDs' systems name the OPDs themselves: each system has numbers and names of its own, which change. */
export interface OpdCodes {
  /** The code of an OPD in a system in a year, or undefined when it has none there. */
  findCode(system: string, opd: string, year: number): string | undefined;
  /** The hub's code of the OPD that a system means by a code or a name in a year; undefined when nobody is meant. */
  findOpd(system: string, codeOrName: string, year: number): string | undefined;
  /** The systems whose codes are known. */
  readonly systems: readonly string[];
}
