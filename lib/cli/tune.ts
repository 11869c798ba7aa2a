/**
 * `deno task tune`: chooses hyperparameters and epochs on validation ratings.
 *
 * @module
 */
import { SingleBar } from "cli-progress";
import { Option } from "commander";
import process from "node:process";
import { rules } from "../autoencoder/_options.ts";
import {
  type Recipe,
  type RecipeName,
  recipes,
} from "../autoencoder/recipes.ts";
import { drawCandidates } from "../evaluation/draw_candidates.ts";
import { tune } from "../evaluation/tune.ts";
import "../mod.ts";
import { loadMovieLens } from "../movielens/load_movielens.ts";
import { Random } from "../random/random.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { numberOption, seed } from "./_number_option.ts";
import { recipeCode } from "./_recipe_code.ts";
import { runTask, taskCommand } from "./_run_task.ts";
import { TaskError } from "./_task_error.ts";
import { type TuneReport, type TuneRound, tuneTable } from "./_tune_report.ts";
import { tuneSpace } from "./_tune_space.ts";

interface TuneArguments {
  data: "ml-100k" | "synthetic-100k";
  split: string;
  recipe: RecipeName;
  trials: number;
  holdOuts: number;
  finalists: number;
  finalHoldOuts: number;
  epochs: number;
  validationShare: number;
  minutes: number;
  workers: number;
  seed: number;
  json?: true;
}

const count = numberOption(rules.count);

const command = taskCommand(
  "tune",
  "Chooses a recipe's hyperparameters and epochs on ratings held out of the training ratings. No test rating is looked at.",
)
  .addOption(
    new Option("--data <name>", "the data set")
      .choices(["ml-100k", "synthetic-100k"]).default("ml-100k"),
  )
  .addOption(
    new Option("--split <name>", "whose training ratings")
      .choices(["u1", "u2", "u3", "u4", "u5", "ua", "ub"]).default("u1"),
  )
  .addOption(
    new Option("--recipe <name>", "where to start: one of the candidates")
      // Not "ranking": its losses are no stars.
      .choices(["stacked", "deck"]).default("stacked"),
  )
  .option("--trials <n>", "candidates", count, 20)
  .option("--hold-outs <n>", "runs for each of them", count, 2)
  .option("--finalists <n>", "the best so many run again", count, 4)
  .option("--final-hold-outs <n>", "runs for each finalist", count, 4)
  .option("--epochs <n>", "at most", count, 120)
  .option(
    "--validation-share <x>",
    "share of the ratings in a hold-out",
    numberOption({
      must: "above 0 and below 1",
      holds: (x) => x > 0 && x < 1,
    }),
    0.2,
  )
  .option("--minutes <n>", "at most", numberOption(rules.above0), 20)
  .option(
    "--workers <n>",
    "runs at a time",
    count,
    navigator.hardwareConcurrency,
  )
  .option("--seed <n>", "fixes everything random", numberOption(seed), 1)
  .option("--json", "print a JSON report as the last line");

/** Share of the time that the first round may take. */
const firstShare = 0.7;

async function main(): Promise<number> {
  const asked = command.parse(Deno.args, { from: "user" })
    .opts<TuneArguments>();
  const { data, split, seed, validationShare, json } = asked;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const say = json ? console.error : console.log;
  const movielens = await loadMovieLens(data, {
    fallback: "none",
    quiet: json,
  });
  const base: Recipe = recipes[asked.recipe];
  const { train } = movielens.split(split, base.split);

  const start = { ...base, fit: { ...base.fit, epochs: asked.epochs } };
  const drawn = drawCandidates(start, {
    space: tuneSpace,
    count: asked.trials,
    random: new Random(seed),
  });
  const others = drawn.filter((one) => recipeCode(one) !== recipeCode(start));
  const candidates = [start, ...others].slice(0, asked.trials);
  const round = (
    recipes: readonly Recipe[],
    { holdOuts, from, until }: {
      holdOuts: number;
      from: number;
      until: number;
    },
  ) =>
    runRound(recipes, {
      train,
      validationShare,
      workers: asked.workers,
      seeds: Array.from({ length: holdOuts }, (_, at) => from + at),
      seconds: Math.max(0, 60 * asked.minutes * until - seconds()),
    });

  const changed = [tuneSpace.model, tuneSpace.fit].flatMap(Object.keys);
  const report = (title: string, round: TuneRound) => {
    say(`${title}${round.stopped ? "; the time was up" : ""}`);
    say(`${tuneTable(round, { changed })}\n`);
    for (const failure of round.failures) say(`  failed: ${failure}`);
  };
  const all = await round(candidates, {
    holdOuts: asked.holdOuts,
    from: seed,
    until: firstShare,
  });
  if (all.ranking.length === 0) {
    throw new TaskError(
      `Cannot tune as at least one candidate must run on all its hold-outs: ` +
        `current value is 0 in ${asked.minutes} minutes; give more --minutes, or fewer --epochs or --hold-outs`,
    );
  }
  report(
    `${all.ranking.length} candidates on ${asked.holdOuts} hold-outs of the ${split} training ratings`,
    all,
  );
  const finalists = all.ranking.slice(0, asked.finalists).map(({ recipe }) => ({
    ...recipe,
    fit: { ...recipe.fit, epochs: asked.epochs },
  }));
  // Fresh hold-outs: on those that chose them, the best of many flatter.
  const final = await round(finalists, {
    holdOuts: asked.finalHoldOuts,
    from: seed + asked.holdOuts,
    until: 1,
  });
  report(
    `The best ${final.ranking.length} on ${asked.finalHoldOuts} others`,
    final,
  );
  const [{ recipe }] = final.ranking.length > 0 ? final.ranking : all.ranking;
  say(`${recipeCode(recipe)}\n`);
  say(`Searched for ${Math.round(seconds())} s`);
  if (json) {
    const rounds = [all, final];
    const report: TuneReport = {
      ...{ data, split, seed, validationShare, rounds, recipe },
      seconds: seconds(),
    };
    console.log(JSON.stringify(report));
  }
  return 0;
}

interface RoundOptions {
  readonly train: RatingMatrix;
  readonly validationShare: number;
  readonly workers: number;
  readonly seeds: readonly number[];
  /** How long it may take. */
  readonly seconds: number;
}

/** Compares recipes, with a bar on the terminal, until the time is up. */
async function runRound(
  recipes: readonly Recipe[],
  { seconds, seeds, ...how }: RoundOptions,
): Promise<TuneRound> {
  const bar = new SingleBar({
    format:
      "{bar} run {value} of {total} · best validation loss of a run {best}",
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let best = Infinity;
  bar.start(recipes.length * seeds.length, 0, { best: "–" });
  try {
    const { ranking, failures, stopped } = await tune(recipes, {
      ...how,
      seeds,
      signal: AbortSignal.timeout(1000 * seconds),
      callbacks: {
        onRunEnd({ history }) {
          best = Math.min(best, ...history.validationLoss);
          bar.increment(1, { best: best.toFixed(4) });
        },
        onRunError: () => bar.increment(),
      },
    });
    return {
      seeds,
      ranking,
      failures: failures.map(({ settings, message }) =>
        `${JSON.stringify(settings)}: ${message}`
      ),
      stopped,
    };
  } finally {
    bar.stop();
  }
}

if (import.meta.main) Deno.exit(await runTask(main));
