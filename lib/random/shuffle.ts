import type { Random } from "./random.ts";

/**
 * Puts the numbers 0 … count − 1 into a random order (Fisher and Yates).
 *
 * @param count How many numbers.
 * @param random The source of chance.
 * @returns Each of 0 … count − 1 once.
 *
 * @example The order in which an epoch visits five users
 * ```ts
 * import { Random, shuffledOrder } from "stacked-autoencoders";
 *
 * const order = shuffledOrder(5, new Random(1));
 * if ([...order].sort().join() !== "0,1,2,3,4") throw new Error("one is missing");
 * ```
 */
export function shuffledOrder(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
