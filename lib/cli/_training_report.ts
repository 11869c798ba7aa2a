import type { RecipeName } from "../autoencoder/recipes.ts";
import type { BaselineName } from "../evaluation/baselines.ts";
import type { RatingScores } from "../metrics/rating_scores.ts";

/** {@linkcode RatingScores} under the names that the task prints. */
export interface TaskScores extends Omit<RatingScores, "meanUserRmse"> {
  /** Mean over users of the RMSE on their test ratings, in stars. */
  readonly testLoss: number;
}

/** What `deno task train --json` prints of any training. */
export interface TrainingRunReport {
  readonly recipe: RecipeName;
  readonly data: string;
  readonly split: string;
  readonly seed: number;
  /** Epochs trained. */
  readonly epochs: number;
  /** Seconds to read the data. */
  readonly loadSeconds: number;
  /** Seconds from the first step to the fitted model. */
  readonly seconds: number;
  /** The most memory that the process held at a time, in bytes. */
  readonly peakBytes: number;
  /** Mean over users of the RMSE on their training ratings, one entry an epoch, in stars; see `EpochLogs`. */
  readonly trainLoss: readonly number[];
  /** The same on held-out training ratings; with `--validation-share` only. */
  readonly validationLoss?: readonly number[];
  /** The epoch, from 1, whose weights were kept; with `--patience` only. */
  readonly bestEpoch?: number;
}

/** What `deno task train --json` prints where the recipe predicts stars. */
export interface TrainingReport extends TrainingRunReport, TaskScores {
  readonly baselines: Readonly<Record<BaselineName, TaskScores>>;
  /** What a predictor that knows what was planted scores; synthetic data only. */
  readonly noiseFloor?: TaskScores;
}

/** Scores under the task's names. */
export function taskScores(
  { meanUserRmse: testLoss, ...scores }: RatingScores,
): TaskScores {
  return { testLoss, ...scores };
}

const metricTitles = {
  testLoss: "test loss",
  rmse: "RMSE",
  mae: "MAE",
  withinOneStar: "within 1★",
  withinOneStarRounded: "rounded",
} as const satisfies Record<keyof TaskScores, string>;

/** The scores of model and baselines as a table for the terminal. */
export function scoreTable(report: TrainingReport): string {
  const rows = Object.entries<TaskScores>({
    [report.recipe]: report,
    ...report.baselines,
    ...(report.noiseFloor && { "noise floor": report.noiseFloor }),
  });
  const metrics = Object.keys(metricTitles) as (keyof TaskScores)[];
  const line = (name: string, cells: string[]) =>
    `  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(11)).join("")}`;
  const cell = (metric: keyof TaskScores, value: number) =>
    metric.startsWith("within")
      ? `${(100 * value).toFixed(1)} %`
      : value.toFixed(4);
  return [
    line("", metrics.map((metric) => metricTitles[metric])),
    ...rows.map(([name, scores]) =>
      line(name, metrics.map((metric) => cell(metric, scores[metric])))
    ),
  ].join("\n");
}
