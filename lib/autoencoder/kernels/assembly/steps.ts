import { activate, activationGradient } from "./activations";
import { adam, momentum, rmsProp, sgd } from "./optimizers";
import { addScaled, dot } from "./vectors";

// One user a step, the whole step in one place: forward, backward, update. The
// plan says where everything is: the number of layers, then for each of them
// the numbers below, sizes and addresses.
const INPUTS = 0;
const UNITS = 1;
const WEIGHTS = 2; // [inputs, units]; of the last layer [units, inputs]
const BIAS = 3;
const WEIGHTS_GRADIENT = 4;
const BIAS_GRADIENT = 5;
const WEIGHTS_MEMORY = 6; // what the optimizer remembers: two of the same size
const WEIGHTS_MEMORY_2 = 7;
const BIAS_MEMORY = 8;
const BIAS_MEMORY_2 = 9;
const VALUES = 10; // [units]; of the last layer the errors, [ratings of a row]
const SLOPES = 11; // [units]; the gradient of the sums, unused in the last layer
const FIELDS = 12;

// @ts-ignore: decorator
@inline
function at(plan: usize, layer: i32, field: i32): i32 {
  return load<i32>(plan + (<usize> (1 + layer * FIELDS + field) << 2));
}

/** The sums of a dense layer: out ← bias + Σ x[i]·weights[i]. */
function denseSums(plan: usize, layer: i32, x: usize, out: usize): void {
  const inputs = at(plan, layer, INPUTS);
  const units = at(plan, layer, UNITS);
  const weights = <usize> at(plan, layer, WEIGHTS);
  memory.copy(out, <usize> at(plan, layer, BIAS), <usize> units << 2);
  for (let i: i32 = 0; i < inputs; i++) {
    addScaled(
      units,
      load<f32>(x + (<usize> i << 2)),
      weights + (<usize> (i * units) << 2),
      out,
    );
  }
}

/** Updates n weights by the rule: 0 SGD, 1 momentum, 2 RMSprop, 3 Adam. */
function update(
  rule: i32,
  n: i32,
  w: usize,
  g: usize,
  memory1: usize,
  memory2: usize,
  α: f64,
  λ: f64,
  β1: f64,
  β2: f64,
  ε: f64,
  c1: f64,
  c2: f64,
): void {
  if (rule == 0) sgd(n, w, g, α, λ);
  else if (rule == 1) momentum(n, w, g, memory1, α, λ, β1);
  else if (rule == 2) rmsProp(n, w, g, memory1, α, λ, β1, ε);
  else adam(n, w, g, memory1, memory2, α, λ, β1, β2, ε, c1, c2);
}

/**
 * A step for each row: losses[r] is its RMSE before its own update.
 *
 * @param overAll Whether the loss is a mean over all outputs, not the observed.
 * @param accumulate Whether gradients are kept and added to, step after step.
 * @param power1 β₁ᵗ before the first step here; power2 likewise.
 */
