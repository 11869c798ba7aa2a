import * as tf from "@tensorflow/tfjs";
import { type RatingScores, ratingScores } from "../metrics/rating_scores.ts";
import { Random } from "../random/random.ts";
import { holdOut } from "../ratings/hold_out.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";
import { type StarScale, warnBeyondScale } from "../ratings/star_scale.ts";
import {
  fullestBatch,
  requireHeapRoom,
  requireNetworkRoom,
  roomyHandler,
  trainingBytes,
  unitsOf,
} from "./_heap_room.ts";
import { requireFlag, requireKnown } from "./_options.ts";
import { Predictor } from "./_predictor.ts";
import { train } from "./_train.ts";
import { trainingLosses } from "./_training_loss.ts";
import { defaultSignal } from "./default_signal.ts";
import { SparseNetwork } from "./sparse_network.ts";
import type { GivenAndExpected } from "./given_and_expected.ts";
import { DivergenceError } from "./divergence_error.ts";
import { firstWeights } from "./first_weights.ts";
import { completeFitOptions, type FitOptions } from "./fit_options.ts";
import { type ModelMetadata, readMetadata } from "./model_metadata.ts";
import {
  completeModelOptions,
  type StackedAutoencoderOptions,
} from "./model_options.ts";
import { buildNetwork } from "./network.ts";
import { requirePairs } from "./pretrain_options.ts";
import type { TrainingHistory } from "./training_events.ts";

/**
 * The movie recommender of the deck: a network that takes a user's ratings,
 * squeezes them through a bottleneck and says what it makes of every movie,
 * rated or not. {@linkcode network} is a plain tfjs model.
 *
 * @example Four users of two tastes; will the fourth like what the third likes?
 * ```ts
 * import { RatingMatrix, StackedAutoencoder } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from({
 *   user: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3],
 *   movie: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1],
 *   stars: [5, 5, 1, 5, 5, 1, 1, 1, 5, 1, 1],
 * }, { users: 4, movies: 3 });
 *
 * using model = new StackedAutoencoder({ visibleUnits: train.movies, hiddenUnits: [3, 2, 3] });
 * await model.fit(train, { epochs: 200, learningRate: 0.05 });
 * const stars = model.predict(train, { rows: [3] }); // shape [1, 3]
 * if (stars[2] < 3) throw new Error(`user 3 likes movie 2, but got ${stars[2]}`);
 * ```
 */
export class StackedAutoencoder {
  #network: tf.LayersModel | undefined;
  readonly #options: Required<StackedAutoencoderOptions>;
  readonly #random: Random;
  #mean: number | undefined;
  #isTraining = false;
  #hasDiverged = false;

