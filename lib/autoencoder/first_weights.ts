import * as tf from "@tensorflow/tfjs";
import type { Random } from "../random/random.ts";
import { TorchRandom } from "../random/torch_random.ts";

/** Whose random numbers a network starts with. */
export type FirstWeights = "own" | "pytorch";

/** Draws the weights, [inputs, units], and the biases, [units], of a layer. */
export type DrawLayer = (
  inputs: number,
  units: number,
) => [weights: tf.Tensor2D, bias: tf.Tensor1D];

/**
 * The first weights of a network: call it for one layer after another. All are
 * drawn uniformly from ±1/√inputs, which is PyTorch's default for `nn.Linear`
 * and so the deck's.
 */
export function firstWeights(
  whose: FirstWeights,
  { seed, random }: { seed: number; random: Random },
): DrawLayer {
  const source = whose === "pytorch" ? new TorchRandom(seed) : random;
  return (inputs, units) => {
    const bound = 1 / Math.sqrt(inputs);
    const draws = (size: number) =>
      Float32Array.from({ length: size }, () => source.uniform(-bound, bound));
    const drawn = draws(inputs * units);
    // PyTorch goes through the weights unit by unit, tfjs input by input.
    const weights = whose === "pytorch"
      ? tf.transpose(tf.tensor2d(drawn, [units, inputs]))
      : tf.tensor2d(drawn, [inputs, units]);
    return [weights, tf.tensor1d(draws(units))];
  };
}
