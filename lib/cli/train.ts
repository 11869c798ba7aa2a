/**
 * `deno task train`: trains and evaluates a recipe without Jupyter.
 *
 * @module
 */
import { SingleBar } from "cli-progress";
import { Option } from "commander";
import process from "node:process";
import { rules } from "../autoencoder/_options.ts";
import type { FitOptions } from "../autoencoder/fit_options.ts";
import {
  type Recipe,
  type RecipeName,
  recipes,
} from "../autoencoder/recipes.ts";
import type { TrainingCallbacks } from "../autoencoder/training_events.ts";
import { requireSavable } from "../files/_make_draft.ts";
import "../mod.ts";
import { loadMovieLens } from "../movielens/load_movielens.ts";
import { rankingTable } from "./_ranking_table.ts";
import { numberOption, seed } from "./_number_option.ts";
import { runTask, taskCommand } from "./_run_task.ts";
import { trainRecipe } from "./_train_recipe.ts";
import { scoreTable } from "./_training_report.ts";

interface TrainArguments {
  data: "ml-100k" | "synthetic-100k";
  split: string;
  recipe: RecipeName;
  epochs?: number;
  learningRate?: number;
  batchSize?: number;
  warmStart?: number;
  validationShare?: number;
  patience?: number;
  seed: number;
  save?: string;
  json?: true;
}

const command = taskCommand("train", "Trains and evaluates a recipe.")
  .addOption(
    new Option("--data <name>", "the data set")
      .choices(["ml-100k", "synthetic-100k"]).default("ml-100k"),
  )
  .addOption(
    new Option("--split <name>", "the official split")
      .choices(["u1", "u2", "u3", "u4", "u5", "ua", "ub"]).default("u1"),
  )
  .addOption(
    new Option("--recipe <name>", "network and training")
      .choices(Object.keys(recipes)).default("stacked"),
  )
  .option("--epochs <n>", "instead of the recipe's", numberOption(rules.count))
  .option(
    "--learning-rate <x>",
    "instead of the recipe's",
    numberOption(rules.above0),
  )
  .option(
    "--batch-size <n>",
    "instead of the recipe's",
    numberOption(rules.count),
  )
  .option(
    "--warm-start <n>",
    "first train for so many epochs, then start anew from their weights",
    numberOption(rules.count),
  )
  .option(
    "--validation-share <x>",
    "hold out this share of the training ratings, and report the loss on it",
    numberOption(rules.share),
  )
  .option(
    "--patience <n>",
    "stop after so many epochs without a better validation loss",
    numberOption(rules.count),
  )
  .option("--seed <n>", "fixes everything random", numberOption(seed), 1)
  .option("--save <dir>", "save the model into this folder")
  .option("--json", "print a JSON report as the last line");

async function main(): Promise<number> {
  const { data, split, recipe, seed, save, json, warmStart, ...others } =
    command
      .parse(Deno.args, { from: "user" }).opts<TrainArguments>();
  const changes: Partial<FitOptions> = {
    ...others,
    ...(warmStart !== undefined && { warmStart: { epochs: warmStart } }),
  };
  if (changes.patience !== undefined && !changes.validationShare) {
    command.error("error: --patience needs a --validation-share, such as 0.05");
  }
  if (save !== undefined) {
    await requireSavable(save).catch((error: Error) =>
      command.error(`error: ${error.message}`)
    );
  }
  const began = performance.now();
  const movielens = await loadMovieLens(data, {
    fallback: "none",
    quiet: json,
  });
  const loadSeconds = (performance.now() - began) / 1000;
  if (!json) console.log(`Training ${recipe} on split ${split}, seed ${seed}`);
  const report = await trainRecipe(movielens, {
    recipe,
    split,
    seed,
    changes,
    save,
    loadSeconds,
    callbacks: progressBar(recipe),
  });
  if (json) {
    console.log(JSON.stringify(report));
  } else {
    console.log(
      `${report.epochs} epochs in ${report.seconds.toFixed(1)} s; ` +
        `scores on the ${split} test ratings:\n${
          "ranking" in report
            ? rankingTable({ [recipe]: report.ranking, ...report.baselines })
            : scoreTable(report)
        }`,
    );
    if (save !== undefined) console.log(`Saved the model to ${save}`);
  }
  return 0;
}

/** A bar on the terminal; cli-progress shows nothing where there is none. */
function progressBar(recipe: RecipeName): TrainingCallbacks {
  const shape: Recipe["model"] = recipes[recipe].model;
  const unit = shape.feedback === "implicit" ? "nats" : "stars";
  const bar = new SingleBar({
    format:
      `{bar} epoch {value} of {total} · loss {loss} ${unit} · {eta} s left`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  return {
    onTrainBegin: ({ epochs }) => bar.start(epochs, 0, { loss: "–" }),
    onEpochEnd: (epoch, { trainLoss }) =>
      bar.update(epoch + 1, { loss: trainLoss.toFixed(4) }),
    onTrainEnd: () => bar.stop(),
  };
}

if (import.meta.main) Deno.exit(await runTask(main));
