import { hits, type ListMetricOptions } from "./_hits.ts";

/**
 * How much of a list is relevant: relevant movies among the first k, divided by
 * k. A list shorter than k is not excused for it.
 *
 * Source: Herlocker et al. 2004, "Evaluating collaborative filtering
 * recommender systems", section 4.2.
 *
 * @param list Movies, the best first; none twice.
 * @param relevant The movies that should be there; at least one.
 * @returns 0 to 1; below 1 for certain where fewer than k are relevant.
 * @throws {RangeError} If the list, the relevant movies or k make no sense.
 *
 * @example Two of the first four
 * ```ts
 * import { precisionAtK } from "stacked-autoencoders";
 *
 * const precision = precisionAtK([7, 3, 9, 1, 5], new Set([3, 1, 5]), { k: 4 });
 * if (precision !== 0.5) throw new Error("3 and 1 are among the first four");
 * ```
 */
export function precisionAtK(
  list: ArrayLike<number>,
  relevant: ReadonlySet<number>,
  options: ListMetricOptions,
): number {
  return hits(list, relevant, options).filter(Boolean).length / options.k;
}
