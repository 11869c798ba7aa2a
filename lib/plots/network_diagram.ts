import { finishFigure } from "./_finish_figure.ts";
import { heading } from "./_heading.ts";
import { networkEdges } from "./_network_edges.ts";
import { networkBoxes, networkCaptions } from "./_network_frame.ts";
import { networkLayout } from "./_network_layout.ts";
import { networkLegend } from "./_network_legend.ts";
import { networkNodes } from "./_network_nodes.ts";
import { networkDescription } from "./_network_words.ts";
import type { NetworkDiagramOptions } from "./network_diagram_options.ts";
import { requireNetwork } from "./_require_network.ts";
import { svgElement } from "./_svg_element.ts";

/**
 * Draws a fully connected network from left to right: input yellow, hidden
 * layers green, output red. A positive weight is a solid blue line, a negative
 * one dashed and orange, each as wide as it is large.
 *
 * @param layers The number of units of each layer, from the input; at least two.
 * @param options See {@linkcode NetworkDiagramOptions}.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If weights, values or names do not fit the layers, or a
 * number is not finite; the message names its place.
 *
 * @example An autoencoder
 * ```ts
 * import { networkDiagram } from "stacked-autoencoders/plots";
 *
 * const svg = networkDiagram([6, 3, 6], {
 *   spans: [{ from: 0, to: 1, name: "Encoding" }, { from: 1, to: 2, name: "Decoding" }],
 * });
 * const lines = svg.querySelectorAll("line").length;
 * if (lines !== 6 * 3 + 3 * 6) throw new Error(`${lines} lines`);
 * ```
 *
 * @example The way of one input, with a value in each unit
 * ```ts
 * import { networkDiagram } from "stacked-autoencoders/plots";
 *
 * const svg = networkDiagram([2, 1], {
 *   weights: [[[1], [-1]]],
 *   values: [[1, 0], [1]],
 *   active: [[0], [0]],
 * });
 * const words = svg.querySelector("desc")?.textContent ?? "";
 * if (!words.includes("Values of output: 1.")) throw new Error(words);
 * ```
 */
export function networkDiagram(
  layers: readonly number[],
  options: NetworkDiagramOptions = {},
): SVGSVGElement {
  requireNetwork(layers, options);
  const { title = `${layers.join("–")} network`, subtitle, width = 720 } =
    options;
  const { description = networkDescription(layers, options) } = options;
  const head = heading({ title, subtitle, width });
  const layout = networkLayout(layers, options, head.height);
  const { height } = layout;
  const svg = svgElement("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "text-anchor": "middle",
  }) as SVGSVGElement;
  const boxes = networkBoxes(layout);
  svg.append(
    ...boxes.below,
    ...networkEdges(layout, options),
    ...boxes.above,
    ...networkNodes(layout, options),
    ...networkCaptions(layout, options),
    ...networkLegend(layout, options),
  );
  return finishFigure(svg, {
    ...{ title, description, width, height },
    heading: head.elements,
  });
}
