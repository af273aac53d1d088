/** A line of a chart; a value that is not known leaves a gap. */
export interface ChartLine {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The one that the chart is about is drawn stronger. */
  readonly isMain?: boolean;
}

/** What all parts of one chart are drawn from. */
export interface ChartData {
  /** What it shows, for whoever does not see it. */
  readonly label: string;
  /** What the values are of, in order: months or years. */
  readonly steps: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly writeStep: (step: string) => string;
  readonly writeValue: (value: number) => string;
  /** Whether the axis begins at nought, as it must where lengths are compared. */
  readonly fromZero?: boolean;
  /** Counts have no halves on their axis. */
  readonly isWhole?: boolean;
}
