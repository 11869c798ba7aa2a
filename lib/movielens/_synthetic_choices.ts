import type { Random } from "../random/random.ts";
import { shuffledOrder } from "../random/shuffle.ts";

/** Who rated what and when, by user row and then movie column. */
export interface SyntheticChoices {
  /** User rows, ascending; shape [ratings]. */
  readonly user: Int32Array;
  /** Movie columns, ascending within a user; shape [ratings]. */
  readonly movie: Int32Array;
  /** Seconds since 1970 began; shape [ratings]. */
  readonly time: Int32Array;
}

/** What {@linkcode drawChoices} is to draw. */
export interface ChoicesOptions {
  readonly users: number;
  readonly ratings: number;
  /** The fewest ratings a user has. */
  readonly atLeast: number;
  /** How often each movie is chosen, relative to the others; shape [movies]. */
  readonly popularity: readonly number[];
}

/** The months that MovieLens 100K was gathered in. */
const [firstSecond, lastSecond] = [874_724_710, 893_286_638];

/** The longest pause between two ratings of a user, in seconds. */
const longestPause = 60;

/**
 * Draws who rated what: activity and popularity have long tails, every movie has
 * a rating, and no user rates a movie twice.
 */
export function drawChoices(
  { users, ratings, atLeast, popularity }: ChoicesOptions,
  random: Random,
): SyntheticChoices {
  const count = drawActivity({ users, ratings, atLeast }, random);
  const slots = new Int32Array(ratings);
  for (let row = 0, at = 0; row < users; at += count[row++]) {
    slots.fill(row, at, at + count[row]);
  }
  // Each movie goes to the owner of one slot first; popularity rules the others.
  const chosen = Array.from({ length: users }, () => new Set<number>());
  const order = shuffledOrder(ratings, random);
  popularity.forEach((_, column) => chosen[slots[order[column]]].add(column));
  const upTo = Float64Array.from(popularity);
  for (let column = 1; column < upTo.length; column++) {
    upTo[column] += upTo[column - 1];
  }
  const movie = new Int32Array(ratings);
  const time = new Int32Array(ratings);
  let at = 0;
  for (let row = 0; row < users; row++) {
    while (chosen[row].size < count[row]) {
      chosen[row].add(search(upTo, random.uniform(0, upTo.at(-1))));
    }
    const span = count[row] * longestPause;
    let second = firstSecond + random.integer(lastSecond - firstSecond - span);
    // A Set keeps its order, so the films come in the order of their choice.
    const rated = Int32Array.from(chosen[row]);
    const seen = Array.from(rated, (column) => {
      second += random.integer(longestPause);
      return { column, second };
    });
    seen.sort((a, b) => a.column - b.column);
    for (const choice of seen) {
      movie[at] = choice.column;
      time[at++] = choice.second;
    }
  }
  return { user: slots, movie, time };
}

/** How many ratings each user gives: `ratings` in all. */
function drawActivity(
  { users, ratings, atLeast }: Omit<ChoicesOptions, "popularity">,
  random: Random,
): Int32Array {
  const weight = Float64Array.from(
    { length: users },
    () => 1 / (random.uniform() + 0.1) - 1 / 1.1,
  );
  const total = weight.reduce((sum, value) => sum + value, 0);
  const extra = ratings - users * atLeast;
  const count = Int32Array.from(
    weight,
    (value) => atLeast + Math.floor(extra * value / total),
  );
  // Rounding down leaves less than one rating a user.
  const left = ratings - count.reduce((sum, value) => sum + value, 0);
  for (let row = 0; row < left; row++) count[row]++;
  return count;
}

/** The first place whose value is above x, in ascending values. */
function search(upTo: Float64Array, x: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
