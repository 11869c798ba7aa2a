import { Adam } from "./adam.ts";
import { Momentum } from "./momentum.ts";
import type {
  Optimizer,
  OptimizerName,
  OptimizerOptions,
} from "./optimizer.ts";
import { RmsProp } from "./rms_prop.ts";
import { Sgd } from "./sgd.ts";

/** The update rules by name. */
const rules = {
  adam: Adam,
  rmsprop: RmsProp,
  momentum: Momentum,
  sgd: Sgd,
} as const;

/**
 * Makes an update rule from its name, as recipes give it.
 *
 * @param name "adam", "rmsprop", "momentum" or "sgd".
 * @throws {RangeError} If there is no rule of that name, or an option makes no
 * sense.
 *
 * @example
 * ```ts
 * import { Adam, createOptimizer } from "stacked-autoencoders";
 *
 * const optimizer = createOptimizer("adam", { learningRate: 0.01 });
 * if (!(optimizer instanceof Adam)) throw new Error("another one");
 * ```
 */
export function createOptimizer(
  name: OptimizerName,
  options: OptimizerOptions,
): Optimizer {
  if (!Object.hasOwn(rules, name)) {
    throw new RangeError(
      `Cannot train as optimizer must be one of ${
        Object.keys(rules).join(", ")
      }: current value is ${name}`,
    );
  }
  return new rules[name](options);
}
