import type * as tf from "@tensorflow/tfjs";
import type { ActivationKind } from "./activation_kind.ts";
import type { RowSteps } from "./row_steps.ts";
import type { SparseBatch } from "./sparse_batch.ts";

/** Step size and weight decay, as every update rule has them. */
export interface StepSize {
  readonly learningRate: number;
  readonly weightDecay: number;
}

/**
 * The inner loops of training, on tensors, in place. There are two: SIMD in
 * tfjs's own wasm memory, and their twins in plain TypeScript, which are the
 * tests' oracle and run where there is no wasm.
 *
 * `weights` of the two sparse layers have one line a movie: shape [columns,
 * units]. Every tensor that is written is named last.
 */
export interface Kernels {
  /** Whole steps of one row each; only in wasm. */
  readonly rowSteps?: RowSteps;
  /** out ← values · weights + bias; out [rows, units]. */
  sparseMatMul(
    batch: SparseBatch,
    weights: tf.Tensor,
    bias: tf.Tensor,
    out: tf.Tensor,
  ): void;
  /** gradient ← gradient + valuesᵀ · outGradient; gradient [columns, units]. */
  sparseMatMulGradient(
    batch: SparseBatch,
    outGradient: tf.Tensor,
    gradient: tf.Tensor,
  ): void;
  /**
   * errors ← hidden · weightsᵀ + bias − values, where there are values, and
   * squares ← Σ errors² of each row; errors [size], squares [rows].
   */
  observedErrors(
    batch: SparseBatch,
    from: { hidden: tf.Tensor; weights: tf.Tensor; bias: tf.Tensor },
    to: { errors: tf.Tensor; squares: tf.Tensor },
  ): void;
  /**
   * The gradients of Σ_r slopes[r] · squares[r]: set for hidden, added to for
   * weights and bias.
   */
  observedGradients(
    batch: SparseBatch,
    from: {
      hidden: tf.Tensor;
      weights: tf.Tensor;
      errors: tf.Tensor;
      slopes: tf.Tensor;
    },
    to: { hidden: tf.Tensor; weights: tf.Tensor; bias: tf.Tensor },
  ): void;
  /** out ← activation(x). */
  activate(kind: ActivationKind, x: tf.Tensor, out: tf.Tensor): void;
  /** out ← outGradient · the activation's slope where its value is y. */
  activationGradient(
    kind: ActivationKind,
    y: tf.Tensor,
    outGradient: tf.Tensor,
    out: tf.Tensor,
  ): void;
  /** w ← w − α·(g + λ·w) */
  sgd(options: StepSize, gradient: tf.Tensor, weights: tf.Tensor): void;
  /** v ← β·v + (1 − β)·(g + λ·w),  w ← w − α·v */
  momentum(
    options: StepSize & { beta: number },
    gradient: tf.Tensor,
    mean: tf.Tensor,
    weights: tf.Tensor,
  ): void;
  /** v ← β·v + (1 − β)·(g + λ·w)²,  w ← w − α·(g + λ·w) / (√v + ε) */
  rmsProp(
    options: StepSize & { decay: number; epsilon: number },
    gradient: tf.Tensor,
    meanSquare: tf.Tensor,
    weights: tf.Tensor,
  ): void;
  /**
   * m ← β₁·m + (1 − β₁)·(g + λ·w),  v ← β₂·v + (1 − β₂)·(g + λ·w)²,
   * w ← w − α·m/c₁ / (√(v/c₂) + ε)
   */
  adam(
    options: StepSize & {
      beta1: number;
      beta2: number;
      epsilon: number;
      /** 1 − β₁ᵗ */
      correction1: number;
      /** 1 − β₂ᵗ */
      correction2: number;
    },
    gradient: tf.Tensor,
    mean: tf.Tensor,
    meanSquare: tf.Tensor,
    weights: tf.Tensor,
  ): void;
}
