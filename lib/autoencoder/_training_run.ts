import type { Random } from "../random/random.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { TrainingLoss } from "./_training_loss.ts";
import type { CompleteFitOptions } from "./fit_options.ts";
import type { SparseNetwork } from "./sparse_network.ts";

/** What a training run works on. */
export interface TrainingRun {
  /** Its weights are changed in place. */
  readonly network: SparseNetwork;
  /** The ratings to learn from, one row a user. */
  readonly given: RatingMatrix;
  /** What is made small. */
  readonly loss: TrainingLoss;
  /** What to subtract from each row's ratings; shape [given.rows]. */
  readonly centres: Float64Array;
  /** The options of `fit`. */
  readonly options: CompleteFitOptions;
  /** Shuffles the users. */
  readonly random: Random;
  /** Blanks inputs; its own source, so that users come in the same order without. */
  readonly randomDropout: Random;
  /** Shuffles the users while pairs of layers are pretrained. */
  readonly randomPretrain: Random;
  /** Loss on the ratings held out, if there are any; in the unit of `loss`. */
  readonly validate?: () => number;
}
