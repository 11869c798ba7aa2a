import type { Recipe } from "../autoencoder/recipes.ts";
import type {
  EpochLogs,
  TrainingHistory,
} from "../autoencoder/training_events.ts";
import type { RatingScores } from "../metrics/rating_scores.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/**
 * What one run of a sweep is trained by, as plain data: a recipe and a seed. Of
 * a recipe, `name` and `split` are labels here: the ratings are given.
 */
export interface SweepSettings
  extends
    Pick<Recipe, "model" | "fit">,
    Partial<Omit<Recipe, "model" | "fit">> {
  /** Fixes everything random in the run. */
  readonly seed: number;
}

/** One run that was trained to its end. */
export interface SweepRun<
  Settings extends SweepSettings = SweepSettings,
  Scores extends RatingScores | undefined = RatingScores | undefined,
> {
  /** Its place in the list of settings, from 0. */
  readonly index: number;
  /** What it was trained by. */
  readonly settings: Settings;
  /** Its losses, as `fit` returns them. */
  readonly history: TrainingHistory;
  /** Its scores on the test ratings, if there are any. */
  readonly scores: Scores;
  /** Seconds that its worker spent on it: model, training and scores. */
  readonly seconds: number;
}

/** One run that failed: its training diverged, or its worker died. */
export interface SweepFailure<Settings extends SweepSettings = SweepSettings> {
  /** Its place in the list of settings, from 0. */
  readonly index: number;
  /** What it should have been trained by. */
  readonly settings: Settings;
  /** The error's message. */
  readonly message: string;
}

/** What a sweep comes to. */
export interface SweepOutcome<
  Settings extends SweepSettings = SweepSettings,
  Scores extends RatingScores | undefined = RatingScores | undefined,
> {
  /** The runs that were trained to their end, in the order of the settings. */
  readonly runs: readonly SweepRun<Settings, Scores>[];
  /** The runs that failed, in the order of the settings. */
  readonly failures: readonly SweepFailure<Settings>[];
  /** Whether the signal (■) ended it while there was something left to do. */
  readonly stopped: boolean;
}

/** The scores of a run: there are none without test ratings. */
export type ScoresOn<Test extends RatingMatrix | undefined> = Test extends
  RatingMatrix ? RatingScores : undefined;

/** What is known when a sweep begins. */
export interface SweepLogs {
  /** The settings of all runs. */
  readonly settings: readonly SweepSettings[];
  /** How many workers share them. */
  readonly workers: number;
}

/**
 * Listeners that a sweep calls, one at a time. Runs are named by their place in
 * the list of settings, from 0. A listener may return a promise: later events
 * wait for it, training does not.
 */
export interface SweepCallbacks {
  /** Called once, before the first run. */
  onSweepBegin?(logs: SweepLogs): void | Promise<void>;
  /** Called when a worker takes up a run. */
  onRunBegin?(run: number, settings: SweepSettings): void | Promise<void>;
  /** Called after each epoch of a run; seconds since its training began. */
  onEpochEnd?(
    run: number,
    logs: EpochLogs & { readonly epoch: number },
  ): void | Promise<void>;
  /** Called when a run was trained to its end. */
  onRunEnd?(run: SweepRun): void | Promise<void>;
  /** Called when a run failed. */
  onRunError?(failure: SweepFailure): void | Promise<void>;
  /** Called once at the end, also when the signal ended it. */
  onSweepEnd?(outcome: SweepOutcome): void | Promise<void>;
}
