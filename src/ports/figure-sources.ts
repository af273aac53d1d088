import type { FactKind } from './city-figures.ts';

/** A stream of records that the city's figures are counted from. */
export interface FigureSource {
  /** `dpmptsp/perizinan`. */
  readonly system: string;
  readonly kind: FactKind;
  /** The only OPD that its records count for; undefined where each record names its own. */
  readonly opd: string | undefined;
  /** How old it is; undefined until it has been read whole once. */
  readonly asOfMs: number | undefined;
}

/** Tells what the city's figures are counted from. */
export interface FigureSources {
  list(): Promise<readonly FigureSource[]>;
}
