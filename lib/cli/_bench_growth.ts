import { benchProcess } from "./_bench_process.ts";

/** What training costs on a set of one size; 20–10–20, Adam. */
export interface GrowthPoint {
  readonly users: number;
  readonly movies: number;
  readonly ratings: number;
  readonly batchSize: number;
  /** Of mini-batches; the best epoch after the first. */
  readonly secondsPerEpoch: number;
  /** The most memory that the process held at a time, invented ratings included. */
  readonly peakBytes: number;
  /** Of one user a step, by the deck's recipe; only for the smaller sets. */
  readonly singleStepSecondsPerEpoch?: number;
}

/** Users and movies grow as those of MovieLens's releases; batches with the set. */
export const growthSizes = [
  { users: 943, movies: 1682, ratings: 100_000, batchSize: 128 },
  { users: 2000, movies: 2800, ratings: 300_000, batchSize: 256 },
  { users: 6040, movies: 3706, ratings: 1_000_000, batchSize: 512 },
  { users: 20_000, movies: 8000, ratings: 3_000_000, batchSize: 1024 },
  { users: 72_000, movies: 10_700, ratings: 10_000_000, batchSize: 2048 },
] as const;

/** The sizes for `--quick`. */
export const quickSizes = [
  { users: 100, movies: 200, ratings: 2000, batchSize: 32 },
  { users: 200, movies: 400, ratings: 6000, batchSize: 32 },
] as const;

/** Measures one size in a process of its own. */
export async function growthPoint(
  { users, movies, ratings, batchSize }:
    | (typeof growthSizes)[number]
    | (
      typeof quickSizes
    )[number],
): Promise<GrowthPoint> {
  // Short epochs are soon disturbed by others on the machine: more of them.
  const epochs = ratings > 3_000_000 ? 5 : ratings > 300_000 ? 10 : 30;
  return await benchProcess("./_bench_growth_size.ts", {
    what: `training on ${ratings} ratings`,
    args: [users, movies, ratings, batchSize, epochs],
  });
}
