/** A movie on somebody's list. */
export interface Recommendation {
  /** Its column in the rating matrix. */
  readonly movie: number;
  /** What the list is ordered by, unclipped, in the model's own unit. */
  readonly score: number;
  /**
   * The score to show, clipped to the scale, where the model predicts stars;
   * absent where its scores are something else.
   */
  readonly stars?: number;
}
