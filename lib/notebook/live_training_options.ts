import type { LossCurveOptions } from "../plots/loss_curve.ts";

/** How `liveTraining` draws: as `lossCurve` does. */
export type LiveTrainingOptions = Omit<LossCurveOptions, "epochs">;
