import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  Adam,
  createOptimizer,
  Momentum,
  type Optimizer,
  RmsProp,
  Sgd,
} from "stacked-autoencoders";

/** Three steps on two weights with fixed gradients; returns the weights. */
function threeSteps(optimizer: Optimizer): number[] {
  const weights = tf.variable(tf.tensor1d([1, -2]));
  for (const gradient of [[0.5, -1], [0.25, 2], [-1, 0.125]]) {
    tf.tidy(() => optimizer.step([weights], [tf.tensor1d(gradient)]));
  }
  const result = [...weights.dataSync()];
  weights.dispose();
  optimizer.dispose();
  return result;
}

/** The same three steps in double precision, from the formula of one weight. */
function byHand(
  update: (w: number, g: number, t: number, state: number[]) => number,
): number[] {
  return [[1, [0.5, 0.25, -1]], [-2, [-1, 2, 0.125]]].map(
    ([start, gradients]) => {
      const state = [0, 0];
      return (gradients as number[]).reduce(
        (w, g, t) => update(w, g, t + 1, state),
        start as number,
      );
    },
  );
}

function assertClose(actual: number[], expected: number[], tolerance = 1e-6) {
  actual.forEach((value, at) =>
    assert.ok(
      Math.abs(value - expected[at]) <= tolerance,
      `${actual} is not ${expected}`,
    )
  );
}

const { sqrt } = Math;

Deno.test("Sgd steps against the gradient", () => {
  const [α, λ] = [0.1, 0.5];
  const expected = byHand((w, g) => w - α * (g + λ * w));
  assertClose(
    threeSteps(new Sgd({ learningRate: α, weightDecay: λ })),
    expected,
  );
});

Deno.test("Momentum steps as slide 17: the mean of gradients weighted by 1 − β", () => {
  const [α, β, λ] = [0.1, 0.9, 0.5];
  const expected = byHand((w, g, _t, state) => {
    state[0] = β * state[0] + (1 - β) * (g + λ * w);
    return w - α * state[0];
  });
  assertClose(
    threeSteps(new Momentum({ learningRate: α, beta: β, weightDecay: λ })),
    expected,
  );
});

Deno.test("Momentum remembers each variable apart, where slide 17 misprints v_db as v_dw", () => {
  const weights = tf.variable(tf.tensor2d([[1, -2]]));
  const bias = tf.variable(tf.tensor1d([3]));
  const momentum = new Momentum({ learningRate: 1, beta: 0.5 });
  tf.tidy(() =>
    momentum.step([weights, bias], [tf.tensor2d([[8, 8]]), tf.tensor1d([0])])
  );
  assert.deepEqual([...weights.dataSync()], [-3, -6]); // by half of 8
  assert.deepEqual([...bias.dataSync()], [3]); // printed: 3 − 0.5 · 4
  tf.dispose([weights, bias]);
  momentum.dispose();
});

Deno.test("RmsProp steps as PyTorch's rule: ε outside the root, decay of weights in the gradient", () => {
  const [α, β, ε, λ] = [0.1, 0.99, 0.3, 0.5];
  const expected = byHand((w, g, _t, state) => {
    const dw = g + λ * w;
    state[0] = β * state[0] + (1 - β) * dw ** 2;
    return w - α * dw / (sqrt(state[0]) + ε);
  });
  assertClose(
    threeSteps(
      new RmsProp({ learningRate: α, decay: β, epsilon: ε, weightDecay: λ }),
    ),
    expected,
  );
});

Deno.test("RmsProp equals tf.train.rmsprop where the place of ε does not matter", () => {
  const theirs = tf.train.rmsprop(0.1, 0.9, 0, 1e-12);
  const weights = tf.variable(tf.tensor1d([1, -2]), true, "theirs");
  for (const gradient of [[0.5, -1], [0.25, 2], [-1, 0.125]]) {
    tf.tidy(() =>
      theirs.applyGradients([{ name: "theirs", tensor: tf.tensor1d(gradient) }])
    );
  }
  assertClose(
    threeSteps(new RmsProp({ learningRate: 0.1, decay: 0.9, epsilon: 1e-12 })),
    [...weights.dataSync()],
    2e-6,
  );
  weights.dispose();
  theirs.dispose();
});

