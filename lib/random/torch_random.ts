import { mersenne } from "pure-rand/generator/mersenne";
import { requireSeed } from "./_require_seed.ts";

/**
 * PyTorch's random numbers, so that a network can start with the very weights
 * that PyTorch would give it. After `torch.manual_seed(seed)`, PyTorch fills
 * tensors of 32-bit floats on the CPU with these, one after the other.
 *
 * The generator is the Mersenne Twister of the library `pure-rand`.
 *
 * Source: Matsumoto and Nishimura 1998; for the step to a float, PyTorch 2.2,
 * `at::transformation::uniform_real`.
 *
 * @example What `torch.manual_seed(1); torch.empty(1).uniform_(-0.5, 0.5)` gives
 * ```ts
 * import { TorchRandom } from "stacked-autoencoders";
 *
 * const first = new TorchRandom(1).uniform(-0.5, 0.5);
 * if (first !== 0.2576315999031067) throw new Error(`${first}`);
 * ```
 */
export class TorchRandom {
  readonly #generator;

  /**
   * Starts where `torch.manual_seed(seed)` does.
   *
   * @param seed A whole number from 0 to 4 294 967 295.
   * @throws {RangeError} If the seed is anything else.
   */
  constructor(seed: number) {
    requireSeed(seed);
    this.#generator = mersenne(seed);
  }

  /** A 32-bit float drawn uniformly from low to high. */
  uniform(low = 0, high = 1): number {
    const [from, to] = [Math.fround(low), Math.fround(high)];
    const share = (this.#generator.next() & 0xff_ffff) / 2 ** 24;
    // Rounded once, as by the fused multiply–add that PyTorch is compiled to.
    return Math.fround(share * Math.fround(to - from) + from);
  }
}
