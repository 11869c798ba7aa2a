/**
 * Measures one size of the growth benchmark, in a process of its own so that
 * its peak memory is its own; prints a {@linkcode GrowthPoint} as JSON.
 * Arguments: users, movies, ratings, batch size, epochs.
 *
 * @module
 */
import process from "node:process";
import type { FitOptions } from "../autoencoder/fit_options.ts";
import { recipes } from "../autoencoder/recipes.ts";
import { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import "../mod.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { fastestEpoch } from "./_bench_clock.ts";
import type { GrowthPoint } from "./_bench_growth.ts";
import { benchRatings } from "./_bench_ratings.ts";

/** Above so many ratings, one user a step is not measured: it takes minutes. */
const mostForSingleSteps = 1_000_000;

async function main() {
  const [users, movies, ratings, batchSize, epochs] = Deno.args.map(Number);
  const matrix = benchRatings({ users, movies, ratings });
  const secondsPerEpoch = await epochSeconds(matrix, {
    optimizer: "adam",
    learningRate: 0.003,
    batchSize,
    epochs,
  });
  const peakBytes = await ownPeakBytes();
  const point: GrowthPoint = {
    users,
    movies,
    ratings,
    batchSize,
    secondsPerEpoch,
    peakBytes,
    ...ratings <= mostForSingleSteps && {
      singleStepSecondsPerEpoch: await epochSeconds(matrix, {
        ...recipes.deck.fit,
        epochs: 2,
      }),
    },
  };
  console.log(JSON.stringify(point));
}

/**
 * The most memory that this process held at a time. Linux passes the parent's
 * `maxRSS` on to a child that is smaller: there, its own stands in /proc.
 */
async function ownPeakBytes(): Promise<number> {
  if (Deno.build.os === "linux") {
    const status = await Deno.readTextFile("/proc/self/status");
    const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  }
  return process.resourceUsage().maxRSS * 1024;
}

async function epochSeconds(
  ratings: RatingMatrix,
  options: FitOptions,
): Promise<number> {
  using model = new StackedAutoencoder({ visibleUnits: ratings.columns });
  const ends: number[] = [];
  const callbacks = {
    onEpochEnd: (_: number, { seconds }: { seconds: number }) =>
      void ends.push(seconds),
  };
  await model.fit(ratings, { ...options, callbacks });
  return fastestEpoch(ends) / 1000;
}

if (import.meta.main) await main();
