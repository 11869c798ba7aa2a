import assert from "node:assert/strict";
import fc from "fast-check";
import { contourPaths, type PathPoint } from "stacked-autoencoders/plots";
import { thinPath } from "../../lib/plots/_thin_path.ts";
import { visiblePath } from "../../lib/plots/_visible_path.ts";
import { checkFigure } from "./_check_figure.ts";

/** A ravine: steep across, flat along. */
const ravine = (x: number, y: number) => 0.1 * x ** 2 + 2 * y ** 2;
const domain = { x: [-6, 3], y: [-3, 3] } as const;

/** Gradient descent with momentum from (−5, −2). */
function descend(rate: number, beta: number, steps = 25): PathPoint[] {
  const path: PathPoint[] = [[-5, -2]];
  let [vx, vy] = [0, 0];
  for (let step = 0; step < steps; step++) {
    const [x, y] = path.at(-1)!;
    [vx, vy] = [beta * vx + 0.2 * x, beta * vy + 4 * y];
    path.push([x - rate * vx, y - rate * vy]);
  }
  return path;
}

Deno.test("contourPaths() draws optimizers in a ravine, one of which leaves it", () =>
  checkFigure("contour-ravine", () =>
    contourPaths(ravine, {
      "gradient descent, rate 0.4": descend(0.4, 0),
      "momentum 0.5": descend(0.4, 0.5),
      "rate 0.6": descend(0.6, 0),
    }, { ...domain, xLabel: "x₁", yLabel: "x₂" })));

Deno.test("contourPaths() keeps labels in the picture when paths end at its right", () =>
  checkFigure(
    "contour-right",
    () =>
      contourPaths((x, y) => (x - 1) ** 2 + y ** 2 - 3, {
        "first": [[-1, -1], [0, 0.5], [0.98, 0.02]],
        "second": [[-1, 1], [0.5, 0.3], [1, 0]],
      }, { x: [-1.5, 1.1], y: [-1.5, 1.5] }),
  ));

/** The right edge of what the marks of a kind draw, in pixels. */
function rightEdge(svg: SVGSVGElement, kind: string): number {
  const places = [...svg.querySelectorAll(`[aria-label=${kind}] path`)]
    .flatMap((path) => [...path.getAttribute("d")!.matchAll(/[ML]([\d.]+)/g)]);
  return Math.max(...places.map(([, x]) => Number(x)));
}

Deno.test("contourPaths() writes its labels beside the frame, on nothing drawn", () => {
  const svg = contourPaths(ravine, {
    swings: [[-5, 0], [2, 1], [-5, 2]],
    creeps: [[-5, -1], [-4, -1]],
    leaves: [[-5, -1], [-4, -9]],
    left: [[-5, -1], [-9, -1]],
  }, domain);
  const frame = rightEdge(svg, "contour");
  assert.ok(rightEdge(svg, "line") < frame);
  const labels = [...svg.querySelectorAll("text[text-anchor=start]")]
    .filter(({ textContent }) =>
      /^(swings|creeps|leaves|left): /.test(textContent!)
    );
  assert.equal(labels.length, 4);
  for (const label of labels) {
    assert.ok(Number(label.getAttribute("x")) > frame);
  }
});

Deno.test("contourPaths() says where each path ends, and which ends lowest", () => {
  const svg = contourPaths(ravine, {
    a: [[-5, -2], [1, 0]],
    b: [[-5, -2], [2, 1]],
    c: [[-5, -2], [-5, 9]],
  }, domain);
  // By hand: 0.1 · 1² = 0.1; 0.1 · 2² + 2 · 1² = 2.4.
  assert.equal(
    svg.getAttribute("aria-label"),
    "a gets lowest: 0.1 after 1 step",
  );
  assert.equal(
    svg.querySelector("desc")?.textContent,
    "Contour plot of a loss from 0 to 21.6, for x from -6 to 3 and y from -3 to 3, darker where it is higher. " +
      "a: from −5, −2 to 1, 0, 0.1 after 1 step. " +
      "b: from −5, −2 to 2, 1, 2.4 after 1 step. " +
      "c: from −5, −2 to −5, 3, leaves at step 1.",
  );
});

Deno.test("contourPaths() says how far apart its lines are, and marks the best place", () => {
  const paths = { a: [[-5, -2], [1, 0]] as const };
  const plain = contourPaths(ravine, paths, domain);
  const marked = contourPaths(ravine, paths, { ...domain, best: [0, 0] });
  // From a ten-thousandth of the highest loss up, in ten steps: 10^(4/10).
  assert.ok(plain.textContent!.includes("Each line: 2.51 times the loss"));
  assert.ok(!plain.textContent!.includes("✕"));
  assert.ok(marked.textContent!.includes("✕ lowest"));
  const dots = (svg: SVGSVGElement) =>
    svg.querySelectorAll("[aria-label=dot] path").length;
  assert.equal(dots(marked), dots(plain) + 2); // the cross and its pale edge
  assert.throws(
    () => contourPaths(ravine, paths, { ...domain, best: [9, 0] }),
    /Cannot mark the best place as it must lie within x -6 to 3/,
  );
});

