/**
 * `deno task bench`: how fast training is, beside dense tfjs and on ever more
 * ratings. It invents its ratings, and needs no data set.
 *
 * @module
 */
import { cpus } from "node:os";
import "../mod.ts";
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
  type BenchReport,
  comparisonTable,
  growthSeries,
  growthTable,
  slopeBar,
} from "./_bench_report.ts";
import { runTask, taskCommand } from "./_run_task.ts";

const command = taskCommand(
  "bench",
  "Measures training beside dense tfjs, and on 100 000 to 10 million ratings.",
)
  .option("--plot <file>", "write the growth as an SVG")
  .option("--quick", "small sets, few repetitions: only to see that it runs")
  .option("--json", "print a JSON report as the last line");

async function main(): Promise<number> {
  const { plot, quick = false, json } = command
    .parse(Deno.args, { from: "user" })
    .opts<{ plot?: string; quick?: true; json?: true }>();
  const say = json ? console.error : console.log;
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

if (import.meta.main) Deno.exit(await runTask(main));
