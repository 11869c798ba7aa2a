import * as Plot from "@observablehq/plot";
import { requireKnown } from "../autoencoder/_options.ts";
import { type DrawnSeries, drawnSeries } from "./_chart_points.ts";
import type { ChartSeries } from "./chart_series.ts";
import { figure } from "./figure.ts";
import { house } from "./house_style.ts";
import { requireDrawable, requireText } from "./_options.ts";

/** How {@linkcode lineChart} draws. */
export interface LineChartOptions {
  /** The finding, drawn as the heading: "Test loss is lowest at a rate of 0.01". */
  readonly title: string;
  /** A second finding; none by default. */
  readonly subtitle?: string;
  /** What the horizontal axis measures, with its unit. */
  readonly xLabel: string;
  /** What the vertical axis measures, with its unit. */
  readonly yLabel: string;
  /**
   * Where the horizontal axis begins: what lies before is not drawn. By default
   * with the first value.
   */
  readonly from?: number;
  /**
   * Values to compare with: a dashed rule each, under its label.
   * @default {{}}
   */
  readonly references?: Readonly<Record<string, number>>;
  /**
   * Whether each step of the vertical axis is ten times the one below.
   * @default {false}
   */
  readonly logarithmic?: boolean;
  /**
   * Where the horizontal axis says a number; the axis reaches as far as they do.
   * Chosen from the values by default.
   */
  readonly xTicks?: readonly number[];
  /** The same for the vertical axis. Chosen from the values by default. */
  readonly yTicks?: readonly number[];
  /** How a value is written; with three decimals by default. */
  readonly format?: (value: number) => string;
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /**
   * In pixels.
   * @default {400}
   */
  readonly height?: number;
}

const known = [
  ...["title", "subtitle", "xLabel", "yLabel", "from", "references"],
  ...["logarithmic", "xTicks", "yTicks", "format", "width", "height"],
];

/**
 * Draws series of numbers as lines, each named at its end, with bands around
 * them and dots upon them: a measured curve under published figures.
 *
 * @param series Columns by name.
 * @param options See {@linkcode LineChartOptions}; title and labels are needed.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If a number is not finite, columns differ in length, or a
 * logarithm is asked for of a number that has none.
 *
 * @example A curve, and two published points
 * ```ts
 * import { lineChart } from "stacked-autoencoders/plots";
 *
 * const svg = lineChart({
 *   "here": { y: [1.05, 0.99, 0.97], low: [1.04, 0.98, 0.95], high: [1.06, 1, 0.98] },
 *   "published": { x: [1, 3], y: [1.04, 0.98], mark: "dots" },
 * }, {
 *   title: "The published losses lie on the curve",
 *   xLabel: "epoch",
 *   yLabel: "training loss (stars)",
 * });
 * if (!svg.outerHTML.includes(">here: 0.970</text>")) throw new Error("no label");
 * ```
 */
