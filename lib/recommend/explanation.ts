/** One of the user's own ratings and what it did. */
export interface Reason {
  /** Column of the movie that was rated. */
  readonly movie: number;
  /** The user's rating, in stars. */
  readonly stars: number;
  /** How much the score would fall without it, in the score's unit. */
  readonly effect: number;
}

/** Why a movie got its score: what `explain` finds. */
export interface Explanation {
  /** Column of the movie. */
  readonly movie: number;
  /** Its score, unclipped, in the model's own unit. */
  readonly score: number;
  /** Every rating of the user, the largest effect first, up or down. */
  readonly reasons: readonly Reason[];
  /** The same in words. */
  readonly sentence: string;
}
