import type { Pause } from "./_pause.ts";
import { requireFinite } from "./_require_finite.ts";
import type { Stepper } from "./stepper.ts";

/** What {@linkcode runEpoch} needs. */
export interface EpochRun {
  readonly stepper: Stepper;
  /** The rows, in the order of their turn. */
  readonly order: Int32Array;
  /** Which epoch it is, from 0, for the error message. */
  readonly epoch: number;
  /** Size of a step, for the error message. */
  readonly learningRate: number;
  readonly signal?: AbortSignal;
  readonly pause: Pause;
  /** Called after each batch, counted from 0. */
  readonly afterBatch?: (batch: number) => void | Promise<void>;
}

/**
 * Goes through all rows once, batch by batch, or until told to stop.
 *
 * @returns The sum of the rows' RMSEs.
 * @throws {DivergenceError} If it stops being a finite number.
 */
export async function runEpoch(run: EpochRun): Promise<number> {
  const { stepper, order, signal, pause, afterBatch } = run;
  const { rowsAtATime } = stepper;
  let sum = 0;
  for (let from = 0; from < order.length && !signal?.aborted;) {
    const rmse = stepper.step(order.subarray(from, from + rowsAtATime));
    requireFinite(rmse, run.epoch, run.learningRate);
    sum += rmse;
    await afterBatch?.(from / rowsAtATime);
    await pause.ifDue();
    from += rowsAtATime;
  }
  return sum;
}