export function lineChart(
  series: Readonly<Record<string, ChartSeries>>,
  options: LineChartOptions,
): SVGSVGElement {
  requireKnown("option of lineChart", options, known);
  const { title, subtitle, xLabel, yLabel, width, height } = options;
  const { logarithmic = false, references = {} } = options;
  const { from = -Infinity, format = (value) => value.toFixed(3) } = options;
  requireText("a line chart", "xLabel", xLabel);
  requireText("a line chart", "yLabel", yLabel);
  const all = drawnSeries(series);
  const seen = all.map((one) => ({
    ...one,
    points: one.points.filter(({ x }) => x >= from),
  })).filter(({ points }) => points.length > 0);
  for (const [label, value] of Object.entries(references)) {
    requireDrawable("a line chart", `the reference ${label}`, value);
  }
  const { xTicks, yTicks } = options;
  for (const tick of [...xTicks ?? [], ...yTicks ?? []]) {
    requireDrawable("a line chart", "each tick", tick);
  }
  const rules = Object.values(references);
  const values = [
    ...seen.flatMap(({ points }) => points.flatMap((p) => [p.low, p.high])),
    ...rules,
    ...yTicks ?? [],
  ];
  if (logarithmic && !values.every((value) => value > 0)) {
    throw new RangeError(
      `Cannot draw a line chart on a logarithmic axis as each value must be above 0: current lowest is ${
        Math.min(...values)
      }`,
    );
  }
  const ends = seen.map(({ points }) => points.at(-1)!);
  const right = Math.max(...ends.map(({ x }) => x));
  // Dots on top, so that no line hides what it is compared with.
  const order = seen.toSorted((a, b) =>
    Number(a.mark === "dots") - Number(b.mark === "dots")
  );
  return figure({
    title,
    subtitle,
    description: describe(all, options, format),
    xLabel,
    yLabel,
    width,
    height,
    marks: [
      Plot.ruleY(rules, {
        stroke: house.quiet,
        strokeWidth: 1.5,
        strokeDasharray: "1.5 4",
      }),
      ...order.filter(({ hasBand }) => hasBand).map(bandOf),
      ...order.flatMap(marksOf),
    ],
    plot: {
      x: ticksOf(
        xTicks,
        seen.flatMap(({ points }) => points.map(({ x }) => x)),
      ),
      y: logarithmic
        ? {
          type: "log",
          ...ticksOf(yTicks ?? powersOfTen(values), values),
          tickFormat: String,
        }
        : ticksOf(yTicks, values),
    },
    labels: [
      ...seen.map(({ name, style }, at) => ({
        x: ends[at].x,
        y: ends[at].y,
        text: `${name}: ${format(ends[at].y)}`,
        color: style.color,
      })),
      ...Object.entries(references).map(([label, value]) => ({
        x: right,
        y: value,
        text: `${label}: ${format(value)}`,
        color: house.quiet,
      })),
    ],
  });
}

/** A scale that reaches over its values and ticks; Plot's own without ticks. */
function ticksOf(
  ticks: readonly number[] | undefined,
  values: readonly number[],
): Plot.ScaleOptions {
  if (ticks === undefined) return {};
  const all = [...ticks, ...values];
  const decimals = Math.max(0, ...ticks.map(decimalsOf));
  return {
    ticks,
    domain: [Math.min(...all), Math.max(...all)],
    tickFormat: (tick) => tick.toFixed(decimals).replace("-", "−"),
  };
}

/** How many decimals a tick needs: Plot would write whole numbers as 1.0, 2.0. */
function decimalsOf(tick: number): number {
  const [digits, exponent = "0"] = String(Number(tick.toPrecision(12)))
    .split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** The powers of ten from the lowest to the highest value, or the values' ends. */
function powersOfTen(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(low)); 10 ** power <= high; power++) {
    powers.push(Number(`1e${power}`));
  }
  return powers.length < 2 ? [low, high] : powers;
}

function bandOf({ points, style }: DrawnSeries): Plot.Markish {
  return Plot.areaY(points, {
    x: "x",
    y1: "low",
    y2: "high",
    fill: style.color,
    fillOpacity: 0.22,
  });
}

function marksOf({ points, mark, style }: DrawnSeries): Plot.Markish[] {
  const place = { x: "x", y: "y" };
  const { color, dash, symbol } = style;
  return [
    mark === "dots" ? null : Plot.line(points, {
      ...place,
      stroke: color,
      strokeWidth: 2,
      strokeDasharray: dash,
    }),
    mark === "dots"
      ? Plot.dot(points, { ...place, symbol, fill: color, r: 5 })
      : Plot.dot(mark === "both" ? points : points.slice(-1), {
        ...place,
        symbol,
        fill: color,
        r: 4.5,
      }),
  ];
}

function describe(
  all: readonly DrawnSeries[],
  { xLabel, yLabel, references = {} }: LineChartOptions,
  format: (value: number) => string,
): string {
  return [
    `Line chart of ${yLabel} against ${xLabel}.`,
    ...all.map(({ name, points }) => {
      const [first, last] = [points[0], points.at(-1)!];
      const lowest = points.reduce((a, b) => b.y < a.y ? b : a);
      return `${name}: ${format(first.y)} at ${first.x}, ${
        format(last.y)
      } at ${last.x}, ` +
        `lowest ${format(lowest.y)} at ${lowest.x}.`;
    }),
    ...Object.entries(references).map(([label, value]) =>
      `Horizontal rule at ${format(value)}: ${label}.`
    ),
  ].join(" ");
}
