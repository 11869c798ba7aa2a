import type { CostPoint } from "../plots/cost_point.ts";
import type { Comparison } from "./_bench_comparisons.ts";
import type { GrowthPoint } from "./_bench_growth.ts";

/** What `deno task bench --json` prints. */
export interface BenchReport {
  /** What it ran on. */
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly deno: string;
  };
  /** Milliseconds, dense and sparse, side by side. */
  readonly comparisons: readonly Comparison[];
  /** Training on ever more ratings. */
  readonly growth: readonly GrowthPoint[];
  /** The power by which the seconds an epoch of mini-batches grow with the ratings. */
  readonly slope: number;
}

/** How the seconds an epoch may grow at the most. */
export const slopeBar = 1.05;

/** The comparisons as a table for the terminal. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const width = Math.max(...comparisons.map(({ name }) => name.length)) + 2;
  const line = (name: string, cells: string[]) =>
    `  ${name.padEnd(width)}${cells.map((cell) => cell.padStart(14)).join("")}`
      .trimEnd();
  return [
    line("", ["sparse", "dense tfjs", "ratio", "bar"]),
    ...comparisons.map(({ name, sparse, dense, ratio, bar }) =>
      line(name, [
        milliseconds(sparse),
        milliseconds(dense),
        `${ratio.toFixed(1)} ×`,
        bar === undefined ? "" : `${bar} × ${ratio >= bar ? "✓" : "missed"}`,
      ])
    ),
  ].join("\n");
}

/** The growth as a table for the terminal. */
export function growthTable(growth: readonly GrowthPoint[]): string {
  const line = (cells: string[]) =>
    `  ${cells.map((cell) => cell.padStart(13)).join("")}`;
  return [
    line(
      [
        "ratings",
        "users",
        "movies",
        "batch",
        "epoch",
        "memory",
        "single steps",
      ],
    ),
    ...growth.map((point) =>
      line([
        ...[point.ratings, point.users, point.movies, point.batchSize]
          .map((count) => count.toLocaleString("en")),
        milliseconds(1000 * point.secondsPerEpoch),
        `${(point.peakBytes / 2 ** 20).toFixed(0)} MiB`,
        point.singleStepSecondsPerEpoch === undefined
          ? "–"
          : milliseconds(1000 * point.singleStepSecondsPerEpoch),
      ])
    ),
  ].join("\n");
}

/** The growth as `growthCurve` draws it. */
export function growthSeries(
  growth: readonly GrowthPoint[],
): Record<string, CostPoint[]> {
  const batches = growth.map(({ ratings, secondsPerEpoch }) => ({
    ratings,
    seconds: secondsPerEpoch,
  }));
  const singles = growth.flatMap(({ ratings, singleStepSecondsPerEpoch }) =>
    singleStepSecondsPerEpoch === undefined
      ? []
      : [{ ratings, seconds: singleStepSecondsPerEpoch }]
  );
  return { "mini-batches": batches, "one user a step": singles };
}

function milliseconds(time: number): string {
  return time >= 1000
    ? `${(time / 1000).toFixed(2)} s`
    : `${time.toPrecision(3)} ms`;
}
