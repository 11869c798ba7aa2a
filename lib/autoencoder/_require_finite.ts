import { DivergenceError } from "./divergence_error.ts";

/** Ends a training whose loss is no finite number any more. */
export function requireFinite(
  loss: number,
  epoch: number,
  learningRate: number,
) {
  if (!Number.isFinite(loss)) {
    throw new DivergenceError(epoch, { loss, learningRate });
  }
}
