import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import fc from "fast-check";
import { Random, sparseBatch } from "stacked-autoencoders";
import { kernels } from "../../../lib/autoencoder/kernels/current_kernels.ts";
import type { Kernels } from "../../../lib/autoencoder/kernels/kernels.ts";
import { plainKernels } from "../../../lib/autoencoder/kernels/plain_kernels.ts";
import { viewOf } from "../../../lib/autoencoder/kernels/tensor_memory.ts";
import { randomRatings } from "../../ratings/_random_ratings.ts";

/** A tensor of seeded draws. */
function draws(shape: number[], random: Random, scale = 1): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => scale * random.normal()),
    shape,
  );
}

/**
 * Asserts agreement to 1e-4, or to four roundings of the tensor's largest
 * number: where large terms cancel, the little that is left is all rounding,
 * and the twins add in another order.
 */
function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  what: string,
) {
  assert.equal(actual.length, expected.length);
  const largest = Array.from(expected, Math.abs)
    .reduce((most, size) => Math.max(most, size), 0);
  for (let at = 0; at < actual.length; at++) {
    const allowed = Math.max(
      1e-4 * Math.max(1e-2, Math.abs(expected[at])),
      4 * 2 ** -23 * largest,
    );
    assert.ok(
      Math.abs(actual[at] - expected[at]) <= allowed,
      `${what}[${at}]: ${actual[at]} is not ${expected[at]}`,
    );
  }
}

/** Runs the same work on both kinds of kernels, from the same numbers. */
function assertTwins(what: string, work: (use: Kernels) => tf.Tensor[]) {
  tf.tidy(() => {
    const [simd, plain] = [kernels(), plainKernels].map((use) =>
      work(use).map((tensor) => [...tensor.dataSync()])
    );
    simd.forEach((numbers, index) =>
      assertClose(numbers, plain[index], `${what} ${index}`)
    );
  });
}

const shapes = [
  fc.integer({ min: 1, max: 11 }),
  fc.integer({ min: 0, max: 1e6 }),
] as const;

Deno.test("these tests compare SIMD kernels with their twins, not a twin with itself", () => {
  assert.equal(tf.getBackend(), "wasm");
  assert.notEqual(kernels(), plainKernels);
});

Deno.test("sparse kernels agree with their plain twins on any ratings and any number of units", () => {
  fc.assert(
    fc.property(randomRatings, ...shapes, ({ ratings }, units, seed) => {
      const { rows, columns } = ratings;
      assertTwins("sparse", (use) => {
        const random = new Random(seed);
        const batch = sparseBatch(ratings, { centres: Array(rows).fill(2.5) });
        const layer = {
          weights: draws([columns, units], random),
          bias: draws([columns], random),
        };
        const out = tf.zeros([rows, units]);
        use.sparseMatMul(batch, layer.weights, draws([units], random), out);
        const gradient = draws([columns, units], random);
        use.sparseMatMulGradient(batch, draws([rows, units], random), gradient);
        const hidden = draws([rows, units], random);
        const [errors, squares] = [tf.zeros([batch.size]), tf.zeros([rows])];
        use.observedErrors(batch, { hidden, ...layer }, { errors, squares });
        const to = {
          hidden: draws([rows, units], random),
          weights: draws([columns, units], random),
          bias: draws([columns], random),
        };
        use.observedGradients(batch, {
          hidden,
          weights: layer.weights,
          errors,
          slopes: draws([rows], random),
        }, to);
        return [out, gradient, errors, squares, to.hidden, to.weights, to.bias];
      });
    }),
    { numRuns: 60 },
  );
});

Deno.test("activations agree with Math to a part in a million, far from 0 and near it", () => {
  const x = [
    -1e9,
    -100,
    -20,
    -3.3,
    -0.26,
    -0.2,
    -1e-3,
    -1e-6,
    0,
    1e-6,
    0.01,
    0.24,
    0.25,
    0.7,
    5,
    17,
    90,
    1e9,
  ];
  tf.tidy(() => {
    for (const use of [kernels(), plainKernels]) {
      const out = tf.zeros([x.length]);
      use.activate("sigmoid", tf.tensor1d(x), out);
      out.dataSync().forEach((y, at) => {
        const expected = 1 / (1 + Math.exp(-x[at]));
        assert.ok(
          Math.abs(y - expected) <= 1e-6 * expected + 1e-37,
          `sigmoid(${x[at]}) is not ${y}`,
        );
      });
      use.activate("tanh", tf.tensor1d(x), out);
      out.dataSync().forEach((y, at) => {
        const expected = Math.tanh(x[at]);
        assert.ok(
          Math.abs(y - expected) <= 1e-6 * Math.abs(expected),
          `tanh(${x[at]}) is not ${y}`,
        );
      });
    }
  });
});

