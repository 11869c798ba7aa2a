import { house } from "./house_style.ts";
import {
  besideUnit,
  type NetworkLayout,
  resultArrow,
} from "./_network_layout.ts";
import type { NetworkDiagramOptions } from "./network_diagram_options.ts";
import { svgElement } from "./_svg_element.ts";
import { textWidth } from "./_text.ts";
import { present, writtenAlike } from "./_written.ts";

/** The deck's colours: yellow, green, red; pale, since ink is written on them. */
export const layerColors = {
  input: { fill: "#ffe08a", stroke: "#7a5600" },
  hidden: { fill: "#b5e3c4", stroke: "#00603f" },
  output: { fill: "#ffc4bd", stroke: "#a3201a" },
} as const;

const halo = {
  stroke: house.paper,
  "stroke-width": 4,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
} as const;

/** Units with their values and names, the gaps, and the results. */
export function networkNodes(
  { columns, radius }: NetworkLayout,
  options: NetworkDiagramOptions,
): SVGElement[] {
  const { values, active, labels, result } = options;
  const last = columns.length - 1;
  const results = Array.from(
    result?.values ?? [],
    options.format ?? writtenAlike(result?.values ?? []),
  );
  const elements: SVGElement[] = [];
  columns.forEach(({ x, places, gapY }, layer) => {
    const { fill, stroke } = layerColors[
      layer === 0 ? "input" : layer === last ? "output" : "hidden"
    ];
    const format = options.format ?? writtenAlike(present(values?.[layer]));
    for (const { unit, y } of places) {
      const pointed = active?.[layer]?.includes(unit) ?? false;
      elements.push(svgElement("circle", {
        cx: x,
        cy: y,
        r: radius,
        fill,
        stroke,
        "stroke-width": pointed ? 4 : 1.25,
      }));
      const value = values?.[layer]?.[unit];
      const bold: Record<string, number> = pointed
        ? { "font-weight": 600 }
        : {};
      if (value !== undefined) {
        elements.push(
          svgElement("text", { x, y, dy: "0.35em", ...bold }, format(value)),
        );
      }
      const name = labels?.[layer]?.[unit];
      let right = x + radius + besideUnit;
      if (layer === last && result !== undefined) {
        right = drawResult(elements, x + radius, y, {
          text: results[unit],
          best: result.values[unit] === mostOf(result.values),
          room: Math.max(
            ...results.map((text) => textWidth(text, house.fontSize, true)),
          ),
        });
      }
      if (name === undefined) continue;
      const place: Record<string, string | number> = layer === 0
        ? { x: x - radius - besideUnit, y, dy: "0.35em", "text-anchor": "end" }
        : layer === last
        ? { x: right, y, dy: "0.35em", "text-anchor": "start" }
        : { x, y: y + radius + 14, ...halo };
      elements.push(svgElement("text", { ...place, ...bold }, name));
    }
    if (gapY !== undefined) {
      for (const dy of [-8, 0, 8]) {
        elements.push(
          svgElement("circle", {
            cx: x,
            cy: gapY + dy,
            r: 2,
            fill: house.quiet,
          }),
        );
      }
    }
  });
  return elements;
}

/** An arrow and a number; returns where the next text may begin. */
function drawResult(
  elements: SVGElement[],
  x: number,
  y: number,
  { text, best, room }: { text: string; best: boolean; room: number },
): number {
  const tip = x + resultArrow;
  elements.push(
    svgElement("path", {
      d: `M${x + 4},${y}H${tip - 2}M${tip - 7},${y - 4}L${tip - 2},${y}L${
        tip - 7
      },${y + 4}`,
      fill: "none",
      stroke: house.quiet,
    }),
    svgElement("text", {
      x: tip + 4,
      y,
      dy: "0.35em",
      "text-anchor": "start",
      ...best ? { "font-weight": 600 } : {},
    }, text),
  );
  return tip + 4 + room + besideUnit;
}

function mostOf(values: ArrayLike<number>): number {
  return Math.max(...Array.from(values));
}
