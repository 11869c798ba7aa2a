import type * as tf from "@tensorflow/tfjs";
import type { ActivationKind } from "./activation_kind.ts";
import type { SparseBatch } from "./sparse_batch.ts";

/** What {@linkcode RowSteps} takes. */
export interface RowStepsInput {
  /** The rows, each of which is a step. */
  readonly batch: SparseBatch;
  /** Sizes and addresses of all layers, as `assembly/steps.ts` reads them; int32. */
  readonly plan: tf.Tensor1D;
  /** Set to each row's RMSE before its update; at least [batch.rows]. */
  readonly losses: tf.Tensor;
  readonly activation: ActivationKind;
  /** 0 SGD, 1 momentum, 2 RMSprop, 3 Adam. */
  readonly rule: 0 | 1 | 2 | 3;
  /** Whether the loss is a mean over all outputs, not over the observed. */
  readonly overAll: boolean;
  /** Whether gradients are added up over all steps. */
  readonly accumulate: boolean;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** β₁ᵗ and β₂ᵗ before the first of these steps. */
  readonly power1: number;
  readonly power2: number;
}

/**
 * A whole step a row: forward, backward, update. Its oracle in the tests, and
 * what runs where there is no wasm, are batches of one.
 */
export type RowSteps = (input: RowStepsInput) => void;
