import * as Plot from "@observablehq/plot";
import { type ComparedRow, compareRows } from "./_compared_rows.ts";
import type {
  ComparedModel,
  ComparisonBarsOptions,
} from "./comparison_options.ts";
import { comparisonDescription, comparisonTitle } from "./_comparison_words.ts";
import { drawPlot } from "./_draw_plot.ts";
import { heading } from "./_heading.ts";
import { house } from "./house_style.ts";
import { requireKnown } from "../autoencoder/_options.ts";
import { textWidth, wrapText } from "./_text.ts";

const known = [
  ...["label", "better", "title", "subtitle", "highlight", "hollow"],
  ...["fromZero", "format", "width", "height"],
];
const widestName = 220;
const lineHeight = 1.2;

/**
 * Draws how models compare by one figure, best first: a row each, with its
 * value written beside it.
 *
 * @param rows At least one.
 * @param options See {@linkcode ComparisonBarsOptions}; `label` and `better` are needed.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If there is no row, a name comes twice, or a value is not
 * a finite number.
 *
 * @example A model beside two baselines
 * ```ts
 * import { comparisonBars } from "stacked-autoencoders/plots";
 *
 * const svg = comparisonBars([
 *   { name: "always 4", value: 1.21 },
 *   { name: "bias model", value: 0.956 },
 *   { name: "autoencoder", value: 0.939 },
 * ], { label: "RMSE (stars)", better: "lower", highlight: "autoencoder" });
 * const title = svg.getAttribute("aria-label") ?? "";
 * if (!title.startsWith("autoencoder is best: 0.939")) throw new Error(title);
 * ```
 *
 * @example Shares, written as per cent
 * ```ts
 * import { comparisonBars } from "stacked-autoencoders/plots";
 *
 * const svg = comparisonBars(
 *   [{ name: "always 4", value: 0.821 }, { name: "bias model", value: 0.715 }],
 *   {
 *     label: "ratings within one star (%)",
 *     better: "higher",
 *     format: (share) => `${(100 * share).toFixed(1)} %`,
 *   },
 * );
 * if (!svg.outerHTML.includes("82.1 %, best")) throw new Error("no label");
 * ```
 */
export function comparisonBars(
  rows: readonly ComparedModel[],
  options: ComparisonBarsOptions,
): SVGSVGElement {
  requireKnown("option of comparisonBars", options, known);
  const { label, better, subtitle, width = 720 } = options;
  const compared = compareRows(rows, options);
  const { title = comparisonTitle(compared) } = options;

  const drawn: DrawnRow[] = compared.map((row) => ({
    ...row,
    lines: wrapText(row.name, widestName, house.fontSize, row.highlighted),
    label: row.best && rows.length > 1 ? `${row.written}, best` : row.written,
  }));
  const values = rows.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const { fromZero = low <= high / 2 || low === high } = options;
  const domain = fromZero
    ? [Math.min(0, low), Math.max(0, high)]
    : [low - 0.1 * (high - low), high];
  const xLabel = `${label}, ${better} is better` +
    (fromZero ? "" : "; the axis does not begin at 0");

  const margin = {
    left: house.side + 10 + widest(drawn.flatMap(({ lines }) => lines)),
    right: house.side + 14 + widest(drawn.map(({ label }) => label)),
    top: 6,
    bottom: 50,
  };
  const mostLines = Math.max(...drawn.map(({ lines }) => lines.length));
  const rowHeight = 16 + mostLines * lineHeight * house.fontSize;
  const needed = heading({ title, subtitle, width }).height + margin.top +
    rowHeight * rows.length + margin.bottom;

  return drawPlot({
    title,
    subtitle,
    description: comparisonDescription(compared, xLabel),
    width,
    height: options.height ?? Math.round(needed),
    margin,
    xLabel,
    plot: {
      x: { domain },
      y: {
        domain: drawn.map(({ name }) => name),
        padding: 0.35,
        axis: null,
      },
      marks: [
        Plot.gridX({ ticks: 5, stroke: house.grid, strokeOpacity: 1 }),
        Plot.axisX({
          ticks: 5,
          tickFormat: options.format,
          tickSize: 0,
          label: null,
        }),
        ...rowMarks(drawn, fromZero ? 0 : domain[0]),
      ],
    },
  });
}

interface DrawnRow extends ComparedRow {
  readonly lines: readonly string[];
  readonly label: string;
}

/** Name, value and bar (or dot) of each row. */
function rowMarks(
  rows: readonly DrawnRow[],
  start: number,
): Plot.Markish[] {
  const fromZero = start === 0;
  const color = ({ highlighted }: DrawnRow) =>
    highlighted ? house.accent : house.muted;
  const outline = { fill: house.paper, stroke: house.quiet, strokeWidth: 1.5 };
  const [outlined, filled] = [true, false].map((hollow) =>
    rows.filter((row) => row.hollow === hollow)
  );
  const bar = { x1: 0, x2: "value", y: "name" };
  const dot = { x: "value", y: "name", r: 6 };
  const shapes = fromZero
    ? [
      Plot.barX(filled, { ...bar, fill: color }),
      outlined.length === 0
        ? null
        : Plot.barX(outlined, { ...bar, ...outline }),
    ]
    : [
      Plot.ruleY(rows, {
        x1: start,
        x2: "value",
        y: "name",
        stroke: house.quiet,
        strokeDasharray: "1.5 4",
      }),
      Plot.dot(filled, { ...dot, fill: color }),
      outlined.length === 0 ? null : Plot.dot(outlined, { ...dot, ...outline }),
    ];
  // A weight is an attribute of the whole mark: so the rows in bold are their own.
  const texts = [true, false].flatMap((bold) => {
    const some = rows.filter(({ highlighted }) => highlighted === bold);
    const shared = { y: "name", fontWeight: bold ? 600 : undefined };
    return [
      Plot.text(some, {
        ...shared,
        text: ({ lines }: DrawnRow) => lines.join("\n"),
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        lineHeight,
      }),
      Plot.text(some, {
        ...shared,
        text: "label",
        x: ({ value }: DrawnRow) => fromZero ? Math.max(0, value) : value,
        textAnchor: "start",
        dx: fromZero ? 6 : 12,
      }),
    ];
  });
  return [...shapes, ...texts];
}

function widest(texts: readonly string[]): number {
  const widths = texts.map((text) => textWidth(text, house.fontSize, true));
  return Math.ceil(Math.max(...widths));
}
