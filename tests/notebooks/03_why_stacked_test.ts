import assert from "node:assert/strict";
import { runLesson } from "./_run_lesson.ts";

type Row = readonly (number | undefined)[];

interface Layer {
  weights: number[][];
  bias: number[];
  bends: boolean;
}

/** What the notebook's cells declare. */
interface Lesson {
  likes: Row[];
  agreements: { movies: number[]; complete: number; alike: number }[];
  fans: number[];
  foes: number[];
  rows: Row[];
  newLayers: (sizes: number[], seed: number) => Layer[];
  forward: (layers: Layer[], row: Row) => number[][];
  backward: (layers: Layer[], values: number[][], row: Row) => number[][];
  rmseOf: (layers: Layer[], row: Row) => number;
  step: (
    layers: Layer[],
    row: Row,
    settings: { rate: number; decay: number },
  ) => void;
  blanks: { user: number; movie: number }[];
  completed: number[][];
  predictions: number[][][];
  bestByChance: number[];
  threeWays: { endToEnd: number; layerByLayer: number; alone: number }[];
  hits: { movie: number; share: number }[];
  trained: Layer[];
  inner: Layer[];
  assembled: Layer[];
  roomy: number[];
  course: number[];
  twenty: Layer[][];
  untrained: Layer[][];
  gapOf: (layers: Layer[]) => number;
}

// The notebook's own code as far as the small table goes; MovieLens comes after.
// It holds itself against the library: running it is the first test.
let isSmall = true;
const lesson = await runLesson<Lesson>("03-why-stacked", [
  ...["likes", "agreements", "fans", "foes", "rows", "newLayers"] as const,
  ...["forward", "backward", "rmseOf", "step", "blanks", "completed"] as const,
  ...["hits", "trained", "inner", "assembled", "predictions"] as const,
  ...["bestByChance", "threeWays", "roomy", "course", "twenty"] as const,
  ...["untrained", "gapOf"] as const,
], {
  cells: (source) => isSmall &&= !source.startsWith("## On MovieLens"),
});

Deno.test("03: the table is slide 12's: 56 opinions and ten blanks", () => {
  const drawn = lesson.likes.map((row) => row.map((like) => like ?? " "));
  assert.deepEqual(drawn.map((row) => row.join("")), [
    ..."10 111,010010, 1100 ,101101,0 11 1,00001 ".split(","),
    ..."101101,011 01, 01111,1 00 0,011101".split(","),
  ]);
});

Deno.test("03: the code finds the deck's users, and user 11", () => {
  // Read off the slide by eye; users and movies count from 1 there.
  const [best, second] = lesson.agreements;
  assert.deepEqual(best, { movies: [2, 3, 5], complete: 7, alike: 7 });
  assert.equal(second.alike, 4);
  assert.deepEqual(lesson.fans.map((user) => user + 1), [4, 5, 7, 9, 11]);
  assert.deepEqual(lesson.foes.map((user) => user + 1), [2, 10]);
});

Deno.test("03: shuffled opinions seldom unite seven users on some three movies", () => {
  const asGood = lesson.bestByChance.filter((alike) => alike >= 7);
  assert.equal(lesson.bestByChance.length, 1000);
  assert.ok(asGood.length < 20, `${asGood.length}`);
});

Deno.test("03: forward() computes a network that can be followed by hand", () => {
  const layers = [
    { weights: [[1], [-2], [9]], bias: [0.5], bends: true },
    { weights: [[3, 0, -1]], bias: [0, 1, 2], bends: false },
  ];
  // 1·1 − 2·(−1) + 9·0 (a blank) + 0.5 = 3.5; tanh(3.5) = 0.998178
  const [input, [hidden], output] = lesson.forward(layers, [1, -1, undefined]);
  assert.deepEqual(input, [1, -1, 0]);
  assert.ok(Math.abs(hidden - 0.998178) < 1e-6, `${hidden}`);
  assert.deepEqual(output, [3 * hidden, 1, 2 - hidden]);
});

for (const sizes of [[6, 3, 6], [6, 3, 2, 3, 6]]) {
  Deno.test(`03: a step of a ${sizes.join("–")} network follows finite differences`, () => {
    const { newLayers, rows, rmseOf, step } = lesson;
    const layers = newLayers(sizes, 3);
    const moved = structuredClone(layers);
    const [rate, nudge] = [0.1, 1e-5];
    step(moved, rows[0], { rate, decay: 0 }); // user 1 has a blank
    const check = (found: number, list: number[], at: number) => {
      const before = list[at];
      const [less, more] = [-nudge, nudge].map((by) => {
        list[at] = before + by;
        return rmseOf(layers, rows[0]) ** 2;
      });
      list[at] = before;
      const slope = (more - less) / (2 * nudge);
      assert.ok(Math.abs(before - found - rate * slope) < 1e-9, `${found}`);
    };
    layers.forEach(({ weights, bias }, layer) => {
      const { weights: after, bias: biasAfter } = moved[layer];
      weights.forEach((list, from) =>
        list.forEach((_, to) => check(after[from][to], list, to))
      );
      bias.forEach((_, to) => check(biasAfter[to], bias, to));
    });
  });
}

