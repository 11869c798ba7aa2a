import type { Random } from "../random/random.ts";

/**
 * The law by which a rating falls around a planted mean: the mean plus noise,
 * rounded to whole stars and clipped to 1 … 5.
 *
 * The noise is the sum of three uniform draws, so its distribution is made of
 * cubic pieces: the expected rating needs no exponential, whose last bits differ
 * between machines, and is exact.
 */
const noiseSd = 0.7;

/** The sum of three uniform draws has mean 1.5 and standard deviation 1/2. */
const scale = 2 * noiseSd;

/** Draws a rating, in whole stars. */
export function drawStars(mean: number, random: Random): number {
  const sum = random.uniform() + random.uniform() + random.uniform();
  const stars = Math.round(mean + scale * (sum - 1.5));
  return Math.min(5, Math.max(1, stars));
}

/** The mean of what {@linkcode drawStars} draws: 1 + Σ P(stars > k), k = 1 … 4. */
export function expectedStars(mean: number): number {
  let stars = 1;
  for (let k = 1; k <= 4; k++) {
    stars += 1 - sumOfThree((k + 0.5 - mean) / scale + 1.5);
  }
  return stars;
}

/** The probability that three uniform draws add up to less than x (Irwin and Hall). */
function sumOfThree(x: number): number {
  if (x <= 0) return 0;
  if (x >= 3) return 1;
  if (x < 1) return x * x * x / 6;
  if (x > 2) return 1 - (3 - x) * (3 - x) * (3 - x) / 6;
  return (-2 * x * x * x + 9 * x * x - 9 * x + 3) / 6;
}
