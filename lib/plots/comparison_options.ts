/** One row of `comparisonBars`. */
export interface ComparedModel {
  /** What it is called; each name once. */
  readonly name: string;
  /** What it reached. */
  readonly value: number;
}

/** How `comparisonBars` draws. */
export interface ComparisonBarsOptions {
  /** What is compared, with its unit: "RMSE (stars)". */
  readonly label: string;
  /** Which values are better: of an error the lower ones. */
  readonly better: "lower" | "higher";
  /** The heading. By default the finding: which row is best. */
  readonly title?: string;
  /** A second line under the heading. None by default. */
  readonly subtitle?: string;
  /** Names of the rows to point out. By default the best one's. */
  readonly highlight?: string | readonly string[];
  /**
   * Names of the rows to draw hollow, such as those that were published and not
   * measured here. None by default.
   */
  readonly hollow?: string | readonly string[];
  /**
   * Whether the axis begins at 0. By default it does, with bars, unless the
   * smallest value is more than half of the largest: then dots, on an axis that
   * begins near the smallest, show the differences that bars would hide.
   */
  readonly fromZero?: boolean;
  /** How a value is written; with three decimals by default. */
  readonly format?: (value: number) => string;
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /** In pixels; by default what the rows need. */
  readonly height?: number;
}
