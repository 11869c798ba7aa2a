import { house, seriesColors } from "./house_style.ts";
import type { NetworkLayout } from "./_network_layout.ts";
import type { NetworkDiagramOptions } from "./network_diagram_options.ts";
import { svgElement } from "./_svg_element.ts";
import { textWidth } from "./_text.ts";
import { written } from "./_written.ts";

/** How signs are told apart, with and without colour. */
const positive = { color: seriesColors[0], dash: "none" };
const negative = { color: seriesColors[1], dash: "6 4" };
const pale = "#c4c4cc";

/** A line for each pair of units that are drawn, the pointed out ones on top. */
export function networkEdges(
  { columns, radius }: NetworkLayout,
  options: NetworkDiagramOptions,
): SVGElement[] {
  const { weights, active } = options;
  const widest = options.widest ?? largest(weights);
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

/** What colour, dash and width stand for. */
export function networkLegend(
  { legendY }: NetworkLayout,
  options: NetworkDiagramOptions,
): SVGElement[] {
  const { weights } = options;
  if (weights === undefined) return [];
  const all = weights.flatMap((matrix) =>
    matrix.flatMap((row) => Array.from(row))
  );
  const entries = [
    ...all.some((weight) => weight > 0)
      ? [{ ...positive, text: "positive weight" }]
      : [],
    ...all.some((weight) => weight < 0)
      ? [{ ...negative, text: "negative weight" }]
      : [],
  ];
  const widest = options.widest ?? largest(weights);
  let x = house.side;
  const elements: SVGElement[] = [];
  for (const { color, dash, text } of entries) {
    elements.push(
      svgElement("line", {
        x1: x,
        x2: x + 32,
        y1: legendY,
        y2: legendY,
        stroke: color,
        "stroke-width": 3,
        ...dash === "none" ? {} : { "stroke-dasharray": dash },
      }),
      legendText(x + 40, legendY, text),
    );
    x += 40 + textWidth(text, house.fontSize) + 20;
  }
  elements.push(
    legendText(x, legendY, `width: size, up to ${written(widest)}`),
  );
  return elements;
}

function legendText(x: number, y: number, text: string): SVGElement {
  return svgElement("text", {
    ...{ x, y, dy: "0.35em", "text-anchor": "start", fill: house.quiet },
  }, text);
}

function largest(weights: NetworkDiagramOptions["weights"] = []): number {
  let most = 0;
  for (const row of weights.flat()) {
    for (let at = 0; at < row.length; at++) {
      most = Math.max(most, Math.abs(row[at]));
    }
  }
  return most || 1;
}
