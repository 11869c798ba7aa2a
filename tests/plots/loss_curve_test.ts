import assert from "node:assert/strict";
import { lossCurve, seriesStyle } from "stacked-autoencoders/plots";
import { checkFigure, textsOf } from "./_check_figure.ts";

/** A loss that falls from about 1.05 towards a floor, and may rise again. */
function falling(
  epochs: number,
  { floor = 0.92, pace = 6, rise = 0 } = {},
): number[] {
  return Array.from(
    { length: epochs },
    (_, epoch) => floor + 0.13 * Math.exp(-epoch / pace) + rise * epoch,
  );
}

function titleOf(svg: SVGSVGElement) {
  return svg.getAttribute("aria-label");
}

function descriptionOf(svg: SVGSVGElement) {
  return svg.querySelector("desc")?.textContent;
}

/** The points of a figure's lines, in pixels. */
function linesOf(svg: SVGSVGElement): [x: number, y: number][][] {
  const lines = [...svg.querySelectorAll("[aria-label=line] path")];
  return lines.map((line) =>
    line.getAttribute("d")!.slice(1).split("L").map((point) =>
      point.split(",").map(Number) as [number, number]
    )
  );
}

Deno.test("lossCurve() is 720 by 400 pixels and titled by its finding when given a history only", () => {
  const svg = lossCurve({ trainLoss: [1.05, 0.97, 0.94] });
  assert.equal(svg.getAttribute("viewBox"), "0 0 720 400");
  assert.equal(
    titleOf(svg),
    "Training loss falls from 1.050 to 0.940 stars in 3 epochs",
  );
  assert.equal(
    descriptionOf(svg),
    "Line chart of loss (mean per-user RMSE, in stars) against epoch, 1 to 3. " +
      "training: 1.050 after epoch 1, 0.940 after epoch 3, lowest 0.940 after epoch 3.",
  );
});

Deno.test("lossCurve() draws one run when given its training loss", () =>
  checkFigure("loss-one-run", () => lossCurve({ trainLoss: falling(40) })));

Deno.test("lossCurve() draws validation apart from training when there is some", () =>
  checkFigure("loss-validation", () =>
    lossCurve({
      trainLoss: falling(40, { floor: 0.82, pace: 14 }),
      validationLoss: falling(40, { rise: 0.0006 }),
    }, { references: { "bias model (test)": 0.937 } })));

Deno.test("lossCurve() keeps the axis of all epochs while a run goes on", () =>
  checkFigure("loss-running", () =>
    lossCurve({
      trainLoss: falling(17),
      validationLoss: falling(17, { floor: 0.94 }),
    }, { epochs: 60, references: { "bias model": 0.937 } })));

Deno.test("lossCurve() draws runs apart by dash, symbol and label when given several", () =>
  checkFigure("loss-rates", () => {
    const rates = Array.from({ length: 10 }, (_, index) => index + 1);
    return lossCurve(Object.fromEntries(
      rates.map((rate) => [
        `rate ${rate / 100}`,
        {
          trainLoss: falling(200, {
            floor: 0.85 + 0.012 * rate,
            pace: 7 + rate,
          }),
        },
      ]),
    ));
  }));

Deno.test("lossCurve() dashes validation when several runs have some", () =>
  checkFigure("loss-optimizers", () =>
    lossCurve({
      momentum: {
        trainLoss: falling(60, { pace: 20 }),
        validationLoss: falling(60, { pace: 20, floor: 0.95 }),
      },
      adam: {
        trainLoss: falling(45, { floor: 0.87 }),
        validationLoss: falling(45, { floor: 0.93, rise: 0.001 }),
      },
    })));

Deno.test("lossCurve() draws empty axes when no epoch is done", () =>
  checkFigure(
    "loss-no-epoch",
    () => lossCurve({ trainLoss: [] }, { epochs: 40 }),
  ));

Deno.test("lossCurve() draws a point when one epoch is done", () =>
  checkFigure(
    "loss-one-epoch",
    () =>
      lossCurve({ trainLoss: [1.054], validationLoss: [1.02] }, { epochs: 40 }),
  ));

