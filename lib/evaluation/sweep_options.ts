import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { CreateWorker } from "./default_worker.ts";
import type { SweepCallbacks } from "./sweep_events.ts";

/** On what a `sweep` trains, and where. */
export interface SweepOptions<
  Test extends RatingMatrix | undefined = RatingMatrix | undefined,
> {
  /** The training ratings of all runs. */
  readonly train: RatingMatrix;
  /** The ratings that each run is scored on, `train` being given; none without. */
  readonly test?: Test;
  /**
   * How many runs train at a time; at least 1. More than there are cores make
   * nothing faster. No result depends on it.
   * @default {navigator.hardwareConcurrency}
   */
  readonly workers?: number;
  /**
   * Ends the sweep and all its workers at once. In a notebook the ■ button does
   * so without it.
   */
  readonly signal?: AbortSignal;
  /** Who listens: see {@linkcode SweepCallbacks}. */
  readonly callbacks?: SweepCallbacks;
  /**
   * Starts a worker that runs `stacked-autoencoders/sweep-worker`. Importing
   * `stacked-autoencoders` has set one; see `setDefaultWorker`.
   */
  readonly createWorker?: CreateWorker;
  /**
   * How long a worker may take to start, in seconds; above 0. It imports tfjs,
   * which takes about a second on an idle core.
   * @default {60}
   */
  readonly startSeconds?: number;
}
