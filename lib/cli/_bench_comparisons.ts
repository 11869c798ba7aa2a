import { benchProcess } from "./_bench_process.ts";
import type { BenchRatingsOptions } from "./_bench_ratings.ts";

/** How long the same work takes, in milliseconds. */
export interface Times {
  readonly sparse: number;
  readonly dense: number;
}

/** The same work done by this library and by dense tfjs. */
export interface Comparison extends Times {
  readonly name: string;
  /** dense / sparse */
  readonly ratio: number;
  /** The least ratio that was promised, if one was. */
  readonly bar?: number;
}

/** How long to measure. */
export interface ComparisonOptions {
  /** Fewer repetitions, for tests: the numbers scatter. */
  readonly quick: boolean;
}

/** What is compared, in the order of the table. */
const compared = {
  stepsOnWasm: { name: "one user a step, against tfjs wasm", bar: 40 },
  stepsOnCpu: { name: "one user a step, against tfjs cpu" },
  batches: { name: "batches of 128: an epoch", bar: 6 },
  evaluation: { name: "evaluation of a fifth of the ratings" },
  wideByMovie: {
    name: "hidden 500–500 by movie, one batch: an epoch",
    bar: 2.3,
  },
  outerLayers: { name: "hidden 500–500: its two outer layers", bar: 5 },
} as const;

/** A comparison, as its process is told. */
export type ComparisonId = keyof typeof compared;

/** Measures all comparisons on ratings of this shape, each in its own process. */
export async function comparisons(
  { users, movies, ratings }: BenchRatingsOptions,
  { quick }: ComparisonOptions,
): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const [id, about] of Object.entries(compared)) {
    const times = await benchProcess<Times>("./_bench_comparison.ts", {
      what: about.name,
      args: [id, users, movies, ratings, quick ? "quick" : "long"],
    });
    found.push({
      name: about.name,
      ...times,
      ratio: times.dense / times.sparse,
      ..."bar" in about && { bar: about.bar },
    });
  }
  return found;
}
