import { batchStepper } from "./_batch_stepper.ts";
import { rowStepper } from "./_row_stepper.ts";
import type { TrainingRun } from "./_training_run.ts";
import { kernels } from "./kernels/current_kernels.ts";
import type { Stepper } from "./stepper.ts";

/** The fused steps where they can run and are asked for, else tfjs's. */
export function stepperFor(run: TrainingRun): Stepper {
  const { rowSteps } = kernels();
  const { batchSize, inputDropout } = run.options;
  return run.loss.isFused && batchSize === 1 && inputDropout === 0 &&
      rowSteps !== undefined
    ? rowStepper(run, rowSteps)
    : batchStepper(run);
}