Deno.test("visiblePath() ends on the edge when a step crosses it, at once when it is not finite", () => {
  const box: [PathPoint, PathPoint] = [[0, 10], [0, 10]];
  // By hand: from (5, 5) towards (15, 7), x = 10 after half of the step.
  assert.deepEqual(visiblePath([[5, 5], [15, 7], [5, 5]], box), {
    points: [[5, 5], [10, 6]],
    leavesAt: 1,
  });
  assert.deepEqual(visiblePath([[5, 5], [NaN, 5]], box), {
    points: [[5, 5]],
    leavesAt: 1,
  });
  assert.deepEqual(visiblePath([[5, 5], [6, 5]], box), {
    points: [[5, 5], [6, 5]],
  });
});

Deno.test("visiblePath() never leaves the domain", () => {
  const point = fc.tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  );
  fc.assert(fc.property(fc.array(point, { maxLength: 6 }), (rest) => {
    const { points } = visiblePath([[0, 0], ...rest], [[-10, 10], [-10, 10]]);
    assert.ok(points.flat().every((value) => Math.abs(value) <= 10 + 1e-6));
  }));
});

Deno.test("thinPath() leaves out what lies on a line, and nothing else", () => {
  // By hand: (5, 0) lies on the way; (10, 0.3) is 0.3 away from the way past it.
  assert.equal(thinPath("M0,0L5,0L10,0L10,5L10,10Z", 0.1), "M0,0L10,0L10,10Z");
  assert.equal(thinPath("M0,0L10,0.3L20,0", 0.1), "M0,0L10,0.3L20,0");
  assert.equal(thinPath("M0,0L10,0.3L20,0", 0.4), "M0,0L20,0");
  // A ring that comes back to its first point, and two rings in one path.
  assert.equal(
    thinPath("M0,0L4,0L4,4L0,0ZM9,9L9,9Z", 0.1),
    "M0,0L4,0L4,4L0,0ZM9,9L9,9Z",
  );
});

Deno.test("thinPath() keeps every point within the tolerance of the lines left", () => {
  const place = fc.integer({ min: 0, max: 50 });
  const way = fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 30 });
  fc.assert(fc.property(way, (points) => {
    const kept = thinPath(`M${points.join("L")}`, 2).slice(1).split("L")
      .map((pair) => pair.split(",").map(Number));
    for (const [x, y] of points) {
      const away = kept.slice(1).map(([x2, y2], at) => {
        const [x1, y1] = kept[at];
        const length = Math.hypot(x2 - x1, y2 - y1) || 1;
        const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
        const along = (x - x1) * ux + (y - y1) * uy;
        const share = Math.min(
          Math.hypot(x2 - x1, y2 - y1),
          Math.max(0, along),
        );
        return Math.hypot(x - x1 - share * ux, y - y1 - share * uy);
      });
      assert.ok(Math.min(...away) <= 2 + 1e-9);
    }
  }));
});

Deno.test("contourPaths() refuses what it cannot draw, by its place", () => {
  const paths = { a: [[0, 0]] as const };
  assert.throws(() => contourPaths(ravine, { a: [[9, 0]] }, domain), {
    name: "RangeError",
    message:
      "Cannot draw a path as a must start within x -6 to 3 and y -3 to 3: current value is 9, 0",
  });
  assert.throws(
    () => contourPaths(ravine, { a: [] }, domain),
    /a must start within/,
  );
  assert.throws(
    () => contourPaths(ravine, {}, domain),
    /at least one: current value is 0 paths/,
  );
  assert.throws(
    () => contourPaths(() => NaN, paths, domain),
    /the loss at -6, -3 must be a finite number/,
  );
  assert.throws(
    () => contourPaths(() => 1, paths, domain),
    /not be the same everywhere: current value is 1/,
  );
  assert.throws(
    () => contourPaths(ravine, paths, { ...domain, x: [3, -6] }),
    /x must be a lower and a higher number: current value is 3,-6/,
  );
  assert.throws(
    () => contourPaths(ravine, paths, { ...domain, contours: 0 }),
    /contours as it must be a whole number of at least 1/,
  );
  assert.throws(
    () =>
      contourPaths(ravine, paths, { ...domain, levels: 3 } as typeof domain),
    /unknown option of contourPaths.*levels/,
  );
});
