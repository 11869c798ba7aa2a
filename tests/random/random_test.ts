import assert from "node:assert/strict";
import fc from "fast-check";
import { Random } from "stacked-autoencoders/core";

Deno.test("Random gives the same numbers for the same seed, others for another", () => {
  const draws = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 20 }, () => random.uniform());
  };
  assert.deepEqual(draws(1), draws(1));
  assert.notDeepEqual(draws(1), draws(2));
});

Deno.test("Random refuses a seed that it could not tell from another", () => {
  for (const seed of [-1, 1.5, NaN, 2 ** 32]) {
    assert.throws(() => new Random(seed), {
      name: "RangeError",
      message:
        `Cannot seed the random numbers as a seed must be a whole number from 0 to 4294967295: current value is ${seed}`,
    });
  }
});

Deno.test("Random.uniform() keeps to its bounds and fills them evenly", () => {
  const random = new Random(7);
  const tenths = new Int32Array(10);
  for (let draw = 0; draw < 10_000; draw++) {
    tenths[Math.floor((random.uniform(-1, 1) + 1) * 5)]++;
  }
  // Each tenth expects 1000, with a standard deviation of 30.
  for (const count of tenths) {
    assert.ok(Math.abs(count - 1000) < 150, `${tenths}`);
  }
});

Deno.test("Random.integer() draws each number below the limit, and only those", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 0, max: 1000 }),
    (below, seed) => {
      const random = new Random(seed);
      const seen = new Set(
        Array.from({ length: 300 }, () => random.integer(below)),
      );
      assert.deepEqual([...seen].sort(), [...Array(below).keys()]);
    },
  ));
  assert.throws(() => new Random(1).integer(0), RangeError);
});

Deno.test("Random.normal() has mean 0 and standard deviation 1", () => {
  const random = new Random(3);
  const draws = Array.from({ length: 20_000 }, () => random.normal());
  const mean = draws.reduce((a, b) => a + b) / draws.length;
  const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) /
    draws.length;
  assert.ok(Math.abs(mean) < 0.03, `mean ${mean}`);
  assert.ok(Math.abs(variance - 1) < 0.05, `variance ${variance}`);
});

Deno.test("Random.fork() gives a stream that the parent's draws do not change", () => {
  const quiet = new Random(5);
  const busy = new Random(5);
  const [fromQuiet, fromBusy] = [quiet.fork(), busy.fork()];
  for (let draw = 0; draw < 10; draw++) busy.uniform();
  assert.equal(fromQuiet.uniform(), fromBusy.uniform());
  assert.notEqual(quiet.fork().uniform(), new Random(5).fork().uniform());
});