Deno.test("Adam steps as algorithm 1 of Kingma and Ba", () => {
  const [α, β1, β2, ε, λ] = [0.1, 0.9, 0.999, 0.01, 0.5];
  const expected = byHand((w, g, t, state) => {
    const dw = g + λ * w;
    state[0] = β1 * state[0] + (1 - β1) * dw;
    state[1] = β2 * state[1] + (1 - β2) * dw ** 2;
    return w -
      α * (state[0] / (1 - β1 ** t)) / (sqrt(state[1] / (1 - β2 ** t)) + ε);
  });
  assertClose(
    threeSteps(new Adam({ learningRate: α, epsilon: ε, weightDecay: λ })),
    expected,
  );
});

Deno.test("Adam equals tf.train.adam", () => {
  const theirs = tf.train.adam(0.1, 0.9, 0.999, 1e-8);
  const weights = tf.variable(tf.tensor1d([1, -2]), true, "theirAdam");
  for (const gradient of [[0.5, -1], [0.25, 2], [-1, 0.125]]) {
    tf.tidy(() =>
      theirs.applyGradients([{
        name: "theirAdam",
        tensor: tf.tensor1d(gradient),
      }])
    );
  }
  // tfjs keeps β₁ᵗ and β₂ᵗ in 32 bits, which moves its steps by some 1e-6.
  assertClose(
    threeSteps(new Adam({ learningRate: 0.1 })),
    [...weights.dataSync()],
    5e-6,
  );
  weights.dispose();
  theirs.dispose();
});

Deno.test("createOptimizer() refuses a rule that it does not know", () => {
  assert.throws(
    // @ts-expect-error: what plain JavaScript could pass
    () => createOptimizer("sgdd", { learningRate: 1 }),
    {
      name: "RangeError",
      message:
        "Cannot train as optimizer must be one of adam, rmsprop, momentum, sgd: current value is sgdd",
    },
  );
});

Deno.test("optimizers refuse options that make no sense or do not exist, by name", () => {
  const refused: [() => unknown, string, RegExp][] = [
    [
      () => createOptimizer("adam", { learningRate: NaN }),
      "RangeError",
      /learningRate as it must be a number above 0: current value is NaN/,
    ],
    [
      () => createOptimizer("rmsprop", { learningRate: -1 }),
      "RangeError",
      /current value is -1/,
    ],
    [
      () => createOptimizer("sgd", { learningRate: 1, weightDecay: -3 }),
      "RangeError",
      /weightDecay as it must be a number of at least 0: current value is -3/,
    ],
    [
      () => new Adam({ learningRate: 1, beta2: 1 }),
      "RangeError",
      /beta2 as it must be at least 0 and below 1: current value is 1/,
    ],
    [
      () => new Sgd({ learningrate: 1 } as unknown as { learningRate: number }),
      "TypeError",
      /one of learningRate, weightDecay: current value is learningrate/,
    ],
  ];
  for (const [make, name, message] of refused) {
    assert.throws(make, { name, message });
  }
});

Deno.test("optimizers refuse gradients and variables that would reach outside their memory", () => {
  const weights = tf.variable(tf.tensor1d([1, 2, 3]));
  const [one, three] = [tf.scalar(1), tf.tensor1d([1, 1, 1])];
  for (const name of ["sgd", "momentum", "rmsprop", "adam"] as const) {
    const optimizer = createOptimizer(name, { learningRate: 0.1 });
    for (const gradients of [[one], []]) {
      assert.throws(() => optimizer.step([weights], gradients), {
        name: "RangeError",
        message: /one gradient a variable.* for variables float32 \[3\]$/,
      });
    }
    assert.deepEqual([...weights.dataSync()], [1, 2, 3]);
    optimizer.dispose();
  }
  const adam = new Adam({ learningRate: 0.1 });
  const small = tf.variable(tf.scalar(1));
  adam.step([small], [one]);
  assert.throws(() => adam.step([weights], [three]), {
    name: "RangeError",
    message: /current shapes are \[3\], before they were \[\]$/,
  });
  adam.dispose();
  tf.dispose([weights, small, one, three]);
});
