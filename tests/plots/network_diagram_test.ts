import assert from "node:assert/strict";
import {
  networkDiagram,
  type NetworkDiagramOptions,
} from "stacked-autoencoders/plots";
import { checkFigure, textsOf } from "./_check_figure.ts";

// The deck's network (slides 5 to 11): the decoder is the encoder's transpose.
const encoder = [[1, 1], [1, -1], [-1, 1], [-1, -1]];
const decoder = [0, 1].map((hidden) => encoder.map((row) => row[hidden]));
const movies = [1, 2, 3, 4].map((movie) => `Movie ${movie}`);
const deck: NetworkDiagramOptions = {
  weights: [encoder, decoder],
  labels: [movies, undefined, movies],
  names: ["input", "hidden", "output"],
};

/** Weights that differ from one another, of both signs. */
function someWeights(layers: readonly number[]): number[][][] {
  return layers.slice(1).map((to, layer) =>
    Array.from(
      { length: layers[layer] },
      (_, i) =>
        Array.from({ length: to }, (_, j) =>
          Math.sin(1 + 7 * layer + 3 * i + 5 * j)),
    )
  );
}

function describedAs(svg: SVGSVGElement) {
  return svg.querySelector("desc")?.textContent;
}

Deno.test("networkDiagram() is 720 pixels wide and says its sizes when given them only", () => {
  const svg = networkDiagram([6, 3, 6]);
  assert.equal(svg.getAttribute("width"), "720");
  assert.equal(svg.getAttribute("aria-label"), "6–3–6 network");
  assert.equal(
    describedAs(svg),
    "Network diagram of 3 fully connected layers: input 6, hidden 3, output 6 units.",
  );
  assert.equal(svg.querySelectorAll("circle").length, 15);
  assert.equal(svg.querySelectorAll("line").length, 36);
});

Deno.test("networkDiagram() draws slide 4: an autoencoder with its halves", () =>
  checkFigure("network-6-3-6", () =>
    networkDiagram([6, 3, 6], {
      title: "An autoencoder squeezes its input through a narrow layer",
      names: ["visible input", "hidden", "visible output"],
      spans: [
        { from: 0, to: 1, name: "Encoding" },
        { from: 1, to: 2, name: "Decoding" },
      ],
    })));

Deno.test("networkDiagram() draws slide 7: movie 1 lights up both hidden units", () =>
  checkFigure("network-4-2-4-hidden", () =>
    networkDiagram([4, 2, 4], {
      ...deck,
      title: "Movie 1 makes both hidden units 1",
      values: [[1, 0, 0, 0], [1, 1], undefined],
      active: [[0], [0, 1]],
    })));

Deno.test("networkDiagram() draws slide 8: one output has its value, the others none yet", () => {
  const svg = networkDiagram([4, 2, 4], {
    ...deck,
    values: [[1, 0, 0, 0], [1, 1], [2, undefined, undefined, undefined]],
  });
  assert.match(
    describedAs(svg) ?? "",
    /Values of output: 2, blank, blank, blank\./,
  );
  const numbers = textsOf(svg).filter((text) => /^\d$/.test(text));
  assert.deepEqual(numbers, ["1", "0", "0", "0", "1", "1", "2"]);
  assert.throws(
    () => networkDiagram([2, 1], { values: [[1, NaN], undefined] }),
    /values\[0\]\[1\] must be a finite number: current value is NaN/,
  );
  assert.throws(
    () => networkDiagram([2, 1], { values: [[1], undefined] }),
    /values\[0\] must have 2 entries: current value is 1/,
  );
});

Deno.test("networkDiagram() draws slide 10: outputs and softmax", () =>
  checkFigure("network-4-2-4-softmax", () =>
    networkDiagram([4, 2, 4], {
      ...deck,
      title: "The softmax picks movie 1: the input is recreated",
      values: [[1, 0, 0, 0], [1, 1], [2, 0, 0, -2]],
      active: [[0], [0, 1], [0, 1, 2, 3]],
      result: { name: "softmax", values: [0.7758, 0.105, 0.105, 0.0142] },
    })));

Deno.test("networkDiagram() draws slides 13 and 14: forward, and back", async () => {
  await checkFigure("network-forward", () =>
    networkDiagram([6, 3, 6], {
      arrow: { direction: "forward", text: "forward: encode, decode" },
    }));
  await checkFigure("network-backward", () =>
    networkDiagram([6, 3, 6], {
      arrow: { direction: "backward", text: "backward: adjust the weights" },
    }));
});

Deno.test("networkDiagram() draws slide 15: an autoencoder in an autoencoder", () =>
  checkFigure("network-5-3-2-3-5", () =>
    networkDiagram([5, 3, 2, 3, 5], {
      title: "A stacked autoencoder is an autoencoder inside an autoencoder",
      names: ["input", "", "bottleneck", "", "output"],
      boxes: [
        { from: 0, to: 1, name: "Encoder₁" },
        { from: 1, to: 2, name: "Encoder₂" },
        { from: 2, to: 3, name: "Decoder₂" },
        { from: 3, to: 4, name: "Decoder₁" },
      ],
    })));

Deno.test("networkDiagram() breaks the legend where a narrow figure ends", () =>
  checkFigure("network-narrow", () =>
    networkDiagram([6, 3, 6], {
      weights: someWeights([6, 3, 6]),
      widest: 1,
      width: 410,
    })));

