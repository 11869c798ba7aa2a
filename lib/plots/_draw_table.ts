import { finishFigure } from "./_finish_figure.ts";
import { heading } from "./_heading.ts";
import { house, seriesColors } from "./house_style.ts";
import { requireRoom } from "./_require_room.ts";
import { svgElement } from "./_svg_element.ts";
import { textWidth, wrapText } from "./_text.ts";

/** One cell of a drawn table. */
export interface DrawnCell {
  readonly text: string;
  /**
   * From 0, pale, to 1, dark; below 0, to −1, in the other colour; `undefined`
   * leaves the paper.
   */
  readonly shade?: number;
  /** What was computed, not given: in italics on a dashed cell. */
  readonly predicted?: boolean;
}

/** Cells that are pointed out together, by row and column from 0. */
export interface Highlight {
  /** What they have in common; written under the table. */
  readonly name: string;
  /** Row and column of each, from 0. */
  readonly cells: readonly (readonly [row: number, column: number])[];
}

/** All that a table of cells is drawn from. */
export interface DrawnTable {
  readonly title: string;
  readonly subtitle?: string;
  readonly description: string;
  /** In pixels. */
  readonly width: number;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** What the columns are, over their labels. */
  readonly columnsAre?: string;
  /** What the rows are, over their labels. */
  readonly rowsAre?: string;
  readonly cells: readonly (readonly DrawnCell[])[];
  readonly highlights?: readonly Highlight[];
  /** Sentences under the table. */
  readonly notes?: readonly string[];
  /** A legend of shades under the table, with what they stand for. */
  readonly scale?: {
    readonly shades: readonly number[];
    readonly text: string;
  };
}

const rowHeight = 30;
const frames = [
  { color: seriesColors[0], dash: "none" },
  { color: seriesColors[1], dash: "7 3" },
  { color: seriesColors[2], dash: "2 2" },
  { color: seriesColors[3], dash: "9 3 2 3" },
];

/** Draws cells with their texts, shades and frames. */
export function drawTable(table: DrawnTable): SVGSVGElement {
  const { title, subtitle, width, rowLabels, columnLabels, cells } = table;
  const { highlights = [], notes = [], scale, rowsAre, columnsAre } = table;
  const head = heading({ title, subtitle, width });
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((it) => textWidth(it, house.fontSize)));
  const named = rowsAre !== undefined || columnsAre !== undefined;
  const left = house.side +
    Math.ceil(widest([...rowLabels, rowsAre ?? ""])) + 10;
  const texts = cells.flat().map(({ text }) => text);
  const least = Math.ceil(widest([...texts, ...columnLabels])) + 12;
  requireRoom("width", width, left + house.side + least * columnLabels.length);
  const cellWidth = Math.min(
    96,
    Math.floor((width - left - house.side) / columnLabels.length),
  );
  const top = head.height + (named ? 26 : 6) + 22;
  const x = (column: number) => left + column * cellWidth;
  const y = (row: number) => top + row * rowHeight;

  const elements: SVGElement[] = [];
  const say = (
    text: string,
    place: Readonly<Record<string, string | number>>,
  ) => elements.push(svgElement("text", { dy: "0.35em", ...place }, text));
  if (rowsAre !== undefined) {
    say(rowsAre, { x: left - 10, y: top - 12, ...atEnd });
  }
  if (columnsAre !== undefined) {
    say(columnsAre, { x: x(columnLabels.length / 2), y: top - 34, ...quiet });
  }
  columnLabels.forEach((label, column) =>
    say(label, { x: x(column + 0.5), y: top - 12 })
  );
  cells.forEach((row, at) => {
    const middle = y(at + 0.5);
    say(rowLabels[at], { x: left - 10, y: middle, "text-anchor": "end" });
    row.forEach(({ text, shade, predicted = false }, column) => {
      if (text === "") return; // a blank is blank
      elements.push(svgElement("rect", {
        ...{ x: x(column) + 1, y: y(at) + 1 },
        ...{ width: cellWidth - 2, height: rowHeight - 2 },
        fill: shade === undefined ? house.paper : shadeColor(shade),
        stroke: predicted ? house.quiet : house.grid,
        ...predicted ? { "stroke-dasharray": "3 3" } : {},
      }));
      const style: Record<string, string> = predicted
        ? { "font-style": "italic" }
        : {};
      say(text, { x: x(column + 0.5), y: middle, ...style });
    });
  });
  highlights.forEach(({ cells }, index) => {
    const { color, dash } = frames[index % frames.length];
    const frame = {
      fill: "none",
      stroke: color,
      "stroke-width": 3,
      ...dash === "none" ? {} : { "stroke-dasharray": dash },
    };
    for (const [row, column] of cells) {
      elements.push(svgElement("rect", {
        ...{ x: x(column) + 2, y: y(row) + 2 },
        ...{ width: cellWidth - 4, height: rowHeight - 4, ...frame },
      }));
    }
  });
  let below = y(cells.length) + 10;
  highlights.forEach(({ name }, index) => {
    const { color, dash } = frames[index % frames.length];
    elements.push(svgElement("rect", {
      ...{ x: house.side, y: below + 2, width: 22, height: 14, fill: "none" },
      ...{ stroke: color, "stroke-width": 3 },
      ...dash === "none" ? {} : { "stroke-dasharray": dash },
    }));
    const room = width - 2 * house.side - 32;
    for (const line of wrapText(name, room, house.fontSize)) {
      say(line, { x: house.side + 32, y: below + 9, "text-anchor": "start" });
      below += 20;
    }
    below += 4;
  });
  for (const note of notes) {
    for (const line of wrapText(note, width - 2 * house.side, house.fontSize)) {
      say(line, { x: house.side, y: below + 9, ...quiet, ...fromStart });
      below += 20;
    }
  }
  if (scale !== undefined) {
    scale.shades.forEach((shade, at) =>
      elements.push(svgElement("rect", {
        ...{ x: house.side + 22 * at, y: below + 2, width: 22, height: 14 },
        ...{ fill: shadeColor(shade), stroke: house.grid },
      }))
    );
    const x = house.side + 22 * scale.shades.length + 10;
    say(scale.text, { x, y: below + 9, ...quiet, ...fromStart });
    below += 20;
  }
  const height = Math.ceil(below + 10);
  const svg = svgElement("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "text-anchor": "middle",
  }) as SVGSVGElement;
  svg.append(...elements);
  return finishFigure(svg, { ...table, height, heading: head.elements });
}

const quiet = { fill: house.quiet };
const fromStart = { "text-anchor": "start" };
const atEnd = { "text-anchor": "end", ...quiet };

/**
 * Blue on which ink can be read, from the paper at 0 to a middle shade at 1;
 * orange below 0.
 */
export function shadeColor(share: number): string {
  const pale = [0xff, 0xff, 0xff];
  const dark = share < 0 ? [0xf2, 0xa9, 0x6b] : [0x8f, 0xb8, 0xe2];
  const parts = pale.map((from, at) =>
    Math.round(from + Math.abs(share) * (dark[at] - from))
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
