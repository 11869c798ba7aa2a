import { hits, type ListMetricOptions } from "./_hits.ts";

/**
 * Normalised discounted cumulative gain: relevant movies count more the higher
 * they stand. A relevant movie at place p (from 1) gains 1 / log₂(p + 1); the
 * sum over the first k places is divided by the largest that any list could
 * have, min(k, relevant) movies at the top.
 *
 * Source: Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR
 * techniques", with gains of 0 and 1 and the discount log₂(p + 1) of Burges et
 * al. 2005, as usual today (theirs leaves the first two places undiscounted).
 *
 * @param list Movies, the best first; none twice.
 * @param relevant The movies that should be there; at least one.
 * @returns 0 to 1; 1 for the best order there is.
 * @throws {RangeError} If the list, the relevant movies or k make no sense.
 *
 * @example One relevant movie, at the third place
 * ```ts
 * import { ndcgAtK } from "stacked-autoencoders";
 *
 * const ndcg = ndcgAtK([7, 3, 9, 1], new Set([9]), { k: 4 });
 * if (ndcg !== 0.5) throw new Error("1 / log₂ 4 is a half, and 1 / log₂ 2 the best");
 * ```
 */
export function ndcgAtK(
  list: ArrayLike<number>,
  relevant: ReadonlySet<number>,
  options: ListMetricOptions,
): number {
  const gain = (place: number) => 1 / Math.log2(place + 2); // place from 0
  let found = 0;
  hits(list, relevant, options).forEach((isHit, place) => {
    if (isHit) found += gain(place);
  });
  let best = 0;
  for (let place = 0; place < Math.min(options.k, relevant.size); place++) {
    best += gain(place);
  }
  return found / best;
}
