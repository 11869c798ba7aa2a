import process from "node:process";
import { modelFolder } from "../files/model_folder.ts";
import { type RecipeName, recipes } from "../autoencoder/recipes.ts";
import { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import type { FitOptions } from "../autoencoder/fit_options.ts";
import type { TrainingCallbacks } from "../autoencoder/training_events.ts";
import { baselines, scorePredictor } from "../evaluation/baselines.ts";
import type { MovieLens } from "../movielens/movielens.ts";
import {
  rankingScoresOf,
  type RankingTrainingReport,
} from "./_train_ranking.ts";
import { taskScores, type TrainingReport } from "./_training_report.ts";

/** What `deno task train` was asked for, data aside. */
export interface TrainRecipeOptions {
  readonly recipe: RecipeName;
  readonly split: string;
  readonly seed: number;
  /** Replace those of the recipe's `fit`. */
  readonly changes: Partial<FitOptions>;
  /** Where to save the model; nowhere without it. */
  readonly save?: string;
  readonly callbacks?: TrainingCallbacks;
  /** How long reading the data took. */
  readonly loadSeconds: number;
}

/** Trains a recipe on a split, scores it beside the baselines, and saves it. */
export async function trainRecipe(
  movielens: MovieLens,
  options: TrainRecipeOptions,
): Promise<TrainingReport | RankingTrainingReport> {
  const { recipe, seed, changes, callbacks, loadSeconds } = options;
  const { split, model: shape, fit, clip } = recipes[recipe];
  const { train, test } = movielens.split(options.split, split);
  using model = new StackedAutoencoder({
    visibleUnits: train.movies,
    ...shape,
    seed,
  });
  const history = await model.fit(train, { ...fit, ...changes, callbacks });
  if (options.save !== undefined) {
    const { name, fingerprint } = movielens;
    await model.save(modelFolder(options.save), {
      data: { name, split: options.split, fingerprint },
    });
  }
  const run = {
    recipe,
    data: movielens.name,
    split: options.split,
    seed,
    epochs: history.trainLoss.length,
    loadSeconds,
    seconds: history.seconds,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    trainLoss: history.trainLoss,
    ...(history.validationLoss.length > 0 &&
      { validationLoss: history.validationLoss }),
    ...(history.bestEpoch !== undefined &&
      { bestEpoch: history.bestEpoch + 1 }),
  };
  const ratings = { given: train, expected: test };
  if (model.scale === undefined) {
    return { ...run, ...rankingScoresOf(model, ratings) };
  }
  const simple = Object.entries(baselines(train)).map(([name, baseline]) =>
    [name, taskScores(scorePredictor(baseline, test))] as const
  );
  const { plantedStars } = movielens;
  return {
    ...run,
    ...taskScores(model.evaluate(ratings, { clip })),
    baselines: Object.fromEntries(simple) as TrainingReport["baselines"],
    ...(plantedStars && {
      noiseFloor: taskScores(scorePredictor({ predict: plantedStars }, test)),
    }),
  };
}
