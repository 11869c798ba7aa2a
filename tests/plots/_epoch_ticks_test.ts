import assert from "node:assert/strict";
import fc from "fast-check";
import { epochTicks } from "../../lib/plots/_epoch_ticks.ts";

Deno.test("epochTicks() are 1 and round numbers when there are many epochs", () => {
  assert.deepEqual(epochTicks(1), [1]);
  assert.deepEqual(epochTicks(3), [1, 2, 3]);
  assert.deepEqual(epochTicks(40), [1, 5, 10, 15, 20, 25, 30, 35, 40]);
  assert.deepEqual(epochTicks(500), [1, 100, 200, 300, 400, 500]);
  assert.deepEqual(epochTicks(500, 3), [3, 100, 200, 300, 400, 500]);
  assert.deepEqual(epochTicks(500, 95), [95, 200, 300, 400, 500]);
});

Deno.test("epochTicks() are few whole epochs, ascending, whatever the last", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (last) => {
    const ticks = epochTicks(last);
    assert.equal(ticks[0], 1);
    assert.ok(ticks.length <= 10, `${ticks.length} ticks`);
    assert.ok(ticks.every(Number.isInteger));
    assert.ok(ticks.at(-1)! <= last);
    assert.deepEqual(ticks, ticks.toSorted((a, b) => a - b));
  }));
});
