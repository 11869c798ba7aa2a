import { house, seriesColors } from "./house_style.ts";
import type { NetworkLayout, PlacedBox } from "./_network_layout.ts";
import type { NetworkDiagramOptions } from "./network_diagram_options.ts";
import { svgElement } from "./_svg_element.ts";

/** Boxes around layers with their names, below all else. */
export function networkBoxes(
  { boxes, columns }: NetworkLayout,
): { readonly below: SVGElement[]; readonly above: SVGElement[] } {
  const last = columns.length - 1;
  const below: SVGElement[] = [];
  const above: SVGElement[] = [];
  boxes.forEach((box, index) => {
    // An encoder and the decoder that mirrors it have one colour; the decoder
    // is dashed.
    const mirror = boxes.findIndex(({ from, to }) =>
      from === last - box.to && to === last - box.from
    );
    const mirrored = mirror >= 0 && mirror < index;
    const color = seriesColors[
      (mirrored ? mirror : index) % seriesColors.length
    ];
    const { left, right, top, bottom } = box;
    below.push(svgElement("rect", {
      ...{ x: left, y: top, width: right - left, height: bottom - top, rx: 10 },
      fill: color,
      "fill-opacity": 0.05,
      stroke: color,
      "stroke-width": 1.5,
      ...mirrored ? { "stroke-dasharray": "7 4" } : {},
    }));
    above.push(svgElement("text", {
      x: middleOf(box, boxes),
      y: top - 7,
      fill: color,
      "font-weight": 600,
    }, box.name));
  });
  return { below, above };
}

/** The middle of that part of a box's upper side which no other box crosses. */
function middleOf(box: PlacedBox, boxes: readonly PlacedBox[]): number {
  let { left, right } = box;
  for (const other of boxes) {
    if (other.top > box.top || other.bottom < box.top) continue;
    const holds = other.left <= box.left && other.right >= box.right;
    if (holds) continue;
    if (other.left < left && other.right > left) left = other.right;
    if (other.right > right && other.left < right) right = other.left;
  }
  return left < right ? (left + right) / 2 : (box.left + box.right) / 2;
}

/** Names and brackets under the layers, and the arrow over them. */
export function networkCaptions(
  { columns, captions, radius, arrowY, namesY, spansY }: NetworkLayout,
  options: NetworkDiagramOptions,
): SVGElement[] {
  const { spans = [], arrow, result } = options;
  const elements: SVGElement[] = [];
  columns.forEach(({ x }, layer) => {
    if (captions[layer] === "") return;
    const place = { x, y: namesY, fill: house.quiet };
    elements.push(svgElement("text", place, captions[layer]));
  });
  if (result !== undefined) {
    const x = columns.at(-1)!.x + radius + 34;
    elements.push(svgElement("text", {
      ...{ x, y: namesY, fill: house.quiet, "text-anchor": "start" },
    }, result.name));
  }
  for (const { from, to, name } of spans) {
    const [left, right] = [columns[from].x + 6, columns[to].x - 6];
    elements.push(
      svgElement("path", {
        d: `M${left},${spansY - 14}v6H${right}v-6`,
        fill: "none",
        stroke: house.quiet,
      }),
      svgElement("text", { x: (left + right) / 2, y: spansY + 8 }, name),
    );
  }
  if (arrow !== undefined) {
    const forward = arrow.direction === "forward";
    const [left, right] = [columns[0].x, columns.at(-1)!.x];
    const color = seriesColors[forward ? 0 : 1];
    const [tip, back] = forward ? [right, right - 10] : [left, left + 10];
    elements.push(
      svgElement("path", {
        d: `M${left},${arrowY}H${right}`,
        stroke: color,
        "stroke-width": 2.5,
        ...forward ? {} : { "stroke-dasharray": "7 4" },
      }),
      svgElement("path", {
        d: `M${back},${arrowY - 6}L${tip},${arrowY}L${back},${arrowY + 6}Z`,
        fill: color,
      }),
      svgElement("text", {
        ...{ x: (left + right) / 2, y: arrowY - 9, fill: color },
      }, arrow.text),
    );
  }
  return elements;
}