Deno.test("networkDiagram() nests a box that holds others", () =>
  checkFigure("network-nested", () =>
    networkDiagram([4, 4, 4, 4], {
      boxes: [
        { from: 0, to: 3, name: "Autoencoder" },
        { from: 0, to: 1, name: "Encoder" },
        { from: 1, to: 2, name: "Middle" },
        { from: 2, to: 3, name: "Decoder" },
      ],
      labels: [
        undefined,
        ["action", "drama", "old", "new"],
        undefined,
        undefined,
      ],
    })));

Deno.test("networkDiagram() shows the ends of large layers when there are too many units", () => {
  const layers = [1682, 20, 10, 20, 1682];
  const svg = networkDiagram(layers, { weights: someWeights(layers) });
  assert.deepEqual(
    textsOf(svg).filter((text) => text.endsWith("units")),
    ["1682 units", "20 units", "10 units", "20 units", "1682 units"],
  );
  assert.match(
    describedAs(svg)!,
    /67680 weights from −1 to 1, \d+ of them negative\./,
  );
  const small = [20, 10, 20];
  return checkFigure(
    "network-20-10-20",
    () => networkDiagram(small, { weights: someWeights(small), most: 7 }),
  );
});

Deno.test("networkDiagram() tells signs apart by colour and dash, sizes by width", () => {
  const [positive, negative, small, ...others] = networkDiagram([4, 1], {
    weights: [[[2], [-2], [1], [0]]],
  }).querySelectorAll("line");
  const of = (name: string) => (line: Element) => line.getAttribute(name);
  assert.equal(of("stroke-dasharray")(positive), null);
  assert.equal(of("stroke-dasharray")(negative), "6 4");
  assert.notEqual(of("stroke")(positive), of("stroke")(negative));
  const width = (line: Element) => Number(of("stroke-width")(line));
  assert.equal(width(positive), width(negative));
  // By hand: 0.5 pixels, and 3.5 more in proportion.
  assert.deepEqual([width(positive), width(small)], [4, 2.25]);
  assert.equal(others.length, 2, "0 is no line; two are the legend's");
});

Deno.test("networkDiagram() describes weights and values in the deck's words", () => {
  const words = describedAs(networkDiagram([4, 2, 4], {
    ...deck,
    values: [[0, 0, 0, 1], [-1, -1], [-2, 0, 0, 2]],
    active: [[3]],
  }))!;
  assert.ok(words.includes("Weights from Movie 2 to hidden: 1, −1."), words);
  assert.ok(
    words.includes("Weights from hidden unit 2 to output: 1, −1, 1, −1."),
  );
  assert.ok(words.includes("Values of output: −2, 0, 0, 2."));
  assert.ok(words.endsWith("Pointed out: Movie 4."));
});

Deno.test("networkDiagram() takes less than 20 ms when it is drawn again and again", () => {
  const layers = [20, 10, 20];
  const draw = () =>
    networkDiagram(layers, { weights: someWeights(layers), most: 20 })
      .outerHTML;
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    draw();
    return performance.now() - start;
  });
  // The quickest, which says what drawing takes when nothing else runs.
  const least = Math.min(...times);
  assert.ok(least < 20, `${least} ms`);
});

Deno.test("networkDiagram() refuses what does not fit the layers, by its place", () => {
  const refusals: [readonly number[], NetworkDiagramOptions, RegExp][] = [
    [[3], {}, /layers must be the sizes of at least two: current value is 3/],
    [[3, 0], {}, /size of layer 1 .*at least 1: current value is 0/],
    [
      [2, 1],
      { weights: [] },
      /weights must have 1 entries: current value is 0/,
    ],
    [[2, 1], { weights: [[[1]]] }, /weights\[0\] must have 2 entries/],
    [
      [2, 1],
      { weights: [[[1], [NaN]]] },
      /weights\[0\]\[1\]\[0\] must be a finite number: current value is NaN/,
    ],
    [
      [2, 1],
      { values: [[1, 2], [Infinity]] },
      /values\[1\]\[0\] must be a finite/,
    ],
    [
      [2, 1],
      { active: [[2]] },
      /active\[0\] must be a whole number from 0 to 1: current value is 2/,
    ],
    [[2, 1], { labels: [["a"], undefined] }, /labels\[0\] must have 2 entries/],
    [[2, 1], { names: ["a"] }, /names must have 2 entries/],
    [
      [2, 1],
      { boxes: [{ from: 1, to: 0, name: "E" }] },
      /from of E is at most its to/,
    ],
    [
      [2, 1],
      { spans: [{ from: 0, to: 2, name: "E" }] },
      /to of E must be a whole number from 0 to 1/,
    ],
    [
      [2, 1],
      { result: { name: "softmax", values: [] } },
      /result.values must have 1 entries/,
    ],
    [[2, 1], { widest: 0 }, /widest as it must be a number above 0/],
    [[2, 1], { most: 2 }, /most as it must be a whole number of at least 3/],
    [[2, 1], { width: 80 }, /need a width of at least \d+ pixels/],
  ];
  for (const [layers, options, message] of refusals) {
    assert.throws(() => networkDiagram(layers, options), message);
  }
  assert.throws(
    () => networkDiagram([2, 1], { weight: [] } as object),
    /TypeError: Cannot use an unknown option of networkDiagram.*weight/,
  );
});
