/**
 * The portable part of the library: no `Deno.*`, no files, no polars, so that
 * it runs in Deno, in a worker and in a web page alike. Call
 * {@linkcode ready} before anything else.
 *
 * @module
 */
export * from "./random/random.ts";
export * from "./random/torch_random.ts";
export * from "./random/shuffle.ts";
export * from "./ratings/rating_matrix.ts";
export { clipToScale, type StarScale } from "./ratings/star_scale.ts";
export * from "./ratings/shrunk_mean.ts";
export * from "./ratings/row_means.ts";
export * from "./ratings/hold_out.ts";
export type { SplitOptions } from "./ratings/split_options.ts";
export * from "./ratings/bias_model.ts";
export * from "./ratings/parse_ratings.ts";
export * from "./metrics/rmse.ts";
export * from "./metrics/mae.ts";
export * from "./metrics/within_one_star.ts";
export * from "./metrics/user_rmses.ts";
export * from "./metrics/mean_user_rmse.ts";
export * from "./metrics/rating_scores.ts";
export * from "./metrics/bootstrap_difference.ts";
export type { ListMetricOptions } from "./metrics/_hits.ts";
export * from "./metrics/precision_at_k.ts";
export * from "./metrics/recall_at_k.ts";
export * from "./metrics/ndcg_at_k.ts";
export * from "./metrics/hit_at_k.ts";
export * from "./metrics/reciprocal_rank_at_k.ts";
export * from "./metrics/catalogue_coverage.ts";
export * from "./metrics/novelty.ts";
export { type Backend, ready, type ReadyOptions } from "./autoencoder/ready.ts";
export { setDefaultSignal } from "./autoencoder/default_signal.ts";
export * from "./autoencoder/training_events.ts";
export * from "./autoencoder/divergence_error.ts";
export type { Activation } from "./autoencoder/network.ts";
export type { FirstWeights } from "./autoencoder/first_weights.ts";
export * from "./autoencoder/kernels/sparse_batch.ts";
export * from "./autoencoder/kernels/sparse_ops.ts";
export * from "./autoencoder/kernels/multinomial_error.ts";
export type { ActivationKind } from "./autoencoder/kernels/activation_kind.ts";
export * from "./autoencoder/optimizer.ts";
export * from "./autoencoder/adam.ts";
export * from "./autoencoder/rms_prop.ts";
export * from "./autoencoder/momentum.ts";
export * from "./autoencoder/sgd.ts";
export * from "./autoencoder/create_optimizer.ts";
export type { PretrainOptions } from "./autoencoder/pretrain_options.ts";
export type { FitOptions } from "./autoencoder/fit_options.ts";
export type { WarmStart } from "./autoencoder/warm_start.ts";
export type {
  Feedback,
  StackedAutoencoderOptions,
} from "./autoencoder/model_options.ts";
export type { ModelMetadata } from "./autoencoder/model_metadata.ts";
export type { GivenAndExpected } from "./autoencoder/given_and_expected.ts";
export * from "./autoencoder/stacked_autoencoder.ts";
export * from "./autoencoder/recipes.ts";
export * from "./evaluation/baselines.ts";
export {
  type CreateWorker,
  setDefaultWorker,
} from "./evaluation/default_worker.ts";
export * from "./evaluation/sweep_events.ts";
export * from "./evaluation/sweep_options.ts";
export * from "./evaluation/sweep.ts";
export * from "./evaluation/draw_candidates.ts";
export * from "./evaluation/tune.ts";
export type { MovieScorer } from "./evaluation/movie_scorer.ts";
export * from "./evaluation/best_movies.ts";
export * from "./evaluation/evaluate_ranking.ts";
export * from "./evaluation/rank_by_stars.ts";
export * from "./evaluation/most_popular.ts";
export * from "./evaluation/highest_mean.ts";
export * from "./evaluation/item_knn.ts";
export * from "./evaluation/item_knn_ranker.ts";
export * from "./evaluation/factor_model.ts";
export * from "./evaluation/implicit_factors.ts";
export * from "./evaluation/ease.ts";
export type { Recommendation } from "./recommend/recommendation.ts";
export * from "./recommend/top_n.ts";
export * from "./recommend/top_n_for_all.ts";
export * from "./recommend/fold_in.ts";
export type { Explanation, Reason } from "./recommend/explanation.ts";
export * from "./recommend/explain.ts";
export * from "./recommend/movie_vectors.ts";
export * from "./recommend/similar_movies.ts";
