import assert from "node:assert/strict";
import { runLesson } from "./_run_lesson.ts";

type Matrix = number[][];

interface Pass {
  given: Matrix;
  expected?: Matrix;
  squash?: (row: number[]) => number[];
}

/** What the notebook's cells declare. */
interface Lesson {
  encoder: Matrix;
  decoder: Matrix;
  product: (a: Matrix, b: Matrix) => Matrix;
  softmax: (row: number[]) => number[];
  recreate: (input: number[]) => SVGSVGElement;
  randomWeights: (layers: number[], seed: number) => Matrix[];
  likes: Matrix;
  loss: (weights: Matrix[]) => number;
  backprop: (weights: Matrix[], pass: Pass) => Matrix[];
  apart: number;
  decay: number;
  start: Matrix[];
  step: (weights: Matrix[], λ?: number) => Matrix[];
  learntOutputs: Matrix;
  way: Matrix[][];
  fromMirror: (weights: Matrix[]) => number;
  turned: Matrix[];
  known: Matrix;
  networks: Matrix[][];
  wide: Matrix[];
  denoising: Matrix[];
  unseenError: (weights: Matrix[]) => number;
  shownError: (weights: Matrix[]) => number;
  both: Matrix[];
  moodless: number[];
  truth: number[];
  plane: Matrix;
  blanksCheck: { solution(answer: number): unknown };
  encoderCheck: { solution(answer: Matrix): unknown };
  bentCheck: { solution(answer: Lesson["backprop"]): unknown };
}

// The notebook's own code, its solutions included: running it is the first test.
const lesson = await runLesson<Lesson>("02-autoencoders", [
  ...["encoder", "decoder", "product", "softmax", "recreate"] as const,
  ...["randomWeights", "likes", "loss", "backprop", "apart"] as const,
  ...["decay", "learntOutputs", "turned", "known", "networks"] as const,
  ...["wide", "denoising", "unseenError", "shownError", "plane"] as const,
  ...["both", "moodless", "truth", "step", "start"] as const,
  ...["way", "fromMirror"] as const,
  ...["blanksCheck", "encoderCheck", "bentCheck"] as const,
]);

function near(found: number, expected: number, tolerance: number) {
  assert.ok(
    Math.abs(found - expected) <= tolerance,
    `${found} is not within ${tolerance} of ${expected}`,
  );
}

function allNear(found: Matrix, expected: Matrix, tolerance: number) {
  assert.deepEqual(
    found.map((row) => row.length),
    expected.map((row) => row.length),
  );
  found.forEach((row, i) =>
    row.forEach((value, j) => near(value, expected[i][j], tolerance))
  );
}

Deno.test("02: the 4–2–4 network gives the deck's values (slides 6–11)", () => {
  const { encoder, decoder, product } = lesson;
  for (
    const { input, hidden, output } of [
      { input: [1, 0, 0, 0], hidden: [1, 1], output: [2, 0, 0, -2] },
      { input: [0, 0, 0, 1], hidden: [-1, -1], output: [-2, 0, 0, 2] },
    ]
  ) {
    assert.deepEqual(product([input], encoder), [hidden]);
    assert.deepEqual(product([hidden], decoder), [output]);
  }
});

Deno.test("02: softmax() gives the shares of slide 10, by hand", () => {
  // e² = 7.389056, e⁰ = 1, e⁻² = 0.135335; together 9.524391.
  const shares = lesson.softmax([2, 0, 0, -2]);
  [0.775803, 0.104993, 0.104993, 0.014209].forEach((share, at) =>
    near(shares[at], share, 1e-6)
  );
});

Deno.test("02: recreate() says which film came back, and when none did", () => {
  const titleOf = (input: number[]) =>
    lesson.recreate(input).getAttribute("aria-label");
  assert.equal(titleOf([0, 0, 0, 1]), "Back comes: Get Shorty");
  assert.equal(titleOf([1, 1, 0, 0]), "Back comes: Toy Story, GoldenEye");
  assert.equal(titleOf([1, 0, 0, 1]), "Back comes: nothing");
});

Deno.test("02: backprop() agrees with finite differences at every weight", () => {
  const { randomWeights, likes, loss, backprop } = lesson;
  for (const seed of [1, 2, 3]) {
    const weights = randomWeights([4, 2, 4], seed);
    const gradients = backprop(weights, { given: likes });
    weights.forEach((matrix, layer) =>
      matrix.forEach((row, i) =>
        row.forEach((_, j) => {
          const [less, more] = [-1e-5, 1e-5].map((nudge) => {
            const moved = structuredClone(weights);
            moved[layer][i][j] += nudge;
            return loss(moved);
          });
          near(gradients[layer][i][j], (more - less) / 2e-5, 1e-9);
        })
      )
    );
  }
});

Deno.test("02: backprop() agrees with tf.grads", () => {
  assert.ok(lesson.apart < 1e-7, `${lesson.apart} apart`);
});

Deno.test("02: at the deck's weights, learning and the weight decay balance", () => {
  const { encoder, decoder, likes, backprop, decay } = lesson;
  // By hand: half of what the softmax gives to a neighbour and to the opposite.
  near(decay, (0.104993 + 0.014209) / 2, 1e-6);
  const balanced = [encoder, decoder].map((matrix) =>
    matrix.map((row) => row.map((weight) => -decay * weight))
  );
  backprop([encoder, decoder], { given: likes }).forEach((slopes, layer) =>
    allNear(slopes, balanced[layer], 1e-12)
  );
});

