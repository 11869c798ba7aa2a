import { hits, type ListMetricOptions } from "./_hits.ts";

/**
 * How soon a list finds something: 1 / place of its first relevant movie,
 * counted from 1; 0 where none of the first k is relevant. Its mean over users
 * is the mean reciprocal rank, MRR@k.
 *
 * Source: Voorhees 1999, "The TREC-8 question answering track report".
 *
 * @param list Movies, the best first; none twice.
 * @param relevant The movies that should be there; at least one.
 * @returns 0 to 1.
 * @throws {RangeError} If the list, the relevant movies or k make no sense.
 *
 * @example First found at the second place
 * ```ts
 * import { reciprocalRankAtK } from "stacked-autoencoders";
 *
 * const rank = reciprocalRankAtK([7, 3, 9, 1], new Set([3, 1]), { k: 4 });
 * if (rank !== 1 / 2) throw new Error("3 is second");
 * ```
 */
export function reciprocalRankAtK(
  list: ArrayLike<number>,
  relevant: ReadonlySet<number>,
  options: ListMetricOptions,
): number {
  const place = hits(list, relevant, options).indexOf(true);
  return place < 0 ? 0 : 1 / (place + 1);
}