Deno.test("03: weight decay draws weights and biases towards 0", () => {
  const { newLayers, rows, step } = lesson;
  const [start, plain, decayed] = [0, 0, 0].map(() => newLayers([6, 3, 6], 4));
  step(plain, rows[3], { rate: 0.1, decay: 0 });
  step(decayed, rows[3], { rate: 0.1, decay: 0.5 });
  start.forEach(({ bias, weights }, layer) => {
    bias.forEach((before, to) => {
      const drawn = plain[layer].bias[to] - decayed[layer].bias[to];
      assert.ok(Math.abs(drawn - 0.05 * before) < 1e-12);
    });
    const drawn = plain[layer].weights[0][0] - decayed[layer].weights[0][0];
    assert.ok(Math.abs(drawn - 0.05 * weights[0][0]) < 1e-12);
  });
});

Deno.test("03: a blank has no slope", () => {
  const { backward, forward, newLayers, rows } = lesson;
  const layers = newLayers([6, 3, 6], 5);
  const output = backward(layers, forward(layers, rows[0]), rows[0]).at(-1)!;
  assert.equal(output[2], 0);
  assert.equal(output.filter((slope) => slope === 0).length, 1);
});

Deno.test("03: the completed table has a prediction in each of the ten blanks", () => {
  const { blanks, completed } = lesson;
  const named = blanks.map(({ user, movie }) => `${user + 1}.${movie + 1}`);
  assert.deepEqual(
    named,
    "1.3 3.1 3.6 5.2 5.5 6.6 8.4 9.1 10.2 10.5".split(" "),
  );
  for (const { user, movie } of blanks) {
    const like = completed[user][movie];
    assert.ok(like >= 0 && like <= 1, `${like}`);
  }
  // Those that the pattern of movies 3, 4 and 6 decides.
  assert.ok(completed[0][2] > 0.5, "user 1 likes movies 4 and 6");
  assert.ok(completed[7][3] > 0.5, "user 8 likes movies 3 and 6");
  assert.ok(completed[5][5] < 0.5, "user 6 dislikes movies 3 and 4");
});

Deno.test("03: hidden opinions are guessed where there is a pattern, else hardly", () => {
  const { hits } = lesson;
  assert.equal(hits.length, 56);
  const guessed = (movies: number[]) => {
    const some = hits.filter(({ movie }) => movies.includes(movie));
    return some.reduce((sum, { share }) => sum + share, 0) / some.length;
  };
  // 25 of 29 by coin: 5 in 100 000 (binomial); 17 of 27: one in eight.
  assert.ok(guessed([2, 3, 5]) > 0.8, `${guessed([2, 3, 5])}`);
  assert.ok(guessed([0, 1, 4]) < 0.7, `${guessed([0, 1, 4])}`);
  // Counted off the slide: 20 likes of 29. The networks must beat that, too.
  assert.ok(guessed([2, 3, 5]) > 20 / 29 + 0.1, `${guessed([2, 3, 5])}`);
});

Deno.test("03: put together, the inner pair stands between the outer one's halves", () => {
  const { trained, inner, assembled } = lesson;
  assert.deepEqual(assembled, [trained[0], ...inner, trained[1]]);
  assert.deepEqual(assembled.map(({ bias }) => bias.length), [3, 2, 3, 6]);
  assert.deepEqual(assembled.map(({ bends }) => bends), [
    ...[true, true, true, false],
  ]);
});

Deno.test("03: user 10's prediction for movie 2 is clipped, as the text says", () => {
  const all = lesson.predictions.map((rows) => rows[9][1]);
  assert.ok(all.reduce((sum, value) => sum + value) / all.length < -1);
});

Deno.test("03: on eleven rows the single pair is below both stacks, on average", () => {
  const { threeWays } = lesson;
  const sum = (values: number[]) => values.reduce((a, b) => a + b);
  const alone = sum(threeWays.map((way) => way.alone));
  assert.ok(alone < sum(threeWays.map((way) => way.layerByLayer)));
  assert.ok(alone < sum(threeWays.map((way) => way.endToEnd)));
});

Deno.test("03: six hidden units leave less than half of the error of three", () => {
  const { course, roomy } = lesson;
  assert.equal(roomy.length, course.length);
  assert.ok(roomy.at(-1)! < course.at(-1)! / 2, `${roomy.at(-1)}`);
});

Deno.test("03: gapOf() is what the widest unit leaves between the two groups", () => {
  // One unit says movie 3 less movie 1, one nothing, one half of movie 3: the
  // third parts +1 from −1 at ±tanh(0.5), whatever the users say of movie 1.
  const weights = [
    [-1, 0, 0],
    [0, 0, 0],
    [1, 0, 0.5],
    ...Array(3).fill([0, 0, 0]),
  ];
  const gap = lesson.gapOf([{ weights, bias: [0, 0, 0], bends: true }]);
  assert.ok(Math.abs(gap - 2 * Math.tanh(0.5)) < 1e-12, `${gap}`);
});

Deno.test("03: training more than doubles the gap between the two groups", () => {
  const { gapOf, twenty, untrained } = lesson;
  const sum = (networks: Layer[][]) =>
    networks.map(gapOf).reduce((total, gap) => total + gap);
  assert.ok(sum(twenty) > 2 * sum(untrained));
});