  /**
   * Makes the network with its first weights.
   *
   * @throws {RangeError} If an option makes no sense, or the weights do not fit
   * into tfjs's wasm memory.
   * @throws {TypeError} If there is no such option.
   */
  constructor(options: StackedAutoencoderOptions) {
    // A copy: the lists in it are the caller's, and may change.
    const complete = structuredClone(completeModelOptions(options));
    requireNetworkRoom(unitsOf(complete));
    this.#options = complete;
    this.#random = new Random(complete.seed);
    this.#network = buildNetwork(
      complete,
      firstWeights(complete.firstWeights, {
        seed: complete.seed,
        random: this.#random.fork(),
      }),
    );
  }

  /** The tfjs model inside: it takes centred ratings, 0 where there is none. */
  get network(): tf.LayersModel {
    if (this.#network === undefined) {
      throw new Error(
        "Cannot use this model as it has been disposed: make a new one",
      );
    }
    if (this.#hasDiverged) {
      throw new Error(
        "Cannot use this model as its training diverged, and its weights mean nothing: make a new one",
      );
    }
    return this.#network;
  }

  /**
   * The scale of the ratings, in stars: that of {@linkcode scores}. Undefined
   * where the model was made for implicit feedback, and knows no stars.
   */
  get scale(): StarScale | undefined {
    return this.#isImplicit ? undefined : this.#options.scale;
  }

  /** Prints the layers with their shapes and numbers of weights. */
  summary() {
    this.network.summary();
  }

  /**
   * Trains on ratings; what was learnt before is where it starts.
   *
   * @param ratings The training ratings, one row a user.
   * @param options See {@linkcode FitOptions}.
   * @returns The losses, epoch by epoch.
   * @throws {RangeError} If an option makes no sense, the ratings do not fit
   * the model, or a batch does not fit into tfjs's wasm memory.
   * @throws {DivergenceError} If the loss stops being a finite number: the
   * message names the epoch.
   */
  async fit(
    ratings: RatingMatrix,
    options: FitOptions = {},
  ): Promise<TrainingHistory> {
    const complete = completeFitOptions(options);
    const signal = complete.signal ?? defaultSignal();
    const network = this.network;
    if (complete.pretrain !== undefined) {
      requirePairs(this.#options.hiddenUnits);
    }
    this.#requireRatings("ratings", ratings);
    if (ratings.size === 0) {
      throw new RangeError(
        "Cannot train as there must be at least one rating: current value is 0 ratings",
      );
    }
    if (this.#isTraining) {
      throw new Error(
        "Cannot train a model twice at a time: await the first fit",
      );
    }
    requireHeapRoom(
      "train",
      trainingBytes({
        units: unitsOf(this.#options),
        batchSize: Math.min(complete.batchSize, ratings.rows),
        ratings: fullestBatch(ratings, complete.batchSize),
        everyOutput: this.#isImplicit,
      }),
      "make batchSize or hiddenUnits smaller",
    );
    if (this.scale !== undefined) warnBeyondScale(ratings.stars, this.scale);
    this.#isTraining = true;
    try {
      const random = this.#random.fork();
      const { kept: given, held } = complete.validationShare > 0
        ? holdOut(ratings, { share: complete.validationShare, random })
        : { kept: ratings, held: undefined };
      this.#mean = given.stars.reduce((sum, stars) => sum + stars, 0) /
        given.size;
      const predictor = this.#predictor();
      const centres = predictor.centres(given);
      return await train({
        network: SparseNetwork.of(network, this.#options.activation),
        given: predictor.seen(given),
        loss: trainingLosses[this.#options.feedback],
        centres,
        options: { ...complete, signal },
        random: random.fork(),
        randomDropout: random.fork(),
        randomPretrain: random,
        validate: held &&
          (() => predictor.validationLoss({ given, expected: held }, centres)),
      });
    } catch (error) {
      this.#hasDiverged = error instanceof DivergenceError;
      throw error;
    } finally {
      this.#isTraining = false;
    }
  }

  /**
   * What the model says of every movie, in stars, not clipped to the scale.
   *
   * @param given The ratings that it sees, one row a user.
   * @param options Which rows; all without it.
   * @returns Shape [rows, visibleUnits], row by row.
   * @throws {Error} If the model was made for implicit feedback: it has no stars.
   */
  predict(
    given: RatingMatrix,
    options: { readonly rows?: ArrayLike<number> } = {},
  ): Float32Array {
    this.#requireStars("predict stars");
    return this.scores(given, options);
  }

  /**
   * What the model ranks movies by, higher being better: the stars that
   * {@linkcode predict} says; of a model for implicit feedback the logarithms of
   * its softmax, but for a number that is the same for all movies of a row.
   *
   * @param given The ratings that it sees, one row a user.
   * @param options Which rows; all without it.
   * @returns Shape [rows, visibleUnits], row by row.
   */
  scores(
    given: RatingMatrix,
    options: { readonly rows?: ArrayLike<number> } = {},
  ): Float32Array {
    requireKnown("option of predict and scores", options, ["rows"]);
    this.#requireRatings("given", given);
    const { rows = Array.from({ length: given.rows }, (_, row) => row) } =
      options;
    given.requireIntact(rows);
    return this.#predictor().scores(given, rows);
  }

  /**
   * What the model says of the ratings in `expected`, in stars, not clipped.
   *
   * @returns One prediction a rating, in the order of `expected`; shape [expected.size].
   * @throws {Error} If the model was made for implicit feedback: it has no stars.
   */
  predictAt(ratings: GivenAndExpected): Float32Array {
    this.#requireStars("predict stars");
    requireKnown("part of the ratings", ratings, ["given", "expected"]);
    const { given, expected } = ratings;
    this.#requireRatings("given", given);
    this.#requireRatings("expected", expected);
    if (given.rows !== expected.rows || given.columns !== expected.columns) {
      throw new RangeError(
        `Cannot predict as given and expected must be of one shape: current shapes are ` +
          `[${given.rows}, ${given.columns}] and [${expected.rows}, ${expected.columns}]`,
      );
    }
    return this.#predictor().starsAt({ given, expected });
  }

  /**
   * How well the model predicts the ratings in `expected`.
   *
   * @param ratings What it sees, and what it is asked.
   * @param options Whether predictions are clipped to the scale first; true
   * without it.
   * @throws {Error} If the model was made for implicit feedback: `evaluateRanking`
   * says how well it ranks.
   */
  evaluate(
    ratings: GivenAndExpected,
    options: { readonly clip?: boolean } = {},
  ): RatingScores {
    requireKnown("option of evaluate", options, ["clip"]);
    const { clip = true } = options;
    requireFlag("clip", clip);
    return ratingScores(this.predictAt(ratings), ratings.expected, {
      clip: clip ? this.#options.scale : null,
    });
  }

  /**
   * Saves the model in tfjs's own format: any tfjs program can load it. What
   * else is needed to use it stands in its `userDefinedMetadata`. Ratings are
   * not saved.
   *
   * @param target Where to: a handler such as `modelFolder("models/mine")`.
   * @param saved Its `data` says which ratings it was trained on, for whoever
   * loads it.
   */
  async save(
    target: tf.io.IOHandler,
    saved: { readonly data?: ModelMetadata["data"] } = {},
  ): Promise<void> {
    requireHandler(target);
    requireKnown("option of save", saved, ["data"]);
    const { data } = saved;
    const { seed: _, ...options } = this.#options;
    const metadata: ModelMetadata = {
      kind: "stacked-autoencoder",
      version: 1,
      options,
      meanStars: this.#trainedMean(),
      ...(data && { data }),
    };
    this.network.setUserDefinedMetadata(metadata);
    await this.network.save(target);
  }

  /**
   * Loads a model that {@linkcode save} wrote.
   *
   * @param source Where from: a handler such as `modelFolder("models/mine")`.
   * @throws {Error} If what is there is not such a model.
   * @throws {RangeError} If its weights do not fit into tfjs's wasm memory.
   */
  static async load(source: tf.io.IOHandler): Promise<StackedAutoencoder> {
    requireHandler(source);
    const network = await tf.loadLayersModel(roomyHandler(source));
    try {
      const metadata = readMetadata(network.getUserDefinedMetadata());
      const model = new StackedAutoencoder(metadata.options);
      const [expected, actual] = [model.network, network].map(shapesOf);
      model.network.dispose();
      if (actual !== expected) {
        throw new Error(
          `Cannot load this model as its weights must have the shapes that its options say, ${expected}: current shapes are ${actual}`,
        );
      }
      model.#network = network;
      model.#mean = metadata.meanStars;
      return model;
    } catch (error) {
      network.dispose();
      throw error;
    }
  }

  /** Frees the weights. The model cannot be used afterwards. */
  dispose() {
    if (this.#isTraining) {
      throw new Error(
        "Cannot dispose a model while it is trained: stop the training and await its fit first",
      );
    }
    this.#network?.dispose();
    this.#network = undefined;
  }

  /** Frees the weights at the end of a `using` block. */
  [Symbol.dispose]() {
    this.dispose();
  }

  get #isImplicit(): boolean {
    return this.#options.feedback === "implicit";
  }

  #predictor(): Predictor {
    return new Predictor(this.network, {
      options: this.#options,
      mean: this.#trainedMean(),
    });
  }

  #trainedMean(): number {
    if (this.#mean === undefined) {
      throw new Error(
        "Cannot use this model yet as it has not been trained: call fit first",
      );
    }
    return this.#mean;
  }

  #requireStars(action: string) {
    if (this.#isImplicit) {
      throw new Error(
        `Cannot ${action} as the model must have been made with feedback "stars": current value is "implicit"; ` +
          `use scores() and evaluateRanking()`,
      );
    }
  }

  #requireRatings(name: string, ratings: RatingMatrix) {
    void this.network; // refuses a disposed model
    if (!(ratings instanceof RatingMatrix)) {
      throw new TypeError(
        `Cannot use ${name} as it must be a RatingMatrix: current value is ${ratings}`,
      );
    }
    const { visibleUnits } = this.#options;
    if (ratings.columns !== visibleUnits) {
      throw new RangeError(
        `Cannot use these ratings as the model must have one visible unit a column: ` +
          `current values are ${ratings.columns} columns and ${visibleUnits} visibleUnits`,
      );
    }
    ratings.requireIntact();
  }
}

/** The shapes of all weights, to be read and compared. */
function shapesOf({ weights }: tf.LayersModel): string {
  return weights.map(({ shape }) => `[${shape}]`).join(", ");
}

/** tfjs would say of a path that it is no valid address, and not what to do. */
function requireHandler(handler: tf.io.IOHandler) {
  if (typeof handler !== "object" || handler === null) {
    throw new TypeError(
      `Cannot save or load a model there as the place must be a handler such as modelFolder("models/mine"): current value is ${
        JSON.stringify(handler)
      }`,
    );
  }
}
