import assert from "node:assert/strict";
import {
  networkDiagram,
  ratingHeatmap,
  sideBySide,
} from "stacked-autoencoders";
import { checkFigure, textsOf } from "./_check_figure.ts";

const row = () =>
  ratingHeatmap([[1, undefined, 0]], { title: "The row", width: 240 });
const network = () =>
  networkDiagram([3, 2, 3], {
    title: "What reads it",
    values: [[1, 0, -1], undefined, undefined],
    arrow: { direction: "forward", text: "encode, decode" },
    width: 420,
  });
const title = "One row goes in";

Deno.test("sideBySide() draws a table beside the network that reads it", () =>
  checkFigure(
    "side-by-side",
    () => sideBySide([row(), network()], { title, subtitle: "slide 13" }),
  ));

Deno.test("sideBySide() keeps each figure's size, texts and words", () => {
  const [left, right] = [row(), network()];
  const both = sideBySide([left, right], { title });
  assert.equal(both.getAttribute("width"), String(240 + 8 + 420));
  assert.deepEqual(textsOf(both), [
    title,
    ...textsOf(left),
    ...textsOf(right),
  ]);
  const words = (svg: SVGSVGElement) => svg.querySelector("desc")?.textContent;
  assert.equal(
    words(both),
    `The row: ${words(left)} What reads it: ${words(right)}`,
  );
});

Deno.test("sideBySide() is one image: its parts say nothing a second time", () => {
  const both = sideBySide([row(), network()], { title });
  assert.equal(both.getAttribute("role"), "img");
  assert.equal(both.querySelectorAll("desc").length, 1);
  assert.equal(both.querySelectorAll("[role], [aria-label]").length, 0);
});

Deno.test("sideBySide() leaves the figures as they were", () => {
  const left = row();
  const before = left.outerHTML;
  sideBySide([left, network()], { title });
  assert.equal(left.outerHTML, before);
});

Deno.test("sideBySide() refuses what is no figure, one alone, and no title", () => {
  assert.throws(
    () => sideBySide([row()], { title }),
    /at least two: current number is 1/,
  );
  assert.throws(
    () => sideBySide([row(), "figure" as unknown as SVGSVGElement], { title }),
    /current value at place 1 is figure/,
  );
  assert.throws(
    () => sideBySide([row(), network()], { title: "" }),
    /title must be a text/,
  );
});
