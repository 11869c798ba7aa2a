import { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import type { TrainingCallbacks } from "../autoencoder/training_events.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { TrainedRun } from "./_sweep_messages.ts";
import type { SweepSettings } from "./sweep_events.ts";

/** What a run is trained on, and who listens. */
export interface TrainSettingsOptions {
  readonly train: RatingMatrix;
  readonly test?: RatingMatrix;
  readonly callbacks: TrainingCallbacks;
}

/** Trains one run of a sweep and scores it, in whichever thread this is. */
export async function trainSettings(
  { model: shape, fit, seed, clip }: SweepSettings,
  { train, test, callbacks }: TrainSettingsOptions,
): Promise<TrainedRun> {
  const began = performance.now();
  using model = new StackedAutoencoder({
    visibleUnits: train.columns,
    ...shape,
    seed,
  });
  const history = await model.fit(train, { ...fit, callbacks });
  return {
    history,
    scores: test && model.evaluate({ given: train, expected: test }, { clip }),
    seconds: (performance.now() - began) / 1000,
  };
}
