import type { TrainingCallbacks } from "../autoencoder/training_events.ts";
import { lossCurve } from "../plots/loss_curve.ts";
import { requireKnown } from "../autoencoder/_options.ts";
import { openScreen } from "./_screen.ts";
import type { LiveTrainingOptions } from "./live_training_options.ts";
import { showTraining } from "./_show_training.ts";
import "./stop.ts"; // whoever watches a training wants to be able to stop it

/**
 * Listeners for `fit` that show a training while it runs: a progress bar and
 * the loss curve so far, in one display that changes in place and at the end
 * says how training ended. Outside a notebook, a line of text every ten seconds.
 *
 * Importing it makes the notebook's ■ button stop the training and keep the
 * model.
 *
 * @param options Title, size and references of the chart.
 * @returns Listeners; they may serve several runs, one after the other.
 *
 * @example With the loss to beat
 * ```ts
 * import { RatingMatrix, StackedAutoencoder } from "stacked-autoencoders";
 * import { liveTraining } from "stacked-autoencoders/notebook";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0, 0, 1], movie: [0, 1, 1], stars: [5, 3, 4] },
 *   { users: 2, movies: 2 },
 * );
 * const model = new StackedAutoencoder({ visibleUnits: 2, hiddenUnits: [2], seed: 1 });
 * const history = await model.fit(ratings, {
 *   epochs: 3,
 *   callbacks: liveTraining({ references: { "bias model": 0.937 } }),
 * });
 * if (history.trainLoss.length !== 3) throw new Error("stopped early");
 * ```
 */
export function liveTraining(
  options: LiveTrainingOptions = {},
): TrainingCallbacks {
  requireKnown("option of liveTraining", options, [
    ...["title", "subtitle", "from", "references", "width", "height"],
  ]);
  // A chart that cannot be drawn is refused now, not in the midst of training.
  const any = [1.05, 0.95];
  lossCurve({ trainLoss: any, validationLoss: any }, {
    ...options,
    epochs: 99,
  });
  return showTraining(options, openScreen);
}
