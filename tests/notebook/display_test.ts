import assert from "node:assert/strict";
import { display, table } from "stacked-autoencoders/notebook";
import { lossCurve } from "stacked-autoencoders/plots";

Deno.test("display() prints everything as text, in order, when there is no notebook", async () => {
  const printed: unknown[] = [];
  const log = console.log;
  console.log = (...things) => printed.push(...things);
  try {
    await display(
      "A heading",
      table([{ a: 1 }]),
      lossCurve({ trainLoss: [1, 0.9] }, { title: "Down" }),
      42,
    );
  } finally {
    console.log = log;
  }
  assert.equal(printed.length, 4);
  assert.equal(printed[0], "A heading");
  assert.equal(printed[1], "a\n1\n1 row × 1 column");
  assert.match(String(printed[2]), /^Down\nLine chart of loss/);
  assert.equal(printed[3], 42);
});
