import type { RankingScores } from "../evaluation/evaluate_ranking.ts";
import { evaluateRanking } from "../evaluation/evaluate_ranking.ts";
import { Ease } from "../evaluation/ease.ts";
import { MostPopular } from "../evaluation/most_popular.ts";
import type { GivenAndExpected } from "../autoencoder/given_and_expected.ts";
import type { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import type { TrainingRunReport } from "./_training_report.ts";

/** What `deno task train --json` prints where the recipe ranks. */
export interface RankingTrainingReport extends TrainingRunReport {
  /** How good its lists of ten are. */
  readonly ranking: RankingScores;
  /** How good those of its rivals are. */
  readonly baselines: Readonly<Record<"mostPopular" | "ease", RankingScores>>;
}

/** Scores a trained model's lists beside those of its rivals. */
export function rankingScoresOf(
  model: StackedAutoencoder,
  ratings: GivenAndExpected,
): Pick<RankingTrainingReport, "ranking" | "baselines"> {
  const { given } = ratings;
  return {
    ranking: evaluateRanking(model, ratings),
    baselines: {
      mostPopular: evaluateRanking(MostPopular.fit(given), ratings),
      ease: evaluateRanking(Ease.fit(given), ratings),
    },
  };
}
