import type { Sides } from "./figure_parts.ts";
import { house } from "./house_style.ts";
import { svgElement } from "./_svg_element.ts";
import { textWidth, wrapText } from "./_text.ts";

/** A label beside the end of a line, in place of a legend. */
export interface PlacedLabel {
  /** Where the line ends, in pixels from the figure's top left corner. */
  readonly x: number;
  readonly y: number;
  /** Where the label begins at the earliest, in pixels; by default at `x`. */
  readonly beyond?: number;
  /** What the line is, with its last value. */
  readonly text: string;
  readonly color: string;
}

/** Distance between a line's end and its label, in pixels. */
const reach = 24;
const widest = 180;
const lineHeight = house.fontSize * 1.2;

/** The room to the right of the frame that labels need, in pixels. */
export function labelRoom(labels: readonly { readonly text: string }[]) {
  const widths = labels.flatMap(({ text }) =>
    wrapText(text, widest, house.fontSize).map((line) =>
      textWidth(line, house.fontSize)
    )
  );
  return Math.ceil(reach + Math.max(0, ...widths) + 10);
}

/**
 * Writes each label to the right of its line's end, with a thin leader. Labels
 * of lines that end near each other share a column, moved apart.
 */
export function directLabels(
  labels: readonly PlacedLabel[],
  frame: Sides,
): SVGElement[] {
  const boxes = labels.map((label) => {
    const lines = wrapText(label.text, widest, house.fontSize);
    return {
      color: label.color,
      lines,
      size: lines.length * lineHeight,
      x: label.x,
      y: label.y,
      from: Math.max(label.x, label.beyond ?? label.x),
    };
  });
  boxes.sort((a, b) => b.from - a.from);
  const columns: (typeof boxes)[] = [];
  for (const box of boxes) {
    const column = columns.at(-1);
    if (column && column[0].from - box.from < widest) column.push(box);
    else columns.push([box]);
  }
  return columns.flatMap((column) => {
    const x = column[0].from + reach;
    return spread(column, frame).flatMap((box) => [
      svgElement("path", {
        d: `M${box.x + 8},${box.y}L${x - reach + 8},${box.y}L${
          x - 4
        },${box.at}`,
        stroke: box.color,
        fill: "none",
      }),
      ...box.lines.map((line, index) =>
        svgElement("text", {
          x,
          y: box.at + (index - (box.lines.length - 1) / 2) * lineHeight,
          dy: "0.35em",
          "text-anchor": "start",
          fill: box.color,
          // A halo, for labels that stand among the lines.
          stroke: house.paper,
          "stroke-width": 4,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        }, line)
      ),
    ]);
  });
}

/** Moves boxes apart, centres in their order, until none overlap or leave the frame. */
export function spread<T extends { readonly y: number; readonly size: number }>(
  boxes: readonly T[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): (T & { at: number })[] {
  const placed = boxes.map((box) => ({ ...box, at: box.y }));
  placed.sort((a, b) => a.y - b.y);
  let free = top;
  for (const box of placed) {
    box.at = Math.max(box.at, free + box.size / 2);
    free = box.at + box.size / 2;
  }
  free = bottom;
  for (const box of placed.toReversed()) {
    box.at = Math.min(box.at, free - box.size / 2);
    free = box.at - box.size / 2;
  }
  return placed;
}