Deno.test("02: the deck's own loss is −ln 0.776, and another decay changes only the size", () => {
  const { encoder, decoder, loss, step, start, product } = lesson;
  near(loss([encoder, decoder]), -Math.log(0.775803), 1e-6);
  for (const λ of [0.02, 0.1]) {
    let weights = start;
    for (let steps = 0; steps < 4000; steps++) weights = step(weights, λ);
    const outputs = product(weights[0], weights[1]);
    const size = outputs[0][0];
    // By hand: a weight a has the slope −a (s₂ + s₄) / 2, whatever a is.
    const powers = [size, 0, 0, -size].map(Math.exp);
    const all = powers.reduce((a, b) => a + b);
    near((powers[1] + powers[3]) / all / 2, λ, 1e-6);
    allNear(
      outputs,
      product(encoder, decoder).map((row) => row.map((it) => it * size / 2)),
      1e-6,
    );
  }
});

Deno.test("02: from random weights the network learns the deck's, but for a turn", () => {
  const { learntOutputs, turned, encoder, decoder, product } = lesson;
  allNear(learntOutputs, product(encoder, decoder), 0.0025);
  allNear(turned[0], encoder, 0.01);
  allNear(turned[1], decoder, 0.01);
});

Deno.test("02: the decoder comes to be the encoder's transpose by itself", () => {
  const { encoder, decoder, way, fromMirror } = lesson;
  assert.equal(fromMirror([encoder, decoder]), 0);
  // By hand: the largest of |1 − 2|, |2 − 5| and so on.
  assert.equal(fromMirror([[[1, 2]], [[2], [5]]]), 3);
  assert.ok(fromMirror(way[0]) > 0.5 && fromMirror(way[80]) < 0.002);
});

Deno.test("02: two units or blanks let the network guess; too many units do not", () => {
  const { networks, wide, denoising, both, unseenError, shownError } = lesson;
  const errors = networks.map(unseenError);
  assert.equal(errors.indexOf(Math.min(...errors)), 1, `${errors}`);
  assert.ok(shownError(wide) < 0.001 && unseenError(wide) > 0.95);
  // What the text says: alike, and both together worse.
  near(unseenError(denoising), errors[1], 0.01);
  assert.ok(unseenError(both) > errors[1] + 0.03, `${unseenError(both)}`);
  // Less than who knows all tastes would be a leak.
  const floor = Math.sqrt(
    lesson.truth.reduce(
      (sum, it, at) => sum + (it - lesson.moodless[at]) ** 2,
      0,
    ) / lesson.truth.length,
  );
  near(floor, 0.5, 0.02);
  assert.ok(Math.min(...errors, unseenError(denoising)) > floor);
});

Deno.test("02: the linear autoencoder gives back what PCA gives back", () => {
  const { known, plane, product, networks } = lesson;
  const eigenvectors = jacobi(known).slice(0, 2);
  const columns = (rows: Matrix) =>
    rows[0].map((_, at) => rows.map((row) => row[at]));
  const nearest = product(columns(eigenvectors), eigenvectors);
  allNear(product(columns(plane), plane), nearest, 1e-9);
  allNear(product(networks[1][0], networks[1][1]), nearest, 0.006);
});

Deno.test("02: the exercises' checks refuse wrong answers", () => {
  assert.throws(
    () => lesson.blanksCheck.solution(0.5),
    /with 0\.5 the error is 0\.626/,
  );
  assert.throws(() => lesson.blanksCheck.solution(2), /a share is at least 0/);
  const seven = [[1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1], [-1, 1, 1]]
    .concat([[-1, 1, -1], [-1, -1, 1], [-1, -1, 1]]);
  assert.throws(
    () => lesson.encoderCheck.solution(seven),
    /film 7 is confused with film 8/,
  );
  // Without the bend on the way back (or on the way there) it is the old one.
  assert.throws(
    () => lesson.bentCheck.solution(lesson.backprop),
    /encoder: slope 1 should be/,
  );
});

/**
 * The eigenvectors of a table's covariance, largest eigenvalue first, by Jacobi's
 * rotations: another way than the notebook's.
 */
function jacobi(rows: Matrix): Matrix {
  const size = rows[0].length;
  const at = Array.from({ length: size }, (_, i) => i);
  const a = at.map((i) =>
    at.map((j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0))
  );
  const vectors: Matrix = at.map((i) => at.map((j) => i === j ? 1 : 0));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const angle = Math.atan2(2 * a[p][q], a[p][p] - a[q][q]) / 2;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const rotate = (x: number, y: number) => [
          cos * x + sin * y,
          cos * y - sin * x,
        ];
        for (const row of a) [row[p], row[q]] = rotate(row[p], row[q]);
        for (const k of at) [a[p][k], a[q][k]] = rotate(a[p][k], a[q][k]);
        for (const k of at) {
          [vectors[p][k], vectors[q][k]] = rotate(vectors[p][k], vectors[q][k]);
        }
      }
    }
  }
  return at.toSorted((i, j) => a[j][j] - a[i][i]).map((i) => vectors[i]);
}
