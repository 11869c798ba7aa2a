import { requireCost } from "./_require_cost.ts";
import type { CostPoint } from "./cost_point.ts";

/**
 * How cost grows with size: the power p of cost = c · ratingsᵖ, fitted by least
 * squares to the logarithms. 1 is proportional.
 *
 * @param points At least two, of different sizes.
 * @throws {RangeError} If there are fewer, or a number is not above 0.
 *
 * @example Ten times the ratings, ten times the time
 * ```ts
 * import { growthSlope } from "stacked-autoencoders/plots";
 *
 * const slope = growthSlope([{ ratings: 100, seconds: 0.2 }, { ratings: 1000, seconds: 2 }]);
 * if (Math.abs(slope - 1) > 1e-12) throw new Error(`${slope}`);
 * ```
 */
export function growthSlope(points: readonly CostPoint[]): number {
  points.forEach((point, place) => requireCost(`point ${place + 1}`, point));
  const x = points.map(({ ratings }) => Math.log(ratings));
  const y = points.map(({ seconds }) => Math.log(seconds));
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [covariance, variance] = [0, 0];
  x.forEach((value, at) => {
    covariance += (value - meanX) * (y[at] - meanY);
    variance += (value - meanX) ** 2;
  });
  if (!(variance > 0)) {
    throw new RangeError(
      `Cannot fit a slope as there must be two sizes at least: current value is ${points.length} points of one size`,
    );
  }
  return covariance / variance;
}