Deno.test("lossCurve() wraps long texts and escapes names when given awkward ones", () =>
  checkFigure(
    "loss-long-texts",
    () =>
      lossCurve({ trainLoss: falling(500, { pace: 60 }) }, {
        title:
          "A title of many words, as somebody may type one who has more to " +
          "say than fits on one line of a card",
        references: { 'a <b>baseline</b> & "its" rather long name': 0.95 },
      }),
  ));

Deno.test("lossCurve() places each loss in proportion when it draws a line", () => {
  const [points] = linesOf(lossCurve({ trainLoss: [3, 2, 1] }));
  const [[x1, y1], [x2, y2], [x3, y3]] = points;
  assert.ok(x1 < x2 && y1 < y2, "later to the right, lower further down");
  assert.ok(Math.abs(x2 - x1 - (x3 - x2)) <= 0.02);
  assert.ok(Math.abs(y2 - y1 - (y3 - y2)) <= 0.02);
});

Deno.test("lossCurve() leaves out the epochs before `from`, on the axis of the loss too", () => {
  const trainLoss = [9, 8, 1.02, 1.01, 1];
  const whole = linesOf(lossCurve({ trainLoss: trainLoss.slice(2) }))[0];
  const later = linesOf(lossCurve({ trainLoss }, { from: 3 }))[0];
  assert.deepEqual(later, whole);
  const svg = lossCurve({ trainLoss }, { from: 3 });
  assert.match(svg.outerHTML, /against epoch, 3 to 5\. training: 9\.000 after/);
  // A live chart begins with less than that.
  assert.equal(linesOf(lossCurve({ trainLoss: [9] }, { from: 3 })).length, 0);
  assert.throws(() => lossCurve({ trainLoss }, { from: 0 }), {
    message: /from as it must be a whole number of at least 1: .* 0$/,
  });
});

Deno.test("lossCurve() ends the line in proportion when more epochs are to come", () => {
  const whole = linesOf(lossCurve({ trainLoss: [1, 1, 1, 1, 1] }))[0];
  const part = linesOf(lossCurve({ trainLoss: [1, 1, 1] }, { epochs: 5 }))[0];
  assert.deepEqual(part.map(([x]) => x), whole.slice(0, 3).map(([x]) => x));
});

Deno.test("lossCurve() titles what it sees when a loss rises, stays or has just begun", () => {
  assert.equal(
    titleOf(lossCurve({ trainLoss: [0.9, 1.1] })),
    "Training loss rises from 0.900 to 1.100 stars in 2 epochs",
  );
  assert.equal(
    titleOf(lossCurve({ trainLoss: [0.9, 0.90001] })),
    "Training loss stays at 0.900 stars over 2 epochs",
  );
  assert.equal(
    titleOf(lossCurve({ trainLoss: [0.9] })),
    "Training loss is 0.900 stars after 1 epoch",
  );
  assert.equal(
    titleOf(lossCurve({ trainLoss: [] })),
    "Training has not finished an epoch yet",
  );
});

Deno.test("lossCurve() names the best run when given several", () => {
  assert.equal(
    titleOf(
      lossCurve({
        a: { trainLoss: [1, 0.8] },
        b: { trainLoss: [1, 0.7, 0.9] },
      }),
    ),
    "Lowest training loss: b, after epoch 2: 0.700 stars",
  );
  const withValidation = lossCurve({
    a: { trainLoss: [1], validationLoss: [0.95] },
    b: { trainLoss: [0.5], validationLoss: [1.2] },
  });
  assert.equal(
    titleOf(withValidation),
    "Lowest validation loss: a, after epoch 1: 0.950 stars",
  );
});

Deno.test("lossCurve() tells where validation was best when there is some", () => {
  const svg = lossCurve({
    trainLoss: [1, 1, 1],
    validationLoss: [1, 0.9, 0.95],
  });
  assert.ok(
    textsOf(svg).includes(
      "Validation loss is lowest after epoch 2: 0.900 stars",
    ),
  );
});

