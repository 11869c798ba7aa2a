import { hits, type ListMetricOptions } from "./_hits.ts";

/**
 * How much of what is relevant a list finds: relevant movies among the first k,
 * divided by all relevant ones. Where more than k are relevant, no list reaches
 * 1; Liang et al. 2018 divide by min(k, relevant) instead.
 *
 * Source: Herlocker et al. 2004, "Evaluating collaborative filtering
 * recommender systems", section 4.2.
 *
 * @param list Movies, the best first; none twice.
 * @param relevant The movies that should be there; at least one.
 * @returns 0 to 1.
 * @throws {RangeError} If the list, the relevant movies or k make no sense.
 *
 * @example Two of three
 * ```ts
 * import { recallAtK } from "stacked-autoencoders";
 *
 * const recall = recallAtK([7, 3, 9, 1, 5], new Set([3, 1, 5]), { k: 4 });
 * if (recall !== 2 / 3) throw new Error("5 stands fifth");
 * ```
 */
export function recallAtK(
  list: ArrayLike<number>,
  relevant: ReadonlySet<number>,
  options: ListMetricOptions,
): number {
  return hits(list, relevant, options).filter(Boolean).length / relevant.size;
}
