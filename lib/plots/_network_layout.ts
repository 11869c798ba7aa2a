import { house } from "./house_style.ts";
import type {
  LayerGroup,
  NetworkDiagramOptions,
} from "./network_diagram_options.ts";
import { legendEntries, legendPitch } from "./_network_legend.ts";
import { requireRoom } from "./_require_room.ts";
import { textWidth } from "./_text.ts";
import { present, writtenAlike } from "./_written.ts";

/** One unit that is drawn. */
export interface Place {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** One layer as it is drawn. */
export interface Column {
  readonly x: number;
  readonly places: readonly Place[];
  /** Where ⋮ stands, in a layer of which not all units are drawn. */
  readonly gapY?: number;
}

/** A box around layers, in pixels. */
export interface PlacedBox extends LayerGroup {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where everything stands, in pixels. */
export interface NetworkLayout {
  readonly radius: number;
  readonly columns: readonly Column[];
  /** What stands under each layer: its name, and its size where ⋮ stands. */
  readonly captions: readonly string[];
  readonly boxes: readonly PlacedBox[];
  /** The line of the arrow, of the names, of the spans, of the legend. */
  readonly arrowY: number;
  readonly namesY: number;
  readonly spansY: number;
  readonly legendY: number;
  readonly height: number;
}

/** From a unit to what is written beside it. */
export const besideUnit = 10;
/** The arrow from an output to its result. */
export const resultArrow = 30;

const boxPadding = 12;
const boxName = 20;

/** Places layers from left to right, each in the middle of the height. */
export function networkLayout(
  layers: readonly number[],
  options: NetworkDiagramOptions,
  headingHeight: number,
): NetworkLayout {
  const { width = 720, most = 8, values, labels, format } = options;
  const { names, spans = [], boxes = [], arrow, weights, result } = options;
  const widest = (texts: readonly string[] = [], bold = false) =>
    Math.max(0, ...texts.map((it) => textWidth(it, house.fontSize, bold)));
  const inside = widest(
    values?.flatMap((row) => {
      const numbers = present(row);
      return numbers.map(format ?? writtenAlike(numbers));
    }),
    true,
  );
  const radius = Math.max(15, Math.ceil(inside / 2) + 4);
  const labelled = labels?.slice(1, -1).some((row) => row !== undefined);
  const pitch = Math.max(44, 2 * radius + 14) + (labelled ? 12 : 0);

  // Boxes that hold others stand further out.
  const depths = boxes.map((box) => depthOf(box, boxes));
  const around = (depth: number) => boxPadding + depth * (boxName + 6);
  const deepest = boxes.length === 0 ? 0 : around(Math.max(...depths));
  const sideways = (depth: number) => boxPadding + depth * 8;
  const outside = boxes.length === 0 ? 0 : sideways(Math.max(...depths));

  const beside = (texts: readonly string[] | undefined) =>
    texts === undefined ? 0 : besideUnit + widest(texts, true);
  const results = result === undefined ? undefined : Array.from(
    result.values,
    format ?? writtenAlike(result.values),
  );
  const resultWidth = results === undefined ? 0 : resultArrow + 4 +
    Math.max(widest(results, true), widest([result!.name])) +
    (labels?.at(-1) === undefined ? 0 : besideUnit);
  const shown = layers.map((units) => shownUnits(units, most));
  const captions = layers.map((units, layer) =>
    captionOf(
      names?.[layer],
      shown[layer].includes(undefined) ? units : undefined,
    )
  );
  const left = house.side + Math.max(
    outside + beside(labels?.[0]) + radius,
    widest(captions.slice(0, 1)) / 2,
  );
  const right = width - house.side - Math.max(
    outside + radius + resultWidth + beside(labels?.at(-1)),
    widest(captions.slice(-1)) / 2,
  );
  requireRoom("width", width, width - right + left + 60 * (layers.length - 1));

  const rows = Math.max(...shown.map((slots) => slots.length));
  const arrowY = headingHeight + 34;
  const top = (arrow === undefined ? headingHeight : arrowY + 10) + 6 +
    deepest + (boxes.length === 0 ? 0 : boxName);
  const middle = top + rows * pitch / 2;
  const columns = shown.map((slots, layer): Column => {
    const x = left + (right - left) * layer / (layers.length - 1);
    const y = (slot: number) =>
      middle + (slot - (slots.length - 1) / 2) * pitch;
    const places = slots.flatMap((unit, slot) =>
      unit === undefined ? [] : [{ unit, x, y: y(slot) }]
    );
    const gap = slots.indexOf(undefined);
    return { x, places, gapY: gap < 0 ? undefined : y(gap) };
  });
  const placed = boxes.map((box, index): PlacedBox => {
    const inside = columns.slice(box.from, box.to + 1);
    const ys = inside.flatMap(({ places }) => places.map(({ y }) => y));
    const [upright, across] = [around(depths[index]), sideways(depths[index])];
    return {
      ...box,
      left: inside[0].x - radius - across,
      right: inside.at(-1)!.x + radius + across,
      top: Math.min(...ys) - radius - upright,
      bottom: Math.max(...ys) + radius + boxPadding + 8 * depths[index] +
        (labelled ? 12 : 0),
    };
  });

  let y = middle + rows * pitch / 2 + outside;
  const namesY = result || captions.some((text) => text !== "") ? y += 18 : y;
  const spansY = spans.length > 0 ? (y += 34) - 12 : y;
  const legendY = weights ? y += 26 : y;
  const legendLines = legendEntries(options).map(({ line }) => line);
  y += legendPitch * Math.max(0, ...legendLines);
  return {
    ...{
      radius,
      columns,
      captions,
      boxes: placed,
      arrowY,
      namesY,
      spansY,
      legendY,
    },
    height: Math.ceil(y + 16),
  };
}

function captionOf(name = "", units?: number): string {
  const size = units === undefined ? "" : `${units} units`;
  return [name, size].filter((part) => part !== "").join(", ");
}

/** The units of a layer from top to bottom; `undefined` is ⋮. */
function shownUnits(units: number, most: number): (number | undefined)[] {
  if (units <= most) return Array.from({ length: units }, (_, unit) => unit);
  const last = Math.floor((most - 1) / 2);
  const first = most - 1 - last;
  return [
    ...Array.from({ length: first }, (_, unit) => unit),
    undefined,
    ...Array.from({ length: last }, (_, unit) => units - last + unit),
  ];
}

/** How many boxes stand within this one, one in the other. */
function depthOf(box: LayerGroup, boxes: readonly LayerGroup[]): number {
  const within = boxes.filter((other) =>
    other.from >= box.from && other.to <= box.to &&
    other.to - other.from < box.to - box.from
  );
  return within.length === 0
    ? 0
    : 1 + Math.max(...within.map((other) => depthOf(other, boxes)));
}
