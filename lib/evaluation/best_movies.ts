/** Options of {@linkcode bestMovies}. */
export interface BestMoviesOptions {
  /** How many movies; at least 1. Fewer where there are not so many. */
  readonly k: number;
  /** Movies to leave out, by column: those that the user has rated. */
  readonly without: ArrayLike<number>;
}

/**
 * The movies with the highest scores, the best first. Of movies with the same
 * score the one in the lower column comes first, so that a list never depends
 * on chance.
 *
 * @param scores One score a movie; shape [movies].
 * @returns Columns of movies; shape [at most k].
 * @throws {RangeError} If a score is not a number, or k is no count.
 *
 * @example A tie, and a movie that has been seen
 * ```ts
 * import { bestMovies } from "stacked-autoencoders";
 *
 * const list = bestMovies([2, 9, 2, 5, 2], { k: 3, without: [1] });
 * if (list.join() !== "3,0,2") throw new Error("1 is seen, 0 before 2");
 * ```
 */
export function bestMovies(
  scores: ArrayLike<number>,
  { k, without }: BestMoviesOptions,
): Int32Array {
  if (!Number.isSafeInteger(k) || k < 1) {
    throw new RangeError(
      `Cannot list movies as k must be a whole number of at least 1: current value is ${k}`,
    );
  }
  const isOut = new Uint8Array(scores.length);
  for (let at = 0; at < without.length; at++) isOut[without[at]] = 1;
  const best = new Int32Array(Math.min(k, scores.length));
  let count = 0;
  for (let movie = 0; movie < scores.length; movie++) {
    const score = scores[movie];
    if (Number.isNaN(score)) {
      throw new RangeError(
        `Cannot list movies as every score must be a number: current value of movie ${movie} is NaN`,
      );
    }
    if (isOut[movie]) continue;
    let place = count;
    while (place > 0 && scores[best[place - 1]] < score) place--;
    if (place === best.length) continue;
    best.copyWithin(place + 1, place, best.length - 1);
    best[place] = movie;
    if (count < best.length) count++;
  }
  return best.subarray(0, count);
}
