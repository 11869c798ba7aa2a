/**
 * `deno task bench`: how fast training is, beside dense tfjs and on ever more
 * ratings. It invents its ratings, and needs no data set. With `--ranking`: how
 * good the lists of all models are, on a data set.
 *
 * @module
 */
import { Option } from "commander";
import { cpus } from "node:os";
import { rules } from "../autoencoder/_options.ts";
import "../mod.ts";
import { loadMovieLens } from "../movielens/load_movielens.ts";
import { growthCurve } from "../plots/growth_curve.ts";
import { growthSlope } from "../plots/growth_slope.ts";
import { comparisons } from "./_bench_comparisons.ts";
import {
  type GrowthPoint,
  growthPoint,
  growthSizes,
  quickSizes,
} from "./_bench_growth.ts";
import {
  benchRanking,
  rankingBarLines,
  type RankingReport,
} from "./_bench_ranking.ts";
import {
  type BenchReport,
  comparisonTable,
  growthSeries,
  growthTable,
  slopeBar,
} from "./_bench_report.ts";
import { holdOutEach } from "./_hold_out_each.ts";
import { numberOption, seed } from "./_number_option.ts";
import { rankingTable } from "./_ranking_table.ts";
import { runTask, taskCommand } from "./_run_task.ts";

interface BenchArguments {
  plot?: string;
  quick?: true;
  json?: true;
  ranking?: true;
  data: "ml-100k" | "synthetic-100k";
  split: string;
  validate?: true;
  epochs?: number;
  seed: number;
}

const command = taskCommand(
  "bench",
  "Measures training beside dense tfjs, and on 100 000 to 10 million ratings.",
)
  .option("--plot <file>", "write the growth as an SVG")
  .option("--ranking", "instead: models × ranking metrics, on a data set")
  .addOption(
    new Option("--data <name>", "with --ranking: the data set")
      .choices(["ml-100k", "synthetic-100k"]).default("ml-100k"),
  )
  .addOption(
    new Option("--split <name>", "with --ranking: the official split")
      .choices(["u1", "u2", "u3", "u4", "u5", "ua", "ub"]).default("ua"),
  )
  .option(
    "--validate",
    "with --ranking: judge by ten of each user's training ratings, held out",
  )
  .option(
    "--epochs <n>",
    "with --ranking: instead of the recipes'",
    numberOption(rules.count),
  )
  .option("--seed <n>", "with --ranking", numberOption(seed), 1)
  .option("--quick", "small sets, few repetitions: only to see that it runs")
  .option("--json", "print a JSON report as the last line");

async function main(): Promise<number> {
  const options = command.parse(Deno.args, { from: "user" })
    .opts<BenchArguments>();
  const { plot, quick = false, json } = options;
  const say = json ? console.error : console.log;
  if (options.ranking) return await ranking(options, say);
  const machine = {
    processor: cpus()[0]?.model ?? "unknown",
    cores: navigator.hardwareConcurrency,
    deno: Deno.version.deno,
  };
  say(`${machine.processor}, ${machine.cores} cores, Deno ${machine.deno}\n`);

  const shape = quick
    ? { users: 120, movies: 200, ratings: 2000 }
    : { users: 943, movies: 1682, ratings: 80_000 };
  say(
    `${shape.users} users × ${shape.movies} movies, ${shape.ratings} ratings`,
  );
  const compared = await comparisons(shape, { quick });
  say(`${comparisonTable(compared)}\n`);

  const growth: GrowthPoint[] = [];
  for (const size of quick ? quickSizes : growthSizes) {
    growth.push(await growthPoint(size));
  }
  const series = growthSeries(growth);
  const slope = growthSlope(series["mini-batches"]);
  say(`Growth, 20–10–20\n${growthTable(growth)}`);
  say(
    `  mini-batches: slope ${slope.toFixed(3)}, bar ${slopeBar} ${
      slope <= slopeBar ? "✓" : "missed"
    }; one user a step: slope ${
      growthSlope(series["one user a step"]).toFixed(3)
    }`,
  );
  if (plot !== undefined) {
    await Deno.writeTextFile(plot, growthCurve(series).outerHTML);
    say(`Drew ${plot}`);
  }
  if (json) {
    const report: BenchReport = {
      machine,
      comparisons: compared,
      growth,
      slope,
    };
    console.log(JSON.stringify(report));
  }
  return 0;
}

/** The lists of every model, scored. */
async function ranking(
  { data, split, seed, epochs, json, ...others }: BenchArguments,
  say: (text: string) => void,
): Promise<number> {
  const movielens = await loadMovieLens(data, {
    fallback: "none",
    quiet: json,
  });
  const { train, test } = movielens.split(split);
  const validate = others.validate ?? false;
  const ratings = validate
    ? holdOutEach(train, { count: 10, seed })
    : { given: train, expected: test };
  const { models, liked } = await benchRanking(ratings, {
    seed,
    epochs,
    done: (name, seconds) => say(`${name}: ${seconds.toFixed(1)} s`),
  });
  const { k, users } = models["EASE"];
  say(
    `\nLists of ${k} for ${users} users of ${split}${
      validate ? " (held-out training ratings)" : ""
    }; every held-out rating relevant\n${rankingTable(models)}`,
  );
  say(`\nOnly 4 and 5 stars relevant\n${rankingTable(liked)}\n`);
  say(rankingBarLines(models));
  const report: RankingReport = { data, split, validate, seed, models, liked };
  if (json) console.log(JSON.stringify(report));
  return 0;
}

if (import.meta.main) Deno.exit(await runTask(main));
