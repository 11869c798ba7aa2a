import { requireKnown, requireOption, rules } from "./_options.ts";

/** How layers are trained pair by pair before the whole network is. */
export interface PretrainOptions {
  /** How often each pair's training goes through all users; at least 1. */
  readonly epochs: number;
  /**
   * Size of a step; above 0. The `learningRate` of `fit` without it.
   */
  readonly learningRate?: number;
}

/** Refuses what makes no sense. */
export function requirePretrain(options: PretrainOptions) {
  requireKnown("option of pretrain", options, ["epochs", "learningRate"]);
  requireOption("pretrain.epochs", options.epochs, rules.count);
  if (options.learningRate !== undefined) {
    requireOption("pretrain.learningRate", options.learningRate, rules.above0);
  }
}

/** Refuses a network in which some encoder has no decoder that mirrors it. */
export function requirePairs(hiddenUnits: readonly number[]) {
  const mirrored = hiddenUnits.every((units, at) =>
    units === hiddenUnits[hiddenUnits.length - 1 - at]
  );
  if (!mirrored || hiddenUnits.length % 2 === 0) {
    throw new RangeError(
      "Cannot pretrain layer by layer as hiddenUnits must be an odd number of layers that mirror each other, such as [20, 10, 20]: " +
        `current value is [${hiddenUnits.join(", ")}]`,
    );
  }
}
