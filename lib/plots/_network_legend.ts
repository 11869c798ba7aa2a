import { house, seriesColors } from "./house_style.ts";
import type { NetworkDiagramOptions } from "./network_diagram_options.ts";
import { svgElement } from "./_svg_element.ts";
import { textWidth } from "./_text.ts";
import { written } from "./_written.ts";

/** How signs are told apart, with and without colour. */
export const positive = { color: seriesColors[0], dash: "none" };
export const negative = { color: seriesColors[1], dash: "6 4" };

/** From one line of the legend to the next, in pixels. */
export const legendPitch = 20;

interface LegendEntry {
  readonly x: number;
  readonly line: number;
  readonly text: string;
  /** The stroke before the text; none where the text says all. */
  readonly stroke?: { readonly color: string; readonly dash: string };
}

/** What colour, dash and width stand for; a new line where the width ends. */
export function legendEntries(
  { weights, widest = largestWeight(weights), width = 720 }:
    NetworkDiagramOptions,
): LegendEntry[] {
  if (weights === undefined) return [];
  const all = weights.flatMap((matrix) =>
    matrix.flatMap((row) => Array.from(row))
  );
  const wanted = [
    ...all.some((weight) => weight > 0)
      ? [{ stroke: positive, text: "positive weight" }]
      : [],
    ...all.some((weight) => weight < 0)
      ? [{ stroke: negative, text: "negative weight" }]
      : [],
    { text: `width: size, up to ${written(widest)}` },
  ];
  let [x, line] = [house.side, 0];
  return wanted.map((entry): LegendEntry => {
    const taken = ("stroke" in entry ? 40 : 0) +
      textWidth(entry.text, house.fontSize);
    if (x > house.side && x + taken > width - house.side) {
      [x, line] = [house.side, line + 1];
    }
    const placed = { ...entry, x, line };
    x += taken + 20;
    return placed;
  });
}

/** The legend, from this height downwards. */
export function networkLegend(
  { legendY }: { readonly legendY: number },
  options: NetworkDiagramOptions,
): SVGElement[] {
  return legendEntries(options).flatMap(({ x, line, text, stroke }) => {
    const y = legendY + line * legendPitch;
    const at = stroke === undefined ? x : x + 40;
    const words = svgElement("text", {
      ...{ x: at, y, dy: "0.35em", "text-anchor": "start", fill: house.quiet },
    }, text);
    if (stroke === undefined) return [words];
    const { color, dash } = stroke;
    const sample = svgElement("line", {
      ...{ x1: x, x2: x + 32, y1: y, y2: y, stroke: color, "stroke-width": 3 },
      ...dash === "none" ? {} : { "stroke-dasharray": dash },
    });
    return [sample, words];
  });
}

/** The size of the largest weight; 1 where there is none. */
export function largestWeight(
  weights: NetworkDiagramOptions["weights"] = [],
): number {
  let most = 0;
  for (const row of weights.flat()) {
    for (let at = 0; at < row.length; at++) {
      most = Math.max(most, Math.abs(row[at]));
    }
  }
  return most || 1;
}
