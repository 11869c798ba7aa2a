import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/**
 * How little known the movies of some lists are: their mean self-information,
 * −log₂(share of users who have rated the movie), in bits. A film that everyone
 * has rated tells nothing (0 bits), one that an eighth has rated 3 bits. Every
 * place of every list weighs alike. A movie without ratings, whose share has no
 * logarithm, counts as if one user had rated it.
 *
 * Source: Zhou et al. 2010, "Solving the apparent diversity-accuracy dilemma of
 * recommender systems" ("surprisal").
 *
 * @param lists One list of movies a user.
 * @param train The ratings that say how well known a movie is.
 * @returns In bits; 0 to log₂(users).
 * @throws {RangeError} If there is no movie in the lists, or one that `train`
 * does not have.
 *
 * @example One movie that all have rated, one that half have
 * ```ts
 * import { novelty, RatingMatrix } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 1, 0], movie: [0, 0, 1], stars: [5, 4, 3] },
 *   { users: 2, movies: 2 },
 * );
 * if (novelty([[0, 1]], train) !== 0.5) throw new Error("(0 + 1) / 2 bits");
 * ```
 */
export function novelty(
  lists: Iterable<ArrayLike<number>>,
  train: RatingMatrix,
): number {
  const { indptr } = train.rowsAre === "movies" ? train : train.transpose();
  let bits = 0;
  let places = 0;
  for (const list of lists) {
    for (const movie of Array.from(list)) {
      if (!Number.isInteger(movie) || movie < 0 || movie >= train.movies) {
        throw new RangeError(
          `Cannot measure novelty as movies must be columns from 0 to ${
            train.movies - 1
          }: current value is ${movie}`,
        );
      }
      const raters = Math.max(1, indptr[movie + 1] - indptr[movie]);
      bits += Math.log2(train.users / raters);
      places++;
    }
  }
  if (places === 0) {
    throw new RangeError(
      "Cannot measure novelty as there must be at least one movie in the lists: current value is 0 movies",
    );
  }
  return bits / places;
}
