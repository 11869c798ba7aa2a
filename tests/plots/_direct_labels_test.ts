import assert from "node:assert/strict";
import fc from "fast-check";
import { spread } from "../../lib/plots/_direct_labels.ts";

const frame = { top: 50, bottom: 350 };

Deno.test("spread() leaves boxes where they are when there is room", () => {
  const boxes = [{ y: 100, size: 16 }, { y: 200, size: 16 }];
  assert.deepEqual(spread(boxes, frame).map(({ at }) => at), [100, 200]);
});

Deno.test("spread() moves boxes apart within the frame, in their order, when they fit at all", () => {
  const box = fc.record({
    y: fc.double({ min: 50, max: 350, noNaN: true }),
    size: fc.integer({ min: 10, max: 30 }),
  });
  fc.assert(fc.property(fc.array(box, { maxLength: 10 }), (boxes) => {
    const placed = spread(boxes, frame);
    for (const [index, { at, size, y }] of placed.entries()) {
      assert.ok(at - size / 2 >= frame.top - 1e-9);
      assert.ok(at + size / 2 <= frame.bottom + 1e-9);
      if (index === 0) continue;
      const above = placed[index - 1];
      assert.ok(above.y <= y);
      assert.ok(at - size / 2 >= above.at + above.size / 2 - 1e-9);
    }
  }));
});
