import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { requireSeed } from "./_require_seed.ts";

/**
 * A seeded source of random numbers: everything random in this library takes
 * one (or a seed for one), and the same seed gives the same numbers on every
 * machine.
 *
 * The generator is xoroshiro128+ of the library `pure-rand`.
 *
 * @example The same seed, the same numbers
 * ```ts
 * import { Random } from "stacked-autoencoders";
 *
 * const dice = new Random(1);
 * const sameDice = new Random(1);
 * if (dice.integer(6) !== sameDice.integer(6)) throw new Error("not the same");
 * ```
 */
export class Random {
  #generator;

  /**
   * Starts where the seed says.
   *
   * @param seed A whole number from 0 to 4 294 967 295.
   * @throws {RangeError} If the seed is anything else.
   */
  constructor(seed: number) {
    requireSeed(seed);
    this.#generator = xoroshiro128plus(seed);
    // Neighbouring seeds start with neighbouring states: a jump mixes them.
    this.#generator.jump();
  }

  /** A number drawn uniformly from low (included) to high (excluded). */
  uniform(low = 0, high = 1): number {
    return low + (high - low) * uniformFloat64(this.#generator);
  }

  /** A whole number drawn uniformly from 0 (included) to `below` (excluded). */
  integer(below: number): number {
    if (!Number.isInteger(below) || below < 1) {
      throw new RangeError(
        `Cannot draw a whole number as the limit must be a whole number of at least 1: current value is ${below}`,
      );
    }
    return uniformInt(this.#generator, 0, below - 1);
  }

  /**
   * A draw from a bell curve of mean 0 and standard deviation 1: the sum of
   * twelve uniform draws, less six (so never beyond ±6). It needs no logarithm
   * or cosine, whose last bits differ between machines.
   */
  normal(): number {
    let sum = -6;
    for (let draw = 0; draw < 12; draw++) sum += this.uniform();
    return sum;
  }

  /**
   * A second, independent source. Drawing more or fewer numbers from one of
   * the two does not change what the other gives.
   *
   * @example Weights and shuffles that do not disturb each other
   * ```ts
   * import { Random } from "stacked-autoencoders";
   *
   * const random = new Random(1);
   * const forShuffles = random.fork();
   * if (forShuffles.uniform() === random.uniform()) throw new Error("the same stream");
   * ```
   */
  fork(): Random {
    const child = new Random(0);
    child.#generator = this.#generator.clone();
    this.#generator.jump();
    return child;
  }
}
