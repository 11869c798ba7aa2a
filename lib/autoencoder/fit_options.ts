import {
  requireFlag,
  requireKnown,
  requireListeners,
  requireOneOf,
  requireOption,
  requireSignal,
  rules,
} from "./_options.ts";
import type { OptimizerName } from "./optimizer.ts";
import { type PretrainOptions, requirePretrain } from "./pretrain_options.ts";
import type { TrainingCallbacks } from "./training_events.ts";
import { requireWarmStart, type WarmStart } from "./warm_start.ts";

/** How {@linkcode StackedAutoencoder.fit} trains. */
export interface FitOptions {
  /**
   * How often training goes through all users; at least 1.
   * @default {30}
   */
  readonly epochs?: number;
  /**
   * Users a step; at least 1. With 1, the whole step is one kernel (listeners
   * hear of 128 such steps at a time).
   * @default {64}
   */
  readonly batchSize?: number;
  /**
   * The update rule.
   * @default {"adam"}
   */
  readonly optimizer?: OptimizerName;
  /**
   * Size of a step; above 0.
   * @default {0.003}
   */
  readonly learningRate?: number;
  /**
   * How strongly weights and biases are drawn towards 0: added to each gradient,
   * times the weight itself (PyTorch's `weight_decay`); at least 0. The deck's
   * 0.5 works with accumulated gradients only: with 0 its recipe ends at a test
   * loss of 1.518 stars on u1, not at 0.949.
   * @default {0}
   */
  readonly weightDecay?: number;
  /**
   * The share of the given ratings that each batch blanks at random, the others
   * being multiplied by 1/(1 − share); the network is asked for all of them.
   * At least 0, below 1. The training loss is measured on blanked inputs too.
   * Above 0, tfjs takes the steps even where `batchSize` is 1.
   * @default {0}
   */
  readonly inputDropout?: number;
  /**
   * What the errors are a mean over: the ratings that exist, or all
   * outputs, which makes the gradients of users with few ratings small (as the
   * deck's script did: with "observed" its recipe ends at a test loss of 1.097
   * stars on u1, not at 0.949).
   * @default {"observed"}
   */
  readonly lossOver?: "observed" | "all";
  /**
   * Whether gradients are never set back to 0, so that each step follows the
   * sum of all so far: what PyTorch does when `zero_grad` is forgotten (as the
   * deck's script did: without it, its weight decay of 0.5 draws all weights to
   * 0, and its training loss stays at 3.73 stars on u1).
   * @default {false}
   */
  readonly accumulateGradients?: boolean;
  /**
   * Train for so many epochs first, then start anew from the weights and the
   * summed gradients (see `accumulateGradients`) with a new optimizer, as the
   * run behind the deck's headline did: 100 epochs, then 200, first losses on
   * u1 of 0.927 and 0.927 stars, test loss 0.950 (0.949 from a fresh start). Losses
   * and listeners are those of the training after it; `epochs` does not count
   * it. Off by default.
   */
  readonly warmStart?: WarmStart;
  /**
   * Trains pair by pair first, from the outside in: encoder_1 and decoder_1 on
   * the ratings, encoder_2 and decoder_2 on the codes of encoder_1, and so on;
   * then the whole network from there. `hiddenUnits` must be symmetric and of
   * odd length. The first pair follows every option here; the inner ones, whose
   * codes have no blanks, the optimizer, weight decay, batch size and shuffling.
   * Off by default.
   *
   * Source: Hinton and Salakhutdinov 2006 (with Boltzmann machines for pairs),
   * Bengio et al. 2007, section 3 (with autoencoders, as here).
   */
  readonly pretrain?: PretrainOptions;
  /**
   * Whether each epoch visits the users in a new order; else in the given one,
   * as the deck's script did (on u1 its recipe ends at a test loss of 0.949 stars
   * either way).
   * @default {true}
   */
  readonly shuffle?: boolean;
  /**
   * The share of the ratings to hold out of training, to be measured after each
   * epoch; 0 for none, below 1.
   * @default {0}
   */
  readonly validationShare?: number;
  /**
   * Stop after this many epochs without a better validation loss, and keep the
   * best epoch's weights. Needs a `validationShare`. Off by default.
   */
  readonly patience?: number;
  /**
   * Stops training between two batches; the model keeps what it has learnt.
   * In a notebook the ■ button does so without it.
   */
  readonly signal?: AbortSignal;
  /** Who listens: see {@linkcode TrainingCallbacks}. */
  readonly callbacks?: TrainingCallbacks;
}

/** {@linkcode FitOptions} with every default in its place. */
export type CompleteFitOptions =
  & Required<Omit<FitOptions, Optional>>
  & Pick<FitOptions, Optional>;

/** What has no default: without it, it does not happen. */
type Optional = "warmStart" | "pretrain" | "patience" | "signal";

/** The defaults of {@linkcode FitOptions}. */
export const fitDefaults = {
  epochs: 30,
  batchSize: 64,
  optimizer: "adam",
  learningRate: 0.003,
  weightDecay: 0,
  inputDropout: 0,
  lossOver: "observed",
  accumulateGradients: false,
  shuffle: true,
  validationShare: 0,
  callbacks: {},
} as const satisfies FitOptions;

const callbackNames = [
  "onPretrainBegin",
  "onPretrainEpochEnd",
  "onTrainBegin",
  "onBatchEnd",
  "onEpochEnd",
  "onTrainEnd",
] as const satisfies (keyof TrainingCallbacks)[];

/** Fills in the defaults and refuses what makes no sense. */
export function completeFitOptions(options: FitOptions): CompleteFitOptions {
  requireKnown("option of fit", options, [
    ...Object.keys(fitDefaults),
    "warmStart",
    "pretrain",
    "patience",
    "signal",
  ]);
  const complete = { ...fitDefaults, ...options };
  requireOption("epochs", complete.epochs, rules.count);
  requireOption("batchSize", complete.batchSize, rules.count);
  requireOneOf("optimizer", complete.optimizer, [
    "adam",
    "rmsprop",
    "momentum",
    "sgd",
  ]);
  requireOneOf("lossOver", complete.lossOver, ["observed", "all"]);
  requireOption("learningRate", complete.learningRate, rules.above0);
  requireOption("weightDecay", complete.weightDecay, rules.atLeast0);
  requireOption("inputDropout", complete.inputDropout, rules.share);
  requireOption("validationShare", complete.validationShare, rules.share);
  if (complete.warmStart !== undefined) requireWarmStart(complete.warmStart);
  if (complete.pretrain !== undefined) requirePretrain(complete.pretrain);
  if (complete.patience !== undefined) {
    requireOption("patience", complete.patience, rules.count);
    if (complete.validationShare === 0) {
      throw new RangeError(
        "Cannot stop early as patience needs validation ratings: current validationShare is 0, try 0.05",
      );
    }
  }
  requireFlag("accumulateGradients", complete.accumulateGradients);
  requireFlag("shuffle", complete.shuffle);
  requireSignal(complete.signal);
  requireListeners("callback", complete.callbacks, callbackNames);
  return complete;
}
