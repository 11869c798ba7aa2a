import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import type { Recipe } from "../autoencoder/recipes.ts";
import { sweep } from "./sweep.ts";
import type { SweepOptions } from "./sweep_options.ts";
import type { SweepFailure, SweepRun, SweepSettings } from "./sweep_events.ts";

/** Options of {@linkcode tune}: those of a sweep, and how to hold out. */
export interface TuneOptions extends Omit<SweepOptions, "test"> {
  /**
   * One hold-out a seed, with other validation ratings and other first weights;
   * the same for every candidate. More of them leave less to luck.
   * @default {[1, 2, 3]}
   */
  readonly seeds?: readonly number[];
  /**
   * The share of the training ratings that each hold-out keeps for validation;
   * above 0, below 1. Few ratings judge unreliably.
   * @default {0.2}
   */
  readonly validationShare?: number;
}

/** How a recipe did on the ratings held out. */
export interface TunedRecipe {
  /** The candidate, `fit.epochs` being the number that was best for it. */
  readonly recipe: Recipe;
  /** Its place among the candidates, from 0. */
  readonly index: number;
  /** Mean over hold-outs of the validation loss after those epochs, in stars. */
  readonly validationLoss: number;
  /** The same for each hold-out, in the order of the seeds. */
  readonly validationLosses: readonly number[];
  /** Mean over hold-outs of the validation loss, one entry an epoch, in stars. */
  readonly curve: readonly number[];
  /** Mean over hold-outs of the seconds that a run took. */
  readonly seconds: number;
}

/** What {@linkcode tune} found. */
export interface TuneOutcome {
  /** The candidates that ran on every hold-out, the best first. */
  readonly ranking: readonly TunedRecipe[];
  /** Runs that failed; their candidates are not ranked. */
  readonly failures: readonly SweepFailure[];
  /** Whether the signal ended it before all candidates had run. */
  readonly stopped: boolean;
}

/**
 * Chooses among recipes by validation ratings: trains each on most of the
 * training ratings, several times over, and asks how well it predicts the rest.
 * The number of epochs comes with the choice: the epoch with the lowest mean
 * validation loss, `fit.epochs` of the candidate being the most that is tried.
 *
 * Give it training ratings only. What was chosen among many looks better than it
 * is, on the very ratings that chose it: run the best few once more, with other
 * seeds, before you believe the figure.
 *
 * @param candidates The recipes to compare; see {@linkcode drawCandidates}.
 * @param options See {@linkcode TuneOptions}.
 * @throws {RangeError} If an option makes no sense.
 *
 * @example Is weight decay worth it?
 * ```ts
 * import { RatingMatrix, recipes, tune } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from({
 *   user: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3],
 *   movie: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2],
 *   stars: [5, 5, 1, 5, 4, 1, 1, 2, 5, 1, 1, 4],
 * }, { users: 4, movies: 3 });
 * const { stacked } = recipes;
 * const fit = { ...stacked.fit, epochs: 3 };
 * const { ranking } = await tune(
 *   [0, 0.1].map((weightDecay) => ({ ...stacked, fit: { ...fit, weightDecay } })),
 *   { train, seeds: [1, 2], validationShare: 0.25, workers: 1 },
 * );
 * const [best, second] = ranking;
 * if (!(best.validationLoss <= second.validationLoss)) throw new Error("the worse first");
 * ```
 */
export async function tune(
  candidates: readonly Recipe[],
  options: TuneOptions,
): Promise<TuneOutcome> {
  const { seeds = [1, 2, 3], validationShare = 0.2, ...how } = options;
  requireKnown("option of tune", options, [
    ...["seeds", "validationShare", "train", "workers", "signal"],
    ...["callbacks", "createWorker", "startSeconds"],
  ]);
  requireOption("number of candidates", candidates.length, rules.count);
  requireOption("number of seeds", new Set(seeds).size, {
    must: "a whole number of at least 1, no seed twice",
    holds: (count) => count === seeds.length && count > 0,
  });
  requireOption("validationShare", validationShare, {
    must: "above 0 and below 1",
    holds: (share) => share > 0 && share < 1,
  });
  const settings = candidates.flatMap(({ name, model, fit }) =>
    seeds.map((seed): SweepSettings => ({
      name,
      model,
      fit: { ...fit, validationShare },
      seed,
    }))
  );
  const { runs, failures, stopped } = await sweep(settings, how);
  const ranking = candidates.flatMap((recipe, index) => {
    const own = runs.filter((run) =>
      Math.floor(run.index / seeds.length) === index
    );
    return own.length === seeds.length ? [judge(recipe, index, own)] : [];
  });
  ranking.sort((a, b) => a.validationLoss - b.validationLoss);
  return { ranking, failures, stopped };
}

/** What a candidate's runs come to, and after how many epochs they are best. */
function judge(
  recipe: Recipe,
  index: number,
  runs: readonly SweepRun[],
): TunedRecipe {
  const losses = runs.map(({ history }) => history.validationLoss);
  // Early stopping may end one run before another.
  const length = Math.min(...losses.map((loss) => loss.length));
  const curve = Array.from(
    { length },
    (_, epoch) => mean(losses.map((loss) => loss[epoch])),
  );
  const validationLoss = Math.min(...curve);
  const epoch = curve.indexOf(validationLoss);
  return {
    recipe: { ...recipe, fit: { ...recipe.fit, epochs: epoch + 1 } },
    index,
    validationLoss,
    validationLosses: losses.map((loss) => loss[epoch]),
    curve,
    seconds: mean(runs.map(({ seconds }) => seconds)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