Deno.test("lossCurve() takes title and subtitle as given when there are some", () => {
  const texts = textsOf(
    lossCurve({ trainLoss: [1] }, { title: "One", subtitle: "Two" }),
  );
  assert.deepEqual(texts.slice(0, 2), ["One", "Two"]);
});

Deno.test("lossCurve() refuses a loss that is not finite, by its place", () => {
  assert.throws(() => lossCurve({ trainLoss: [1, NaN] }), {
    name: "RangeError",
    message:
      "Cannot draw a loss curve as trainLoss at epoch 2 must be a finite number: current value is NaN",
  });
  assert.throws(
    () => lossCurve({ adam: { trainLoss: [1], validationLoss: [Infinity] } }),
    /adam\.validationLoss at epoch 1 must be a finite number: current value is Infinity/,
  );
  assert.throws(
    () => lossCurve({ trainLoss: [1] }, { references: { bias: NaN } }),
    /the reference bias must be a finite number: current value is NaN/,
  );
});

Deno.test("lossCurve() refuses options that make no sense", () => {
  assert.throws(() => lossCurve({ trainLoss: [1, 1, 1] }, { epochs: 2 }), {
    name: "RangeError",
    message:
      "Cannot draw a loss curve as epochs must be a whole number of at least 3, the longest history: current value is 2",
  });
  assert.throws(
    () => lossCurve({ trainLoss: [1] }, { width: 90 }),
    /RangeError: Cannot draw a figure as its labels need a width of at least \d+ pixels: current value is 90/,
  );
  assert.throws(
    () => lossCurve({ trainLoss: [1] }, { height: NaN }),
    /need a height of at least \d+ pixels: current value is NaN/,
  );
  const misspelt = { width: 720, tittle: "One" };
  assert.throws(
    () => lossCurve({ trainLoss: [1] }, misspelt),
    /TypeError: Cannot use an unknown option of lossCurve.*: current value is tittle/,
  );
});

Deno.test("lossCurve() refuses a history without training losses", () => {
  const losses = { adam: { loss: [1] } } as unknown as Record<
    string,
    { trainLoss: number[] }
  >;
  assert.throws(() => lossCurve(losses), {
    name: "TypeError",
    message:
      "Cannot draw a loss curve as a history needs an array trainLoss: current value of adam has none",
  });
});

Deno.test("lossCurve() stays below 20 kB when there are 500 epochs of two losses", () => {
  const trainLoss = falling(500, { pace: 80 });
  const svg = lossCurve({ trainLoss, validationLoss: trainLoss });
  assert.ok(svg.outerHTML.length < 20_000, `${svg.outerHTML.length} bytes`);
});

Deno.test("lossCurve() draws validation alone, a colour a group, when asked to", () => {
  const run = (loss: number) => ({
    trainLoss: [loss, loss - 0.1],
    validationLoss: [loss + 0.1, loss],
  });
  const svg = lossCurve(
    { "a 1": run(0.9), "a 2": run(0.92), "b 1": run(0.95) },
    { show: "validation", group: (name) => name.slice(0, 1) },
  );
  const text = svg.outerHTML;
  for (const label of ["a 1: 0.900", "b 1: 0.950", "validation loss: mean"]) {
    assert.ok(text.includes(label), label);
  }
  assert.doesNotMatch(text, /0\.800/); // no training loss
  const strokes = [...text.matchAll(/fill="(#\w{6})"[^>]*>[ab] \d: /g)]
    .map(([, color]) => color);
  const [first, second] = [seriesStyle(0).color, seriesStyle(1).color];
  assert.deepEqual(strokes.toSorted(), [first, first, second].toSorted());
  assert.equal(
    svg.getAttribute("aria-label"),
    "Lowest validation loss: a 1, after epoch 2: 0.900 stars",
  );
  assert.throws(
    () => lossCurve(run(1), { show: "none" as "both" }),
    /show as it must be/,
  );
  assert.throws(
    () => lossCurve(run(1), { group: "a" as unknown as () => string }),
    {
      name: "TypeError",
      message: /group as it must be a function/,
    },
  );
});
