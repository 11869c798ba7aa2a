import { recipes } from "../autoencoder/recipes.ts";
import type { GivenAndExpected } from "../autoencoder/given_and_expected.ts";
import { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import { Ease } from "../evaluation/ease.ts";
import {
  evaluateRanking,
  type RankingScores,
} from "../evaluation/evaluate_ranking.ts";
import { FactorModel } from "../evaluation/factor_model.ts";
import { HighestMean } from "../evaluation/highest_mean.ts";
import { ImplicitFactors } from "../evaluation/implicit_factors.ts";
import { ItemKnn } from "../evaluation/item_knn.ts";
import { ItemKnnRanker } from "../evaluation/item_knn_ranker.ts";
import { MostPopular } from "../evaluation/most_popular.ts";
import type { MovieScorer } from "../evaluation/movie_scorer.ts";
import { rankByStars } from "../evaluation/rank_by_stars.ts";
import { BiasModel } from "../ratings/bias_model.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/** What `deno task bench --ranking --json` prints. */
export interface RankingReport {
  readonly data: string;
  readonly split: string;
  /** Whether the expected ratings are training ratings, held out, and not the split's test. */
  readonly validate: boolean;
  readonly seed: number;
  /** Every held-out rating being relevant. */
  readonly models: Readonly<Record<string, RankingScores & Timed>>;
  /** Only ratings of 4 and 5 stars being relevant. */
  readonly liked: Readonly<Record<string, RankingScores>>;
}

/** How long a model took to fit and to rank. */
export interface Timed {
  readonly seconds: number;
}

/** How {@linkcode benchRanking} trains. */
export interface BenchRankingOptions {
  readonly seed: number;
  /** Instead of the recipes'. */
  readonly epochs?: number;
  /** Hears of each model when it is done. */
  readonly done: (name: string, seconds: number) => void;
}

/** Fits every model on `given`, one after the other, and scores its lists. */
export async function benchRanking(
  ratings: GivenAndExpected,
  { seed, epochs, done }: BenchRankingOptions,
): Promise<Pick<RankingReport, "models" | "liked">> {
  const { given } = ratings;
  const models: Record<string, RankingScores & Timed> = {};
  const liked: Record<string, RankingScores> = {};
  const score = (name: string, scorer: MovieScorer, began: number) => {
    const ranked = once(scorer, given);
    const scores = evaluateRanking(ranked, ratings);
    const seconds = (performance.now() - began) / 1000;
    models[name] = { ...scores, seconds };
    liked[name] = evaluateRanking(ranked, ratings, { relevantFrom: 4 });
    done(name, seconds);
  };
  for (const [name, fit] of Object.entries(rivals(seed))) {
    const began = performance.now();
    score(name, fit(given), began);
  }
  for (const recipe of [recipes.stacked, recipes.ranking]) {
    const began = performance.now();
    using model = new StackedAutoencoder({
      visibleUnits: given.movies,
      ...recipe.model,
      seed,
    });
    await model.fit(given, { ...recipe.fit, ...(epochs && { epochs }) });
    score(`recipe ${recipe.name}`, model, began);
  }
  return { models, liked };
}

/** The same scores, computed once for all rows: two evaluations want them. */
function once(scorer: MovieScorer, given: RatingMatrix): MovieScorer {
  const all = scorer.scores(given); // [users, movies]
  const { columns } = given;
  return {
    scores(_, { rows = { length: given.rows } } = {}) {
      const chosen = new Float32Array(rows.length * columns);
      for (let place = 0; place < rows.length; place++) {
        const row = rows[place] ?? place;
        const line = all.subarray(row * columns, (row + 1) * columns);
        chosen.set(line, place * columns);
      }
      return chosen;
    },
  };
}

/** Those that need no training, by the names in the table. */
function rivals(
  seed: number,
): Record<string, (train: RatingMatrix) => MovieScorer> {
  return {
    "most popular": (train) => MostPopular.fit(train),
    "highest mean": (train) => rankByStars(HighestMean.fit(train)),
    "bias model": (train) => rankByStars(BiasModel.fit(train)),
    "item-kNN, stars": (train) => rankByStars(ItemKnn.fit(train)),
    "factors, stars": (train) => rankByStars(FactorModel.fit(train, { seed })),
    "item-kNN, implicit": (train) => ItemKnnRanker.fit(train),
    "factors, implicit": (train) => ImplicitFactors.fit(train, { seed }),
    "EASE": (train) => Ease.fit(train),
  };
}

/** NDCG@10 of the recipe, at least so many times that of the rival. */
export const rankingBars = { "most popular": 1.2, "EASE": 0.97 } as const;

/** The bars of the ranking recipe, one line each. */
export function rankingBarLines(models: RankingReport["models"]): string {
  return Object.entries(rankingBars).map(([name, bar]) => {
    const ratio = models["recipe ranking"].ndcg / models[name].ndcg;
    return `  NDCG@10 of recipe ranking / ${name}: ${
      ratio.toFixed(3)
    }, bar ${bar} ${ratio >= bar ? "✓" : "missed"}`;
  }).join("\n");
}
