import { addScaled, dot } from "./vectors";

// The two layers that touch every movie, at the price of the ratings: rows of
// ratings as compressed sparse rows, weights with one line a column (a movie).

/** out[r] ← bias + Σ values[k]·weights[indices[k]]; out [rows, units]. */
export function sparseMatMul(
  rows: i32,
  units: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  weights: usize,
  bias: usize,
  out: usize,
): void {
  const line = <usize> units << 2;
  for (let r: i32 = 0; r < rows; r++) {
    memory.copy(out, bias, line);
    const to = load<i32>(indptr + (<usize> r << 2), 4);
    for (let k = load<i32>(indptr + (<usize> r << 2)); k < to; k++) {
      const at = <usize> k << 2;
      const column = <usize> load<i32>(indices + at);
      addScaled(units, load<f32>(values + at), weights + column * line, out);
    }
    out += line;
  }
}

/** gradient[indices[k]] ← gradient[indices[k]] + values[k]·outGradient[r]. */
export function sparseMatMulGradient(
  rows: i32,
  units: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  outGradient: usize,
  gradient: usize,
): void {
  const line = <usize> units << 2;
  for (let r: i32 = 0; r < rows; r++) {
    const to = load<i32>(indptr + (<usize> r << 2), 4);
    for (let k = load<i32>(indptr + (<usize> r << 2)); k < to; k++) {
      const at = <usize> k << 2;
      const column = <usize> load<i32>(indices + at);
      addScaled(
        units,
        load<f32>(values + at),
        outGradient,
        gradient + column * line,
      );
    }
    outGradient += line;
  }
}

/**
 * errors[k] ← hidden[r]·weights[indices[k]] + bias[indices[k]] − values[k], and
 * squares[r] ← Σ errors²; where nothing is observed, nothing is computed.
 */
export function observedErrors(
  rows: i32,
  units: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  hidden: usize,
  weights: usize,
  bias: usize,
  errors: usize,
  squares: usize,
): void {
  const line = <usize> units << 2;
  for (let r: i32 = 0; r < rows; r++) {
    const to = load<i32>(indptr + (<usize> r << 2), 4);
    let sum: f32 = 0;
    for (let k = load<i32>(indptr + (<usize> r << 2)); k < to; k++) {
      const at = <usize> k << 2;
      const column = <usize> load<i32>(indices + at);
      const error = dot(units, hidden, weights + column * line) +
        load<f32>(bias + (column << 2)) - load<f32>(values + at);
      store<f32>(errors + at, error);
      sum += error * error;
    }
    store<f32>(squares + (<usize> r << 2), sum);
    hidden += line;
  }
}

/**
 * The gradients of Σ_r slopes[r]·Σ errors²: added to those of the weights and
 * biases, set for the hidden units.
 */
export function observedGradients(
  rows: i32,
  units: i32,
  indptr: usize,
  indices: usize,
  errors: usize,
  slopes: usize,
  hidden: usize,
  weights: usize,
  hiddenGradient: usize,
  weightsGradient: usize,
  biasGradient: usize,
): void {
  const line = <usize> units << 2;
  for (let r: i32 = 0; r < rows; r++) {
    memory.fill(hiddenGradient, 0, line);
    const scale: f32 = 2 * load<f32>(slopes + (<usize> r << 2));
    const to = load<i32>(indptr + (<usize> r << 2), 4);
    for (let k = load<i32>(indptr + (<usize> r << 2)); k < to; k++) {
      const at = <usize> k << 2;
      const column = <usize> load<i32>(indices + at);
      const slope = scale * load<f32>(errors + at);
      addScaled(units, slope, weights + column * line, hiddenGradient);
      addScaled(units, slope, hidden, weightsGradient + column * line);
      const biasAt = biasGradient + (column << 2);
      store<f32>(biasAt, load<f32>(biasAt) + slope);
    }
    hidden += line;
    hiddenGradient += line;
  }
}
