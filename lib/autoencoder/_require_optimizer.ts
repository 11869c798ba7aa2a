import type * as tf from "@tensorflow/tfjs";
import { requireKnown, requireOption, rules } from "./_options.ts";
import type { OptimizerOptions } from "./optimizer.ts";

/** What a factor of a running mean may be: at 1 it would never learn. */
const factor = rules.share;

/**
 * Refuses options of an update rule that do not exist or make no sense.
 *
 * @param options Its options, defaults filled in.
 * @param given Its options as they were given, to find misspelt ones.
 */
export function requireOptimizer(
  options: OptimizerOptions & {
    readonly beta?: number;
    readonly decay?: number;
    readonly beta1?: number;
    readonly beta2?: number;
    readonly epsilon?: number;
  },
  given: object,
) {
  requireKnown("option of an optimizer", given, Object.keys(options));
  const { learningRate, weightDecay = 0, epsilon = 0 } = options;
  requireOption("learningRate", learningRate, rules.above0);
  requireOption("weightDecay", weightDecay, rules.atLeast0);
  requireOption("epsilon", epsilon, rules.atLeast0);
  for (const name of ["beta", "decay", "beta1", "beta2"] as const) {
    requireOption(name, options[name] ?? 0, factor);
  }
}

/** Refuses gradients that are not those of the variables: kernels go by size. */
export function requireGradients(
  variables: readonly tf.Variable[],
  gradients: readonly tf.Tensor[],
) {
  const [expected, actual] = [variables, gradients].map((tensors) =>
    tensors.map(({ shape, dtype }) => `${dtype} [${shape}]`).join(", ")
  );
  if (expected !== actual || actual.includes("int32")) {
    throw new RangeError(
      `Cannot step as there must be one gradient a variable, of its shape: ` +
        `current values are ${actual || "none"} for variables ${expected}`,
    );
  }
}
