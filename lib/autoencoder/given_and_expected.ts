import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/** What a model is told, and what it is asked; both one row a user. */
export interface GivenAndExpected {
  /** The ratings that the model sees. */
  readonly given: RatingMatrix;
  /** The ratings that it is asked to predict. */
  readonly expected: RatingMatrix;
}
