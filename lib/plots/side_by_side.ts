import { requireKnown } from "../autoencoder/_options.ts";
import { finishFigure } from "./_finish_figure.ts";
import { heading } from "./_heading.ts";
import { requireText } from "./_options.ts";
import { svgElement } from "./_svg_element.ts";

/** How {@linkcode sideBySide} draws. */
export interface SideBySideOptions {
  /** The heading over all figures: what they show together. */
  readonly title: string;
  /** A second line under the heading. None by default. */
  readonly subtitle?: string;
  /** The picture in words. By default the figures' own words, from the left. */
  readonly description?: string;
}

/** Between two figures, in pixels. */
const gap = 8;

/**
 * Puts figures of this library next to each other, as one figure: a table beside
 * the network that reads it. Each keeps its size, its heading and its words; lower
 * ones stand in the middle of the height.
 *
 * @param figures From left to right; at least two.
 * @param options See {@linkcode SideBySideOptions}; `title` is needed.
 * @returns One `<svg>`, as wide as all figures together, which displays itself as
 * the last line of a cell.
 * @throws {RangeError} If there are fewer than two figures.
 * @throws {TypeError} If there is no title, or one of them is no figure.
 *
 * @example A user's row beside the network
 * ```ts
 * import { networkDiagram, ratingHeatmap, sideBySide } from "stacked-autoencoders/plots";
 *
 * const svg = sideBySide([
 *   ratingHeatmap([[1, 0]], { title: "The row", width: 240 }),
 *   networkDiagram([2, 1, 2], { title: "What reads it", width: 400 }),
 * ], { title: "One row goes in" });
 * const words = svg.querySelector("desc")?.textContent ?? "";
 * if (!words.startsWith("The row: Table of 1 rows")) throw new Error(words);
 * if (svg.getAttribute("width") !== "648") throw new Error("240 + 8 + 400");
 * ```
 */
export function sideBySide(
  figures: readonly SVGSVGElement[],
  options: SideBySideOptions,
): SVGSVGElement {
  if (!Array.isArray(figures) || figures.length < 2) {
    throw new RangeError(
      `Cannot put figures side by side as there must be at least two: current number is ${figures?.length}`,
    );
  }
  const known = ["title", "subtitle", "description"];
  requireKnown("option of sideBySide", options, known);
  requireText("figures side by side", "title", options?.title);
  const { title, subtitle } = options;
  const parts = figures.map(partOf);
  const { description = parts.map(({ words }) => words).join(" ") } = options;
  const width = parts.reduce((sum, part) => sum + part.width + gap, -gap);
  const head = heading({ title, subtitle, width });
  const tallest = Math.max(...parts.map((part) => part.height));
  const height = head.height + tallest;
  const svg = svgElement("svg", {
    ...{ width, height, viewBox: `0 0 ${width} ${height}` },
  }) as SVGSVGElement;
  let x = 0;
  for (const part of parts) {
    const y = head.height + (tallest - part.height) / 2;
    part.group.setAttribute("transform", `translate(${x},${y})`);
    svg.append(part.group);
    x += part.width + gap;
  }
  return finishFigure(svg, {
    ...{ title, description, width, height },
    heading: head.elements,
  });
}

/** A copy that is part of a larger figure: what it says is said there. */
function partOf(figure: SVGSVGElement, at: number) {
  const [width, height] = ["width", "height"].map((side) =>
    Number(figure?.getAttribute?.(side) ?? NaN)
  );
  const desc = figure?.querySelector?.("desc")?.textContent;
  const title = figure?.getAttribute?.("aria-label");
  if (!(width > 0 && height > 0) || !desc || !title) {
    throw new TypeError(
      `Cannot put figures side by side as each must be a figure of this library: current value at place ${at} is ${figure}`,
    );
  }
  const group = svgElement("g", {});
  const anchor = figure.getAttribute("text-anchor");
  if (anchor !== null) group.setAttribute("text-anchor", anchor);
  const copy = figure.cloneNode(true) as SVGSVGElement;
  copy.querySelector("desc")!.remove();
  group.append(...copy.childNodes);
  return { group, width, height, words: `${title}: ${desc}` };
}
