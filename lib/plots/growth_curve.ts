import * as Plot from "@observablehq/plot";
import { requireKnown } from "../autoencoder/_options.ts";
import { labelRoom } from "./_direct_labels.ts";
import { drawPlot } from "./_draw_plot.ts";
import { house, type SeriesStyle, seriesStyle } from "./house_style.ts";
import { requireCost } from "./_require_cost.ts";
import type { CostPoint } from "./cost_point.ts";
import { growthSlope } from "./growth_slope.ts";

/** How {@linkcode growthCurve} draws. */
export interface GrowthCurveOptions {
  /** The heading. By default the first series' slope. */
  readonly title?: string;
  /** A second line under the heading; none by default. */
  readonly subtitle?: string;
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

interface Series {
  readonly name: string;
  readonly points: readonly CostPoint[];
  readonly slope: number;
  readonly style: SeriesStyle;
}

/**
 * Draws how the time of an epoch grows with the ratings: both axes logarithmic,
 * so that a power is a straight line. A dashed line through the first series'
 * first point shows what would be proportional.
 *
 * @param series Points by name, each at least two.
 * @param options See {@linkcode GrowthCurveOptions}.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If a number is not above 0; the message names its place.
 *
 * @example
 * ```ts
 * import { growthCurve } from "stacked-autoencoders/plots";
 *
 * const svg = growthCurve({
 *   "mini-batches": [{ ratings: 1e5, seconds: 0.1 }, { ratings: 1e6, seconds: 1 }],
 * });
 * const title = svg.getAttribute("aria-label");
 * if (title !== "mini-batches: seconds an epoch grow as ratings to the power of 1.00") {
 *   throw new Error(`the title reads ${title}`);
 * }
 * ```
 */
export function growthCurve(
  series: Readonly<Record<string, readonly CostPoint[]>>,
  options: GrowthCurveOptions = {},
): SVGSVGElement {
  requireKnown("option of growthCurve", options, [
    "title",
    "subtitle",
    "width",
    "height",
  ]);
  const drawn: Series[] = Object.entries(series).map(
    ([name, points], index) => {
      points.forEach((point, at) =>
        requireCost(`${name}, point ${at + 1}`, point)
      );
      const sorted = points.toSorted((a, b) => a.ratings - b.ratings);
      const slope = growthSlope(sorted);
      return { name, points: sorted, slope, style: seriesStyle(index) };
    },
  );
  if (drawn.length === 0) {
    throw new RangeError(
      "Cannot draw growth as there must be a series at least: current value is none",
    );
  }
  const { name, slope } = drawn[0];
  const {
    title = `${name}: seconds an epoch grow as ratings to the power of ${
      slope.toFixed(2)
    }`,
    subtitle,
    width = 720,
    height = 400,
  } = options;

  const all = drawn.flatMap(({ points }) => points);
  const start = drawn[0].points[0];
  const most = Math.max(...all.map(({ ratings }) => ratings));
  const proportional = [start, {
    ratings: most,
    seconds: start.seconds * most / start.ratings,
  }];
  const seconds = [...all, ...proportional].map(({ seconds }) => seconds);
  const x = [Math.min(...all.map(({ ratings }) => ratings)), most];
  const y = [Math.min(...seconds) / 1.3, Math.max(...seconds) * 1.3];
  const labels = [
    ...drawn.map(({ name, points, slope, style }) => ({
      x: points.at(-1)!.ratings,
      y: points.at(-1)!.seconds,
      text: `${name}: ${inSeconds(points.at(-1)!.seconds)}, slope ${
        slope.toFixed(2)
      }`,
      color: style.color,
    })),
    {
      x: proportional[1].ratings,
      y: proportional[1].seconds,
      text: "proportional: slope 1",
      color: house.quiet,
    },
  ];
  return drawPlot({
    title,
    subtitle,
    description: describe(drawn),
    width,
    height,
    margin: {
      left: 64,
      right: labelRoom(labels),
      top: 36,
      bottom: 48,
    },
    xLabel: "ratings (logarithmic)",
    yLabel: "seconds an epoch (logarithmic)",
    plot: {
      x: { type: "log", domain: x },
      y: { type: "log", domain: y },
      marks: [
        Plot.gridY(powersOf10(y), { stroke: house.grid, strokeOpacity: 1 }),
        Plot.axisX(sizes(drawn), { tickFormat: inRatings, label: null }),
        Plot.axisY(powersOf10(y), {
          tickSize: 0,
          tickFormat: (value: number) => `${value} s`,
          label: null,
        }),
        Plot.line(proportional, {
          x: "ratings",
          y: "seconds",
          stroke: house.quiet,
          strokeWidth: 1.5,
          strokeDasharray: "1.5 4",
        }),
        ...drawn.flatMap(seriesMarks),
      ],
    },
    labels,
  });
}

function seriesMarks({ points, style }: Series): Plot.Markish[] {
  const place = { x: "ratings", y: "seconds" };
  return [
    Plot.line(points, {
      ...place,
      stroke: style.color,
      strokeWidth: 2,
      strokeDasharray: style.dash,
    }),
    Plot.dot(points, {
      ...place,
      symbol: style.symbol,
      fill: style.color,
      r: 4.5,
    }),
  ];
}

/** The sizes measured: they are the ticks. */
function sizes(drawn: readonly Series[]): number[] {
  const every = drawn.flatMap(({ points }) =>
    points.map(({ ratings }) => ratings)
  );
  return [...new Set(every)].sort((a, b) => a - b);
}

function powersOf10([low, high]: number[]): number[] {
  const powers: number[] = [];
  for (let power = -9; power < 9; power++) {
    const value = Number(`1e${power}`);
    if (value >= low && value <= high) powers.push(value);
  }
  return powers;
}

function inRatings(ratings: number): string {
  if (ratings >= 1e6) return `${ratings / 1e6} M`;
  return ratings >= 1e3 ? `${ratings / 1e3} k` : String(ratings);
}

function inSeconds(seconds: number): string {
  return seconds < 1
    ? `${(1000 * seconds).toPrecision(2)} ms`
    : `${seconds.toPrecision(2)} s`;
}

function describe(drawn: readonly Series[]): string {
  const parts = drawn.map(({ name, points, slope }) => {
    const costs = points.map(({ ratings, seconds }) =>
      `${inRatings(ratings)} ratings ${inSeconds(seconds)}`
    );
    return `${name}: ${costs.join(", ")}, slope ${slope.toFixed(2)}.`;
  });
  return `Line chart of seconds an epoch against ratings, both logarithmic. ${
    parts.join(" ")
  }`;
}
