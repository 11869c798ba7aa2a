import assert from "node:assert/strict";
import fc from "fast-check";
import { Random, shuffledOrder } from "stacked-autoencoders/core";

Deno.test("shuffledOrder() holds every number once", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 0, max: 1e6 }),
    (count, seed) => {
      const order = shuffledOrder(count, new Random(seed));
      assert.deepEqual(order.toSorted(), Int32Array.from(Array(count).keys()));
    },
  ));
});

Deno.test("shuffledOrder() gives each of the six orders of three equally often", () => {
  const random = new Random(11);
  const seen = new Map<string, number>();
  for (let trial = 0; trial < 6000; trial++) {
    const order = shuffledOrder(3, random).join();
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  assert.equal(seen.size, 6);
  // Each expects 1000, with a standard deviation of 29.
  for (const count of seen.values()) assert.ok(Math.abs(count - 1000) < 150);
});
