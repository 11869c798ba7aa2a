/** What the metrics of one list take. */
export interface ListMetricOptions {
  /** How many places of the list count, from the first; at least 1. */
  readonly k: number;
}

/**
 * Which of the first k places of a list hold a relevant movie.
 *
 * @returns One flag a place, at most k of them.
 * @throws {RangeError} If k is no count, nothing is relevant, or a movie stands
 * in the list twice.
 */
export function hits(
  list: ArrayLike<number>,
  relevant: ReadonlySet<number>,
  { k }: ListMetricOptions,
): boolean[] {
  requireK(k);
  if (relevant.size === 0) {
    throw new RangeError(
      "Cannot score a list as there must be at least one relevant movie: current value is 0; leave such users out",
    );
  }
  requireDistinct(list);
  const places = Math.min(k, list.length);
  return Array.from(
    { length: places },
    (_, place) => relevant.has(list[place]),
  );
}

/** Refuses a list length that is no count. */
export function requireK(k: number) {
  if (!Number.isSafeInteger(k) || k < 1) {
    throw new RangeError(
      `Cannot score a list as k must be a whole number of at least 1: current value is ${k}`,
    );
  }
}

/** Refuses a list that names a movie twice: it would be counted twice. */
export function requireDistinct(list: ArrayLike<number>) {
  const seen = new Set<number>();
  for (let place = 0; place < list.length; place++) {
    if (seen.has(list[place])) {
      throw new RangeError(
        `Cannot score a list as it must name a movie once: current value at places ${
          Array.from(list).indexOf(list[place])
        } and ${place} is ${list[place]}`,
      );
    }
    seen.add(list[place]);
  }
}
