/** What one size costs. */
export interface CostPoint {
  /** Number of ratings; above 0. */
  readonly ratings: number;
  /** Seconds an epoch; above 0. */
  readonly seconds: number;
}
