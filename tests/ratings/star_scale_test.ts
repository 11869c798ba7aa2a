import assert from "node:assert/strict";
import { clipToScale, type StarScale } from "stacked-autoencoders/core";

Deno.test("clipToScale() moves to the nearer end, and leaves NaN for a metric to refuse", () => {
  const clipped = clipToScale([-3, 1, 2.5, 5, 9, NaN], {
    lowest: 1,
    highest: 5,
  });
  assert.deepEqual([...clipped], [1, 1, 2.5, 5, 5, NaN]);
});

Deno.test("clipToScale() refuses a scale whose ends are not in order", () => {
  for (
    const scale of [{ lowest: 5, highest: 1 }, { lowest: 1, highest: NaN }]
  ) {
    assert.throws(() => clipToScale([3], scale), {
      name: "RangeError",
      message: /lowest must be below its highest/,
    });
  }
  assert.throws(() => clipToScale([3], null as unknown as StarScale), {
    name: "TypeError",
    message:
      /must be such as { lowest: 1, highest: 5 }: current value is null$/,
  });
});
