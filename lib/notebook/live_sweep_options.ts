import type { SweepSettings } from "../evaluation/sweep_events.ts";
import type { LossCurveOptions } from "../plots/loss_curve.ts";

/** How `liveSweep` draws: as `lossCurve` does, a line a run. */
export interface LiveSweepOptions extends Omit<LossCurveOptions, "epochs"> {
  /**
   * What a run is called, each differently: `({ seed }) => "seed " + seed`. By
   * default what tells its settings from the others': `learningRate 0.01`.
   */
  readonly name?: (settings: SweepSettings, index: number) => string;
}