export function rowSteps(
  plan: usize,
  rows: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  losses: usize,
  kind: i32,
  rule: i32,
  overAll: i32,
  accumulate: i32,
  α: f64,
  λ: f64,
  β1: f64,
  β2: f64,
  ε: f64,
  power1: f64,
  power2: f64,
): void {
  const layers = load<i32>(plan);
  const last = layers - 1;
  const units0 = at(plan, 0, UNITS);
  const line0 = <usize> units0 << 2;
  const inputs = at(plan, last, INPUTS);
  const line = <usize> inputs << 2;
  const columns = at(plan, last, UNITS);
  const values0 = <usize> at(plan, 0, VALUES);
  const slopes0 = <usize> at(plan, 0, SLOPES);
  const gradient0 = <usize> at(plan, 0, WEIGHTS_GRADIENT);
  const hidden = <usize> at(plan, last - 1, VALUES);
  const hiddenSlopes = <usize> at(plan, last - 1, SLOPES);
  const weights = <usize> at(plan, last, WEIGHTS);
  const bias = <usize> at(plan, last, BIAS);
  const gradient = <usize> at(plan, last, WEIGHTS_GRADIENT);
  const biasGradient = <usize> at(plan, last, BIAS_GRADIENT);
  const errors = <usize> at(plan, last, VALUES);

  for (let r: i32 = 0; r < rows; r++) {
    const from = load<i32>(indptr + (<usize> r << 2));
    const to = load<i32>(indptr + (<usize> r << 2), 4);
    const count = to - from;

    // Forward.
    memory.copy(values0, <usize> at(plan, 0, BIAS), line0);
    const weights0 = <usize> at(plan, 0, WEIGHTS);
    for (let k = from; k < to; k++) {
      const column = <usize> load<i32>(indices + (<usize> k << 2));
      const value = load<f32>(values + (<usize> k << 2));
      addScaled(units0, value, weights0 + column * line0, values0);
    }
    activate(kind, units0, values0, values0);
    for (let layer: i32 = 1; layer < last; layer++) {
      const out = <usize> at(plan, layer, VALUES);
      denseSums(plan, layer, <usize> at(plan, layer - 1, VALUES), out);
      activate(kind, at(plan, layer, UNITS), out, out);
    }
    let sum: f32 = 0;
    for (let k = from; k < to; k++) {
      const column = <usize> load<i32>(indices + (<usize> k << 2));
      const error = dot(inputs, hidden, weights + column * line) +
        load<f32>(bias + (column << 2)) -
        load<f32>(values + (<usize> k << 2));
      store<f32>(errors + (<usize> (k - from) << 2), error);
      sum += error * error;
    }
    store<f32>(losses + (<usize> r << 2), Mathf.sqrt(sum / <f32> count));

    // Backward.
    const scale: f32 = 2 / <f32> (overAll ? columns : count);
    memory.fill(hiddenSlopes, 0, line);
    for (let k = from; k < to; k++) {
      const column = <usize> load<i32>(indices + (<usize> k << 2));
      const slope = scale * load<f32>(errors + (<usize> (k - from) << 2));
      addScaled(inputs, slope, weights + column * line, hiddenSlopes);
      addScaled(inputs, slope, hidden, gradient + column * line);
      const biasAt = biasGradient + (column << 2);
      store<f32>(biasAt, load<f32>(biasAt) + slope);
    }
    for (let layer = last - 1; layer >= 0; layer--) {
      const units = at(plan, layer, UNITS);
      const slopes = <usize> at(plan, layer, SLOPES);
      const own = <usize> at(plan, layer, VALUES);
      activationGradient(kind, units, own, slopes, slopes);
      addScaled(units, 1, slopes, <usize> at(plan, layer, BIAS_GRADIENT));
      if (layer == 0) break;
      const below = <usize> at(plan, layer - 1, VALUES);
      const slopesBelow = <usize> at(plan, layer - 1, SLOPES);
      const layerWeights = <usize> at(plan, layer, WEIGHTS);
      const layerGradient = <usize> at(plan, layer, WEIGHTS_GRADIENT);
      for (let i: i32 = 0; i < at(plan, layer, INPUTS); i++) {
        const offset = <usize> (i * units) << 2;
        const value = load<f32>(below + (<usize> i << 2));
        addScaled(units, value, slopes, layerGradient + offset);
        store<f32>(
          slopesBelow + (<usize> i << 2),
          dot(units, layerWeights + offset, slopes),
        );
      }
    }
    for (let k = from; k < to; k++) {
      const column = <usize> load<i32>(indices + (<usize> k << 2));
      const value = load<f32>(values + (<usize> k << 2));
      addScaled(units0, value, slopes0, gradient0 + column * line0);
    }

    // Update.
    power1 *= β1;
    power2 *= β2;
    const c1 = 1 - power1;
    const c2 = 1 - power2;
    for (let layer: i32 = 0; layer < layers; layer++) {
      const units = at(plan, layer, UNITS);
      update(
        rule,
        units * at(plan, layer, INPUTS),
        <usize> at(plan, layer, WEIGHTS),
        <usize> at(plan, layer, WEIGHTS_GRADIENT),
        <usize> at(plan, layer, WEIGHTS_MEMORY),
        <usize> at(plan, layer, WEIGHTS_MEMORY_2),
        α,
        λ,
        β1,
        β2,
        ε,
        c1,
        c2,
      );
      update(
        rule,
        units,
        <usize> at(plan, layer, BIAS),
        <usize> at(plan, layer, BIAS_GRADIENT),
        <usize> at(plan, layer, BIAS_MEMORY),
        <usize> at(plan, layer, BIAS_MEMORY_2),
        α,
        λ,
        β1,
        β2,
        ε,
        c1,
        c2,
      );
    }
    if (accumulate) continue;

    // Back to 0, but only what this row has touched.
    for (let k = from; k < to; k++) {
      const column = <usize> load<i32>(indices + (<usize> k << 2));
      memory.fill(gradient0 + column * line0, 0, line0);
      memory.fill(gradient + column * line, 0, line);
      store<f32>(biasGradient + (column << 2), 0);
    }
    for (let layer: i32 = 0; layer < last; layer++) {
      const units = at(plan, layer, UNITS);
      memory.fill(
        <usize> at(plan, layer, BIAS_GRADIENT),
        0,
        <usize> units << 2,
      );
      if (layer == 0) continue;
      memory.fill(
        <usize> at(plan, layer, WEIGHTS_GRADIENT),
        0,
        <usize> (units * at(plan, layer, INPUTS)) << 2,
      );
    }
  }
}
