import { requireKnown } from "../autoencoder/_options.ts";
import type { SweepCallbacks } from "../evaluation/sweep_events.ts";
import { lossCurve } from "../plots/loss_curve.ts";
import { openScreen } from "./_screen.ts";
import { showSweep } from "./_show_sweep.ts";
import type { LiveSweepOptions } from "./live_sweep_options.ts";
import "./stop.ts"; // whoever watches a sweep wants to be able to stop it

/**
 * Listeners for `sweep` that show it while it runs: a progress bar over all
 * runs, a row for each with its losses, and their loss curves, in one display
 * that changes in place. Of more than twelve runs the chart shows those at work
 * and the lowest. Outside a notebook, a line of text every ten seconds.
 *
 * Importing it makes the notebook's ■ button stop the sweep and keep the runs
 * that are finished.
 *
 * @param options The runs' names; title, size and references of the chart.
 * @returns Listeners; they may serve several sweeps, one after the other.
 * @throws {TypeError} If there is no such option.
 *
 * @example Two seeds
 * ```ts
 * import { RatingMatrix, recipes, sweep } from "stacked-autoencoders";
 * import { liveSweep } from "stacked-autoencoders/notebook";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1], movie: [0, 1, 1], stars: [5, 3, 4] },
 *   { users: 2, movies: 2 },
 * );
 * const { model, fit } = recipes.stacked;
 * const settings = [1, 2].map((seed) => ({ model, fit: { ...fit, epochs: 3 }, seed }));
 * const { runs } = await sweep(settings, {
 *   train,
 *   workers: 1,
 *   callbacks: liveSweep({ name: ({ seed }) => `seed ${seed}` }),
 * });
 * if (runs.length !== 2) throw new Error("one is missing");
 * ```
 */
export function liveSweep(options: LiveSweepOptions = {}): SweepCallbacks {
  const { name, ...chart } = options;
  requireKnown("option of liveSweep", options, [
    ...["name", "title", "subtitle", "from", "show", "group", "references"],
    ...["width", "height"],
  ]);
  if (name !== undefined && typeof name !== "function") {
    throw new TypeError(
      `Cannot use name as it must be a function from settings to a name: current value is ${name}`,
    );
  }
  // A chart that cannot be drawn is refused now, not in the midst of training.
  lossCurve({ trainLoss: [1.05, 0.95] }, { ...chart, epochs: 99 });
  return showSweep(options, { open: openScreen });
}
