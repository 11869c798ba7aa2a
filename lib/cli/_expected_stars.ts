import { BiasModel } from "../ratings/bias_model.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { shrunkMean } from "../ratings/shrunk_mean.ts";
import { clipToScale } from "../ratings/star_scale.ts";

/** As how many ratings without a bias a user's bias is shrunk: BiasModel's own. */
const shrinkage = 8;

/**
 * How many stars the bias model expects somebody to give each movie: what is
 * shown beside the films of a model that ranks and predicts no stars. The person
 * need not be among the training users: the user's bias comes from the row.
 *
 * @param row The ratings of that person; shape [1 row of `given`].
 * @param train What the bias model learns from.
 * @returns Stars, clipped to 1–5; shape [movies].
 */
export function expectedStars(
  { given, user }: { readonly given: RatingMatrix; readonly user: number },
  train: RatingMatrix,
): Float64Array {
  const { mean, movieBias } = BiasModel.fit(train);
  const { columns, stars } = given.row(user);
  let left = 0;
  columns.forEach((movie, at) => left += stars[at] - mean - movieBias[movie]);
  const userBias = shrunkMean(left, columns.length, { prior: 0, shrinkage });
  return clipToScale(movieBias.map((bias) => mean + userBias + bias), {
    lowest: 1,
    highest: 5,
  });
}
