import { house } from "./house_style.ts";
import { largestWeight, negative, positive } from "./_network_legend.ts";
import type { NetworkLayout } from "./_network_layout.ts";
import type { NetworkDiagramOptions } from "./network_diagram_options.ts";
import { svgElement } from "./_svg_element.ts";

const pale = "#c4c4cc";

/** A line for each pair of units that are drawn, the pointed out ones on top. */
export function networkEdges(
  { columns, radius }: NetworkLayout,
  options: NetworkDiagramOptions,
): SVGElement[] {
  const { weights, active } = options;
  const widest = options.widest ?? largestWeight(weights);
  const isActive = (layer: number, unit: number) =>
    active?.[layer]?.includes(unit) ?? false;
  const below: SVGElement[] = [];
  const above: SVGElement[] = [];
  columns.slice(0, -1).forEach(({ places }, layer) => {
    for (const from of places) {
      for (const to of columns[layer + 1].places) {
        const weight = weights?.[layer][from.unit][to.unit];
        if (weight === 0) continue;
        const pointed = isActive(layer, from.unit) &&
          isActive(layer + 1, to.unit);
        const sign = weight === undefined
          ? { color: pointed ? house.accent : "#8a8a94", dash: "none" }
          : weight > 0
          ? positive
          : negative;
        const size = weight === undefined
          ? (pointed ? 2.5 : 1)
          : 0.5 + 3.5 * Math.min(1, Math.abs(weight) / widest);
        const faded = active !== undefined && !pointed;
        (pointed ? above : below).push(svgElement("line", {
          x1: from.x + radius,
          y1: from.y,
          x2: to.x - radius,
          y2: to.y,
          stroke: faded ? pale : sign.color,
          "stroke-width": (faded ? size / 2 : size).toFixed(2),
          ...sign.dash === "none" ? {} : { "stroke-dasharray": sign.dash },
        }));
      }
    }
  });
  return [...below, ...above];
}
