import { Random } from "../random/random.ts";
import { shuffledOrder } from "../random/shuffle.ts";
import type { GivenAndExpected } from "../autoencoder/given_and_expected.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";

/** How many ratings to hold out, and which. */
export interface HoldOutEachOptions {
  /** Ratings of each user; half of them, rounded down, where there are fewer than twice as many. */
  readonly count: number;
  readonly seed: number;
}

/**
 * Divides training ratings as the split ua divides all: so many random ratings
 * of each user are held out. What is chosen by them has not seen the test.
 */
export function holdOutEach(
  ratings: RatingMatrix,
  { count, seed }: HoldOutEachOptions,
): GivenAndExpected {
  const random = new Random(seed);
  const parts = [0, 1].map(() => ({
    user: [] as number[],
    movie: [] as number[],
    stars: [] as number[],
  }));
  for (let user = 0; user < ratings.users; user++) {
    const { columns, stars } = ratings.row(user);
    const held = Math.min(count, columns.length >> 1);
    shuffledOrder(columns.length, random).forEach((at, place) => {
      const part = parts[place < held ? 1 : 0];
      part.user.push(user);
      part.movie.push(columns[at]);
      part.stars.push(stars[at]);
    });
  }
  const [given, expected] = parts.map((part) =>
    RatingMatrix.from(part, ratings)
  );
  return { given, expected };
}
