/**
 * The stacked autoencoder once more, in loops over plain arrays: an independent
 * truth for the tests, slow and literal.
 */

/** One dense layer: `weights[input][unit]`, `biases[unit]`. */
export interface ReferenceLayer {
  weights: number[][];
  biases: number[];
}

/** A rating that a user gave: column and centred stars. */
export type Observed = [column: number, stars: number][];

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The values of every layer, input first, for one user's row. */
export function forward(layers: ReferenceLayer[], row: Observed): number[][] {
  const input = layers[0].weights.map(() => 0);
  for (const [column, stars] of row) input[column] = stars;
  const values = [input];
  layers.forEach(({ weights, biases }, depth) => {
    const below = values[depth];
    values.push(biases.map((bias, unit) => {
      const sum = below.reduce(
        (total, value, i) => total + value * weights[i][unit],
        bias,
      );
      return depth < layers.length - 1 ? sigmoid(sum) : sum;
    }));
  });
  return values;
}

/**
 * Gradient of the mean squared error over the observed ratings of the rows, by
 * the chain rule written out, and the sum over rows of their RMSE.
 */
export function backward(layers: ReferenceLayer[], rows: Observed[]) {
  const gradients: ReferenceLayer[] = layers.map(({ weights, biases }) => ({
    weights: weights.map((line) => line.map(() => 0)),
    biases: biases.map(() => 0),
  }));
  const observed = rows.reduce((total, row) => total + row.length, 0);
  let userRmseSum = 0;
  for (const row of rows) {
    const values = forward(layers, row);
    const output = values.at(-1)!;
    let delta = output.map(() => 0);
    let squared = 0;
    for (const [column, stars] of row) {
      delta[column] = 2 * (output[column] - stars) / observed;
      squared += (output[column] - stars) ** 2;
    }
    userRmseSum += Math.sqrt(squared / row.length);
    for (let depth = layers.length - 1; depth >= 0; depth--) {
      const below = values[depth];
      const { weights } = layers[depth];
      delta.forEach((d, unit) => {
        gradients[depth].biases[unit] += d;
        below.forEach((value, i) =>
          gradients[depth].weights[i][unit] += d * value
        );
      });
      delta = below.map((value, i) =>
        delta.reduce((sum, d, unit) => sum + d * weights[i][unit], 0) *
        value * (1 - value)
      );
    }
  }
  return { gradients, userRmseSum };
}

/** Every number of the layers in the order of tfjs: weights by row, then biases. */
export function flatten(layers: ReferenceLayer[]): number[] {
  return layers.flatMap((
    { weights, biases },
  ) => [...weights.flat(), ...biases]);
}

/** The inverse of {@linkcode flatten}, with the shapes of `like`. */
export function unflatten(
  flat: ArrayLike<number>,
  like: ReferenceLayer[],
): ReferenceLayer[] {
  let at = 0;
  return like.map(({ weights, biases }) => ({
    weights: weights.map((line) => line.map(() => flat[at++])),
    biases: biases.map(() => flat[at++]),
  }));
}