Deno.test("activation gradients agree with their plain twins", () => {
  for (const kind of ["sigmoid", "tanh"] as const) {
    assertTwins(kind, (use) => {
      const random = new Random(2);
      const out = tf.zeros([7]);
      use.activationGradient(
        kind,
        draws([7], random, 0.3),
        draws([7], random),
        out,
      );
      return [out];
    });
  }
});

Deno.test("optimizer kernels agree with their plain twins, whatever the number of weights", () => {
  fc.assert(
    fc.property(...shapes, (size, seed) => {
      const options = {
        ...{
          learningRate: 0.1,
          weightDecay: 0.3,
          beta: 0.9,
          decay: 0.99,
          epsilon: 1e-3,
        },
        ...{ beta1: 0.9, beta2: 0.999, correction1: 0.1, correction2: 0.001 },
      };
      assertTwins("optimizers", (use) => {
        const random = new Random(seed);
        const all = Array.from({ length: 4 }, () => draws([size], random));
        const gradient = draws([size], random);
        const memory = Array.from(
          { length: 4 },
          () => tf.abs(draws([size], random)),
        );
        use.sgd(options, gradient, all[0]);
        use.momentum(options, gradient, memory[0], all[1]);
        use.rmsProp(options, gradient, memory[1], all[2]);
        use.adam(options, gradient, memory[2], memory[3], all[3]);
        return [...all, ...memory];
      });
    }),
    { numRuns: 40 },
  );
});

// As the weights of a movie that nobody rated: with numbers that have no full
// digits, some processors take fifty times as long.
Deno.test("optimizer kernels let weights without slopes come to rest at 0, and what they remember", () => {
  const options = {
    ...{ learningRate: 0.01, weightDecay: 0.5 },
    ...{ decay: 0.99, epsilon: 1e-8 },
  };
  tf.tidy(() => {
    const weights = tf.tensor1d([0.01, -0.02, 1e-30, 3e-39, 2e-45]);
    const [gradient, memory] = [tf.zeros([5]), tf.ones([5])];
    for (let step = 0; step < 10_000; step++) {
      kernels().rmsProp(options, gradient, memory, weights);
    }
    assert.deepEqual([...weights.dataSync()], [0, 0, 0, 0, 0]);
    assert.deepEqual([...memory.dataSync()], [0, 0, 0, 0, 0]);
  });
});

Deno.test("optimizer kernels leave a tiny weight that its step moves as their twins do", () => {
  const options = {
    ...{ learningRate: 0.01, weightDecay: 0.5 },
    ...{ decay: 0.99, epsilon: 1e-8 },
  };
  const [first, second] = [kernels(), plainKernels].map((use) =>
    tf.tidy(() => {
      // The root is 0, so the step is 5e-3 / 1e-8 times the weight: some 3000 times
      // the smallest number there is, in the kernel.
      const weights = tf.tensor1d([1e-39, -3e-40]);
      use.rmsProp(options, tf.zeros([2]), tf.zeros([2]), weights);
      return [...weights.dataSync()];
    })
  );
  assert.ok(first[0] < -4.9e-34 && first[1] > 1.4e-34, String(first));
  first.forEach((weight, at) =>
    assert.ok(Math.abs(weight / second[at] - 1) < 1e-3, String([first, second]))
  );
});

Deno.test("viewOf() is the tensor's own memory, on both backends, also after wasm's memory has grown", async () => {
  const check = () => {
    const tensor = tf.tensor1d([1, 2, 3]);
    viewOf(tensor)[1] = 9;
    assert.deepEqual([...tensor.dataSync()], [1, 9, 3]);
    const large = tf.zeros([3_000_000]);
    viewOf(tensor)[2] = 7;
    assert.deepEqual([...tensor.dataSync()], [1, 9, 7]);
    tf.dispose([tensor, large]);
  };
  check();
  await tf.setBackend("cpu");
  try {
    check();
  } finally {
    await tf.setBackend("wasm");
  }
});

Deno.test("a backend without SIMD kernels uses the plain ones", async () => {
  await tf.setBackend("cpu");
  try {
    assert.equal(kernels(), plainKernels);
  } finally {
    await tf.setBackend("wasm");
  }
});
