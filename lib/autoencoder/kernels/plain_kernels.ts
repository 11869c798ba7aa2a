import type * as tf from "@tensorflow/tfjs";
import type { ActivationKind } from "./activation_kind.ts";
import type { Kernels, StepSize } from "./kernels.ts";
import type { SparseBatch } from "./sparse_batch.ts";
import { viewOf as view } from "./tensor_memory.ts";

/** Calls back for every rating of a batch, row by row. */
function forEachRating(
  { rows, indptr, indices }: SparseBatch,
  visit: (row: number, at: number, column: number) => void,
) {
  const [starts, columns] = [view(indptr), view(indices)];
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      visit(row, at, columns[at]);
    }
  }
}

/** eˣ by its series, in plain arithmetic: Math.exp differs between machines. */
function exp(x: number): number {
  const k = Math.floor(Math.min(Math.max(x, -87), 88) * Math.LOG2E + 0.5);
  const r = Math.min(Math.max(x, -87), 88) - k * Math.LN2;
  let sum = 1;
  for (let n = 13; n > 0; n--) sum = 1 + sum * r / n;
  let power = 1;
  for (let n = Math.abs(k); n > 0; n--) power *= 2;
  return k < 0 ? sum / power : sum * power;
}

function activation(kind: ActivationKind, x: number): number {
  if (kind === "sigmoid") return 1 / (1 + exp(-x));
  if (Math.abs(x) < 1e-4) return x; // where the quotient would lose digits
  const e = exp(-2 * x);
  return (1 - e) / (1 + e);
}

/** Calls back for every weight with its gradient, decay included. */
function forEachWeight(
  { weightDecay }: StepSize,
  { gradient, weights }: { gradient: tf.Tensor; weights: tf.Tensor },
  step: (at: number, gradient: number) => number,
) {
  const [w, g] = [view(weights), view(gradient)];
  for (let at = 0; at < w.length; at++) {
    w[at] -= step(at, g[at] + weightDecay * w[at]);
  }
}

/** The kernels in plain TypeScript, written for reading: see {@linkcode Kernels}. */
export const plainKernels: Kernels = {
  sparseMatMul(batch, weights, bias, out) {
    const [w, b, o] = [view(weights), view(bias), view(out)];
    const units = bias.size;
    const values = view(batch.values);
    for (let row = 0; row < batch.rows; row++) o.set(b, row * units);
    forEachRating(batch, (row, at, column) => {
      for (let unit = 0; unit < units; unit++) {
        o[row * units + unit] += values[at] * w[column * units + unit];
      }
    });
  },
  sparseMatMulGradient(batch, outGradient, gradient) {
    const [dy, dw] = [view(outGradient), view(gradient)];
    const units = gradient.shape[1]!;
    const values = view(batch.values);
    forEachRating(batch, (row, at, column) => {
      for (let unit = 0; unit < units; unit++) {
        dw[column * units + unit] += values[at] * dy[row * units + unit];
      }
    });
  },
  observedErrors(batch, { hidden, weights, bias }, { errors, squares }) {
    const [h, w, b] = [view(hidden), view(weights), view(bias)];
    const [e, s] = [view(errors), view(squares)];
    const units = weights.shape[1]!;
    const values = view(batch.values);
    s.fill(0);
    forEachRating(batch, (row, at, column) => {
      let sum = b[column] - values[at];
      for (let unit = 0; unit < units; unit++) {
        sum += h[row * units + unit] * w[column * units + unit];
      }
      e[at] = sum;
      s[row] += sum * sum;
    });
  },
  observedGradients(batch, { hidden, weights, errors, slopes }, to) {
    const [h, w, e, s] = [hidden, weights, errors, slopes].map(view);
    const [dh, dw, db] = [to.hidden, to.weights, to.bias].map(view);
    const units = weights.shape[1]!;
    dh.fill(0);
    forEachRating(batch, (row, at, column) => {
      const slope = 2 * s[row] * e[at];
      for (let unit = 0; unit < units; unit++) {
        dh[row * units + unit] += slope * w[column * units + unit];
        dw[column * units + unit] += slope * h[row * units + unit];
      }
      db[column] += slope;
    });
  },
  activate(kind, x, out) {
    const [from, to] = [view(x), view(out)];
    for (let at = 0; at < from.length; at++) {
      to[at] = activation(kind, from[at]);
    }
  },
  activationGradient(kind, y, outGradient, out) {
    const [value, dy, dx] = [view(y), view(outGradient), view(out)];
    for (let at = 0; at < value.length; at++) {
      dx[at] = dy[at] *
        (kind === "sigmoid" ? value[at] * (1 - value[at]) : 1 - value[at] ** 2);
    }
  },
  sgd(options, gradient, weights) {
    const { learningRate: α } = options;
    forEachWeight(options, { gradient, weights }, (_, dw) => α * dw);
  },
  momentum(options, gradient, mean, weights) {
    const { learningRate: α, beta: β } = options;
    const v = view(mean);
    forEachWeight(options, { gradient, weights }, (at, dw) => {
      v[at] = β * v[at] + (1 - β) * dw;
      return α * v[at];
    });
  },
  rmsProp(options, gradient, meanSquare, weights) {
    const { learningRate: α, decay: β, epsilon: ε } = options;
    const v = view(meanSquare);
    forEachWeight(options, { gradient, weights }, (at, dw) => {
      v[at] = β * v[at] + (1 - β) * dw * dw;
      return α * dw / (Math.sqrt(v[at]) + ε);
    });
  },
  adam(options, gradient, mean, meanSquare, weights) {
    const { learningRate: α, beta1: β1, beta2: β2, epsilon: ε } = options;
    const { correction1: c1, correction2: c2 } = options;
    const [m, v] = [view(mean), view(meanSquare)];
    forEachWeight(options, { gradient, weights }, (at, dw) => {
      m[at] = β1 * m[at] + (1 - β1) * dw;
      v[at] = β2 * v[at] + (1 - β2) * dw * dw;
      return α * (m[at] / c1) / (Math.sqrt(v[at] / c2) + ε);
    });
  },
};
