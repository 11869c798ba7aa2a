/** What {@linkcode shrunkMean} pulls towards, and how strongly. */
export interface ShrunkMeanOptions {
  /** The value that an empty set of ratings has. */
  readonly prior: number;
  /** As how many ratings of that value the prior counts; at least 0. */
  readonly shrinkage: number;
}

/**
 * A mean that few ratings cannot carry far: (Σ + k·prior) / (n + k). With no
 * ratings it is the prior, with many it is nearly their plain mean.
 *
 * @param sum Sum of the ratings.
 * @param count Number of ratings.
 *
 * @example One rating of 5 stars, where 3.5 is usual
 * ```ts
 * import { shrunkMean } from "stacked-autoencoders";
 *
 * const mean = shrunkMean(5, 1, { prior: 3.5, shrinkage: 2 });
 * if (mean !== 4) throw new Error("(5 + 2 · 3.5) / (1 + 2) is 4");
 * ```
 */
export function shrunkMean(
  sum: number,
  count: number,
  { prior, shrinkage }: ShrunkMeanOptions,
): number {
  const weight = count + shrinkage;
  return weight === 0 ? prior : (sum + shrinkage * prior) / weight;
}
