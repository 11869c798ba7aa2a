import { requireScale, type StarScale } from "../ratings/star_scale.ts";
import {
  requireKnown,
  requireOneOf,
  requireOption,
  rules,
} from "./_options.ts";
import type { FirstWeights } from "./first_weights.ts";
import type { Activation } from "./network.ts";

/** What a network sees and is asked for: how many stars, or which movies. */
export type Feedback = "stars" | "implicit";

/** The shape of a `StackedAutoencoder`. */
export interface StackedAutoencoderOptions {
  /** Inputs and outputs: one a movie, `train.movies`. */
  readonly visibleUnits: number;
  /**
   * Units of each hidden layer, from input to output; each at least 1.
   * @default {[20, 10, 20]}
   */
  readonly hiddenUnits?: readonly number[];
  /**
   * What the hidden units apply.
   * @default {"sigmoid"}
   */
  readonly activation?: Activation;
  /**
   * What the network sees, and is asked for. "stars": the ratings, and to predict
   * them, by the squared error where there are any. "implicit": which movies the
   * user has rated, each as 4/√n where they have rated n, and to tell these from
   * all others, by the likelihood of a softmax over all movies (the Mult-DAE of
   * Liang et al. 2018); it ranks movies and knows no stars.
   * @default {"stars"}
   */
  readonly feedback?: Feedback;
  /**
   * What is subtracted from each rating before the network sees it, and added
   * to what it says: the shrunk mean of the user's ratings, or nothing.
   * Implicit feedback has no stars, and nothing subtracted.
   * @default {"userMean"}
   */
  readonly centring?: "userMean" | "none";
  /**
   * As how many ratings of the overall mean each user's mean is shrunk; at
   * least 0. Only for centring.
   * @default {5}
   */
  readonly shrinkage?: number;
  /**
   * The scale of the ratings, in stars; `fit` warns of ratings beyond it.
   * @default {{ lowest: 1, highest: 5 }}
   */
  readonly scale?: StarScale;
  /**
   * Whose random numbers the first weights are; either way they are uniform in
   * ±1/√(inputs of the layer). "own": this library's. "pytorch": the very numbers,
   * to the last bit, that PyTorch gives layers of `nn.Linear` made in this order
   * after `torch.manual_seed(seed)`, so that a training can be laid beside its.
   * @default {"own"}
   */
  readonly firstWeights?: FirstWeights;
  /**
   * Fixes the first weights and the order of training.
   * @default {1}
   */
  readonly seed?: number;
}

const defaults = {
  hiddenUnits: [20, 10, 20],
  activation: "sigmoid",
  feedback: "stars",
  centring: "userMean",
  shrinkage: 5,
  scale: { lowest: 1, highest: 5 },
  firstWeights: "own",
  seed: 1,
} as const satisfies Partial<StackedAutoencoderOptions>;

/** Fills in the defaults and refuses what makes no sense. */
export function completeModelOptions(
  options: StackedAutoencoderOptions,
): Required<StackedAutoencoderOptions> {
  requireKnown("option of StackedAutoencoder", options, [
    "visibleUnits",
    ...Object.keys(defaults),
  ]);
  const isImplicit = options?.feedback === "implicit";
  const complete = {
    ...defaults,
    ...(isImplicit && { centring: "none" as const }),
    ...options,
  };
  const { visibleUnits, hiddenUnits, scale } = complete;
  requireOption("visibleUnits", visibleUnits, rules.count);
  if (!Array.isArray(hiddenUnits)) {
    throw new TypeError(
      `Cannot use hiddenUnits as it must be a list such as [20, 10, 20]: current value is ${hiddenUnits}`,
    );
  }
  requireOption("number of hiddenUnits", hiddenUnits.length, rules.count);
  // Not forEach, which would pass over holes.
  for (const units of hiddenUnits) {
    requireOption("hiddenUnits", units, rules.count);
  }
  requireOneOf("activation", complete.activation, ["sigmoid", "tanh"]);
  requireOneOf("feedback", complete.feedback, ["stars", "implicit"]);
  requireOneOf(
    isImplicit ? "centring with implicit feedback" : "centring",
    complete.centring,
    isImplicit ? ["none"] : ["userMean", "none"],
  );
  requireOption("shrinkage", complete.shrinkage, rules.atLeast0);
  requireScale(scale);
  requireOneOf("firstWeights", complete.firstWeights, ["own", "pytorch"]);
  return complete;
}
