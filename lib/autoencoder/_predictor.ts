import * as tf from "@tensorflow/tfjs";
import { meanUserRmse } from "../metrics/mean_user_rmse.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { rowMeans } from "../ratings/row_means.ts";
import {
  fullestBatch,
  predictionBytes,
  requireHeapRoom,
  unitsOf,
} from "./_heap_room.ts";
import { trainingLosses } from "./_training_loss.ts";
import { implicitRows } from "./_implicit_rows.ts";
import type { GivenAndExpected } from "./given_and_expected.ts";
import { kernels } from "./kernels/current_kernels.ts";
import { sparseBatch } from "./kernels/sparse_batch.ts";
import type { StackedAutoencoderOptions } from "./model_options.ts";
import { SparseNetwork } from "./sparse_network.ts";

/** Rows that pass through the network at a time. */
const rowsAtATime = 256;

/** Visits rows that have passed through the hidden layers. */
type Visit = (
  batch: { readonly rows: Int32Array; readonly from: number },
  hidden: tf.Tensor2D,
  network: SparseNetwork,
) => void;

/**
 * A network with all that turns ratings into what it sees, and what it says
 * into stars. Its arguments have been checked.
 */
export class Predictor {
  readonly #network: tf.LayersModel;
  readonly #options: Required<StackedAutoencoderOptions>;
  readonly #mean: number;

  /** Looks into a network; mean is that of its training ratings, in stars. */
  constructor(
    network: tf.LayersModel,
    { options, mean }: {
      options: Required<StackedAutoencoderOptions>;
      mean: number;
    },
  ) {
    this.#network = network;
    this.#options = options;
    this.#mean = mean;
  }

  get #isImplicit(): boolean {
    return this.#options.feedback === "implicit";
  }

  /** The ratings as the network sees them, centring aside. */
  seen(given: RatingMatrix): RatingMatrix {
    return this.#isImplicit ? implicitRows(given) : given;
  }

  /** What centring subtracts from each row, in stars; shape [given.rows]. */
  centres(given: RatingMatrix): Float64Array {
    const { centring, shrinkage } = this.#options;
    return centring === "none"
      ? new Float64Array(given.rows)
      : rowMeans(given, { prior: this.#mean, shrinkage });
  }

  /** What it says of every movie; shape [rows, visibleUnits]. */
  scores(given: RatingMatrix, rows: ArrayLike<number>): Float32Array {
    const scores = new Float32Array(rows.length * given.columns);
    const centres = this.centres(given);
    this.#forEachBatch(given, { rows, centres }, (batch, hidden, network) => {
      const [weights, bias] = network.variables.slice(-2);
      const outputs = tf.add(tf.matMul(hidden, weights), bias);
      scores.set(outputs.dataSync<"float32">(), batch.from * given.columns);
    });
    for (let at = 0; at < scores.length; at++) {
      scores[at] += centres[rows[Math.floor(at / given.columns)]];
    }
    return scores;
  }

  /** What it says of the ratings in `expected`; shape [expected.size]. */
  starsAt(
    { given, expected }: GivenAndExpected,
    centres = this.centres(given),
  ): Float32Array {
    const { indptr } = expected;
    const rows = ratedRows(expected);
    const stars = new Float32Array(expected.size);
    const asking = { rows, centres, expected };
    this.#forEachBatch(given, asking, (batch, hidden, network) => {
      // An output's "error" against a rating of 0 is the output itself.
      const asked = sparseBatch(expected, { rows: batch.rows });
      const outputs = tf.zeros([asked.size]);
      kernels().observedErrors(
        { ...asked, values: tf.zeros([asked.size]) as tf.Tensor1D },
        { hidden, ...network.output() },
        { errors: outputs, squares: tf.zeros([asked.rows]) },
      );
      stars.set(outputs.dataSync<"float32">(), indptr[batch.rows[0]]);
    });
    for (const row of rows) {
      for (let at = indptr[row]; at < indptr[row + 1]; at++) {
        stars[at] += centres[row];
      }
    }
    return stars;
  }

  /**
   * What fit reports of ratings held out: a mean over rows, as in training. The
   * centres are those of `given`, which do not change from epoch to epoch.
   */
  validationLoss(
    { given, expected }: GivenAndExpected,
    centres: Float64Array,
  ): number {
    if (!this.#isImplicit) {
      return meanUserRmse(this.starsAt({ given, expected }, centres), expected);
    }
    const { ofRows, reported } = trainingLosses.implicit;
    const { indptr } = expected;
    const rows = ratedRows(expected);
    let sum = 0;
    const asking = { rows, centres, expected };
    this.#forEachBatch(given, asking, (batch, hidden, network) => {
      const asked = sparseBatch(expected, { rows: batch.rows });
      const sums = ofRows(asked, hidden, network).dataSync<"float32">();
      batch.rows.forEach((row, place) => {
        sum += reported(sums[place], indptr[row + 1] - indptr[row]);
      });
    });
    return sum / rows.length;
  }

  /** Runs rows through the hidden layers, some at a time. */
  #forEachBatch(
    given: RatingMatrix,
    { rows, centres, expected }: {
      rows: ArrayLike<number>;
      centres: Float64Array;
      expected?: RatingMatrix;
    },
    visit: Visit,
  ) {
    const network = SparseNetwork.of(this.#network, this.#options.activation);
    const all = Int32Array.from(rows);
    requireHeapRoom(
      "predict",
      predictionBytes({
        units: unitsOf(this.#options),
        batchSize: Math.min(rowsAtATime, all.length),
        ratings: fullestBatch(given, rowsAtATime) +
          (expected ? fullestBatch(expected, rowsAtATime) : 0),
        everyOutput: this.#isImplicit && expected !== undefined,
      }),
      "free other tensors",
    );
    const seen = this.seen(given);
    for (let from = 0; from < all.length; from += rowsAtATime) {
      const batch = all.subarray(from, from + rowsAtATime);
      tf.tidy(() => {
        const hidden = network.hidden(
          sparseBatch(seen, { rows: batch, centres }),
        );
        visit({ rows: batch, from }, hidden, network);
      });
    }
  }
}

/** The rows that have a rating. */
function ratedRows({ rows, indptr }: RatingMatrix): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row)
    .filter((row) => indptr[row] < indptr[row + 1]);
}
