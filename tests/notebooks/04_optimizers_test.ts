import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  Adam,
  Momentum,
  type Optimizer,
  Random,
  RmsProp,
  Sgd,
} from "stacked-autoencoders";
import { runLesson } from "./_run_lesson.ts";

type Rule = () => (w: number, dw: number) => number;

/** The rules, as the notebook's cells declare them. */
interface Lesson {
  sgd: (α: number) => Rule;
  momentum: (α: number, β?: number) => Rule;
  rmsprop: (α: number, β?: number, ε?: number) => Rule;
  adam: (α: number, β1?: number, β2?: number, ε?: number) => Rule;
  tfjsRmsprop: (α: number, β?: number, μ?: number, ε?: number) => Rule;
  pytorchRmsprop: (α: number, β?: number, μ?: number, ε?: number) => Rule;
}

// The cells of the rules alone: the others want ratings, and train on them.
const { sgd, momentum, rmsprop, adam, tfjsRmsprop, pytorchRmsprop } =
  await runLesson<Lesson>(
    "04-optimizers",
    ["sgd", "momentum", "rmsprop", "adam", "tfjsRmsprop", "pytorchRmsprop"],
    {
      cells: (source) => /^(type Mover|const \w+ = \(α: number, )/.test(source),
    },
  );

/** Where a weight of 1 goes, at these slopes one after the other. */
function after(rule: Rule, ...slopes: number[]): number {
  const move = rule();
  return slopes.reduce(move, 1);
}

function near(found: number, expected: number, tolerance = 1e-12) {
  assert.ok(
    Math.abs(found - expected) <= tolerance,
    `${found} is not within ${tolerance} of ${expected}`,
  );
}

Deno.test("04: each rule takes the steps computed by hand", () => {
  near(after(sgd(0.25), 2), 1 - 0.25 * 2);
  // v = 0.25 · 2 = 0.5; then 0.75 · 0.5 + 0.25 · (−4) = −0.625
  near(after(momentum(1, 0.75), 2), 1 - 0.5);
  near(after(momentum(1, 0.75), 2, -4), 1 - 0.5 + 0.625);
  // v = 0.25 · 2² = 1, its root 1; then 0.75 · 1 + 0.25 · 1² = 1
  near(after(rmsprop(0.1, 0.75, 0), 2), 1 - 0.1 * 2 / 1);
  near(after(rmsprop(0.1, 0.75, 0), 2, 1), 1 - 0.2 - 0.1 * 1 / 1);
  // m = 0.5 · 2 = 1 and v = 0.25 · 2² = 1, corrected 1 / 0.5 and 1 / 0.25; then
  // m = 0.5 and v = 0.75, corrected 0.5 / 0.75 = 2/3 and 0.75 / 0.4375 = 12/7
  near(after(adam(0.5, 0.5, 0.75, 0), 2), 1 - 0.5 * 2 / 2);
  near(
    after(adam(0.5, 0.5, 0.75, 0), 2, 0),
    0.5 - 0.5 * (2 / 3) / Math.sqrt(12 / 7),
  );
});

Deno.test("04: ε stands outside the root as in PyTorch, inside it as in tfjs", () => {
  // v = 0.25 · 2² = 1 and ε = 3: 1 + 3 outside, the root of 1 + 3 inside
  near(after(rmsprop(0.1, 0.75, 3), 2), 1 - 0.1 * 2 / 4);
  near(after(tfjsRmsprop(0.1, 0.75, 0, 3), 2), 1 - 0.1 * 2 / 2);
  near(after(pytorchRmsprop(0.1, 0.75, 0, 3), 2), 1 - 0.1 * 2 / 4);
  near(after(adam(0.5, 0.5, 0.75, 2), 2), 1 - 0.5 * 2 / (2 + 2));
});

Deno.test("04: slopes a hundredth as large change neither RMSprop's path nor Adam's", () => {
  const slopes = [2, -4, 0.5];
  const small = slopes.map((slope) => slope / 100);
  for (const rule of [rmsprop(0.1), adam(0.3), adam(0.3, 0.7)]) {
    near(after(rule, ...small), after(rule, ...slopes), 1e-5); // ε is not quite 0
  }
  // Descent and momentum move a hundredth as far.
  for (const rule of [sgd(0.3), momentum(1.1, 0.7)]) {
    near(1 - after(rule, ...small), (1 - after(rule, ...slopes)) / 100);
  }
});

Deno.test("04: both buffers take the steps computed by hand, PyTorch's defaults slide 18's", () => {
  // v = 1 twice, so the buffer is 2, then 0.5 · 2 + 1 = 2, times the rate
  near(after(pytorchRmsprop(0.1, 0.75, 0.5, 0), 2, 1), 1 - 0.2 - 0.2);
  near(after(tfjsRmsprop(0.1, 0.75, 0.5, 0), 2, 1), 1 - 0.2 - 0.2);
  near(
    after(pytorchRmsprop(0.1), 2, -4, 0.5),
    after(rmsprop(0.1), 2, -4, 0.5),
  );
});

const random = new Random(4);
const weights = Array.from({ length: 7 }, () => random.uniform(-1, 1));
const manySlopes = Array.from(
  { length: 30 },
  () => weights.map(() => random.uniform(-1, 1)),
);

function byRule(rule: Rule, scale = 1): number[] {
  return weights.map((start, at) =>
    manySlopes.map((row) => scale * row[at]).reduce(rule(), start)
  );
}

function byTensors(
  move: (variable: tf.Variable, slopes: tf.Tensor) => void,
  scale = 1,
): number[] {
  const variable = tf.variable(tf.tensor1d(weights));
  for (const row of manySlopes) {
    tf.tidy(() => move(variable, tf.tensor1d(row).mul(scale)));
  }
  const moved = [...variable.dataSync()];
  variable.dispose();
  return moved;
}

const pairs: Record<string, [Rule, Optimizer]> = {
  "sgd() as Sgd": [sgd(0.02), new Sgd({ learningRate: 0.02 })],
  "momentum() as Momentum": [
    momentum(0.02, 0.8),
    new Momentum({ learningRate: 0.02, beta: 0.8 }),
  ],
  "rmsprop() as RmsProp, defaults included": [
    rmsprop(0.01),
    new RmsProp({ learningRate: 0.01 }),
  ],
  "rmsprop() as RmsProp": [
    rmsprop(0.01, 0.7, 0.1),
    new RmsProp({ learningRate: 0.01, decay: 0.7, epsilon: 0.1 }),
  ],
  "adam() as Adam, defaults included": [
    adam(0.01),
    new Adam({ learningRate: 0.01 }),
  ],
  "adam() as Adam": [
    adam(0.01, 0.7, 0.8, 0.1),
    new Adam({ learningRate: 0.01, beta1: 0.7, beta2: 0.8, epsilon: 0.1 }),
  ],
};
for (const [name, [rule, optimizer]] of Object.entries(pairs)) {
  Deno.test(`04: ${name} to a millionth, over 30 steps`, () => {
    const moved = byTensors((variable, slopes) =>
      optimizer.step([variable], [slopes])
    );
    optimizer.dispose();
    byRule(rule).forEach((weight, at) => near(moved[at], weight, 1e-6));
  });
}

Deno.test("04: tfjsRmsprop() as tf.train.rmsprop, where slopes are tiny too", () => {
  for (const [momentum, scale] of [[0, 1], [0, 1e-4], [0.5, 1]]) {
    const optimizer = tf.train.rmsprop(0.01, 0.9, momentum);
    const moved = byTensors(
      (variable, slopes) =>
        optimizer.applyGradients({ [variable.name]: slopes }),
      scale,
    );
    optimizer.dispose();
    byRule(tfjsRmsprop(0.01, 0.9, momentum), scale).forEach((weight, at) =>
      near(moved[at], weight, 1e-6)
    );
  }
});

Deno.test("04: tfjs rolls on when its rate drops to 0, by the notebook's numbers", () => {
  const weight = tf.variable(tf.tensor1d([0]));
  // Without memory of squares, a slope of 1 comes to 1 after the division.
  const optimizer = tf.train.rmsprop(0.01, 0, 0.9, 1e-12);
  const places = [0.01, 0.01, 0.01, 0, 0].map((rate) => {
    Object.assign(optimizer, { learningRate: rate });
    tf.tidy(() =>
      optimizer.applyGradients({ [weight.name]: tf.tensor1d([1]) })
    );
    return -weight.dataSync()[0];
  });
  // The buffer: 0.01, 0.9 · 0.01 + 0.01, …, then 0.9 times itself.
  const steps = places.map((place, at) => place - (places[at - 1] ?? 0));
  [0.01, 0.019, 0.0271, 0.02439, 0.021951].forEach((step, at) =>
    near(steps[at], step, 1e-7)
  );
  weight.dispose();
  optimizer.dispose();
});
