/** One series of a `lineChart`, as columns of one length. */
export interface ChartSeries {
  /** Values on the horizontal axis. By default 1, 2, 3 …: epochs, steps. */
  readonly x?: ArrayLike<number>;
  /** Values on the vertical axis. */
  readonly y: ArrayLike<number>;
  /** The lower edge of a band around the line; with `high`. None by default. */
  readonly low?: ArrayLike<number>;
  /** The upper edge of the band. */
  readonly high?: ArrayLike<number>;
  /**
   * A line through the values, a dot at each of them (for published figures,
   * drawn in ink and on top of all), or both.
   * @default {"line"}
   */
  readonly mark?: "line" | "dots" | "both";
}
