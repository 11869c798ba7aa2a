import { Random } from "../random/random.ts";
import { shuffledOrder } from "../random/shuffle.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";

/** How large a set of invented ratings is to be. */
export interface BenchRatingsOptions {
  readonly users: number;
  readonly movies: number;
  /** At most a quarter of users × movies. */
  readonly ratings: number;
  /** @default {1} */
  readonly seed?: number;
}

/**
 * Invented ratings to measure speed on: few movies have most of them, as in
 * MovieLens, and the most active user some eight times the least active one's.
 * Ten million take some seconds. Of taste they hold only the movies' quality.
 */
export function benchRatings(options: BenchRatingsOptions): RatingMatrix {
  const { users, movies, ratings, seed = 1 } = options;
  if (!(ratings <= users * movies / 4)) {
    throw new RangeError(
      `Cannot invent ratings as there must be at most a quarter of users × movies: ` +
        `current values are ${ratings} ratings, ${users} users and ${movies} movies`,
    );
  }
  const random = new Random(seed);
  const ends = rowEnds(users, ratings, random);
  const movieAt = shuffledOrder(movies, random); // by popularity
  const quality = Float32Array.from(
    { length: movies },
    () => random.uniform(-1, 1),
  );
  const lastRater = new Int32Array(movies).fill(-1);
  const user = new Int32Array(ratings);
  const movie = new Int32Array(ratings);
  const stars = new Float32Array(ratings);
  let entry = 0;
  for (let u = 0; u < users; u++) {
    for (; entry < ends[u]; entry++) {
      const draw = random.uniform();
      let place = Math.floor(movies * draw * draw * draw);
      // A movie that this user has rated: take the next less popular one.
      while (lastRater[movieAt[place]] === u) place = (place + 1) % movies;
      const m = movieAt[place];
      lastRater[m] = u;
      user[entry] = u;
      movie[entry] = m;
      const felt = 3.5 + quality[m] + random.uniform(-1.5, 1.5);
      stars[entry] = Math.min(5, Math.max(1, Math.round(felt)));
    }
  }
  return RatingMatrix.from({ user, movie, stars }, { users, movies });
}

/** Where each user's ratings end: shares of all, none above four times the mean. */
function rowEnds(users: number, ratings: number, random: Random) {
  const ends = new Float64Array(users);
  let sum = 0;
  for (let u = 0; u < users; u++) {
    sum += 1 / (0.15 + random.uniform());
    ends[u] = sum;
  }
  return ends.map((end) => Math.round(ratings * end / sum));
}
