import type { FitOptions } from "./fit_options.ts";
import type { StackedAutoencoderOptions } from "./model_options.ts";

/**
 * Everything that a training run chooses, as plain data: print it, spread it,
 * change it.
 */
export interface Recipe {
  /** What `deno task train --recipe` calls it. */
  readonly name: string;
  /** The constructor's options; the data gives `visibleUnits`, the user a seed. */
  readonly model: Omit<StackedAutoencoderOptions, "visibleUnits" | "seed">;
  /** The options of `fit`. */
  readonly fit: Omit<FitOptions, "signal" | "callbacks">;
}

/**
 * The recipes of this library.
 *
 * `stacked`: the deck's 20–10–20 network trained as one would today. Its number
 * of epochs is the best one on 5 % of u1's *training* ratings, held out; no test
 * rating chose anything. This prints it, as `bestEpoch`:
 *
 * ```sh
 * deno task train --validation-share 0.05 --patience 25 --epochs 200 --json
 * ```
 *
 * @example A recipe with one thing changed
 * ```ts
 * import { recipes, StackedAutoencoder } from "stacked-autoencoders";
 *
 * const { model: shape, fit } = recipes.stacked;
 * using model = new StackedAutoencoder({ visibleUnits: 100, ...shape, seed: 1 });
 * const longer = { ...fit, epochs: 2 * fit.epochs };
 * if (longer.epochs !== recipes.stacked.fit.epochs * 2) throw new Error("not longer");
 * ```
 */
export const recipes = {
  stacked: {
    name: "stacked",
    model: {
      hiddenUnits: [20, 10, 20],
      activation: "sigmoid",
      centring: "userMean",
      shrinkage: 5,
    },
    fit: {
      optimizer: "adam",
      learningRate: 0.003,
      weightDecay: 2e-4,
      batchSize: 64,
      epochs: 76,
    },
  },
} as const satisfies Record<string, Recipe>;

/** The name of a recipe. */
export type RecipeName = keyof typeof recipes;
