import { hits, type ListMetricOptions } from "./_hits.ts";

/**
 * Whether a list finds anything: 1 if one of its first k movies is relevant,
 * else 0. Its mean over users is the hit rate.
 *
 * Source: Deshpande and Karypis 2004, "Item-based top-N recommendation
 * algorithms", section 6.1.
 *
 * @param list Movies, the best first; none twice.
 * @param relevant The movies that should be there; at least one.
 * @returns 0 or 1.
 * @throws {RangeError} If the list, the relevant movies or k make no sense.
 *
 * @example Found at the second place
 * ```ts
 * import { hitAtK } from "stacked-autoencoders";
 *
 * const list = [7, 3, 9];
 * if (hitAtK(list, new Set([3]), { k: 1 }) !== 0) throw new Error("3 is not first");
 * if (hitAtK(list, new Set([3]), { k: 2 }) !== 1) throw new Error("3 is second");
 * ```
 */
export function hitAtK(
  list: ArrayLike<number>,
  relevant: ReadonlySet<number>,
  options: ListMetricOptions,
): number {
  return hits(list, relevant, options).includes(true) ? 1 : 0;
}
