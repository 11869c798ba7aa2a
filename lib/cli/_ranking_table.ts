import type { RankingScores } from "../evaluation/evaluate_ranking.ts";

const metricTitles = {
  ndcg: "NDCG",
  precision: "precision",
  recall: "recall",
  hitRate: "hit rate",
  meanReciprocalRank: "MRR",
  coverage: "coverage",
  novelty: "novelty",
} as const satisfies Partial<Record<keyof RankingScores, string>>;

/** Models × ranking metrics as a table for the terminal. */
export function rankingTable(
  scores: Readonly<Record<string, RankingScores>>,
): string {
  const metrics = Object.keys(metricTitles) as (keyof typeof metricTitles)[];
  const width = Math.max(...Object.keys(scores).map(({ length }) => length)) +
    2;
  const line = (name: string, cells: string[]) =>
    `  ${name.padEnd(width)}${cells.map((cell) => cell.padStart(11)).join("")}`;
  const cell = (metric: keyof typeof metricTitles, value: number) =>
    metric === "hitRate" || metric === "coverage"
      ? `${(100 * value).toFixed(1)} %`
      : metric === "novelty"
      ? `${value.toFixed(2)} bit`
      : value.toFixed(4);
  return [
    line("", metrics.map((metric) => metricTitles[metric])),
    ...Object.entries(scores).map(([name, values]) =>
      line(name, metrics.map((metric) => cell(metric, values[metric])))
    ),
  ].join("\n");
}
