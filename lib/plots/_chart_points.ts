import { requireKnown, requireOneOf } from "../autoencoder/_options.ts";
import type { ChartSeries } from "./chart_series.ts";
import { house, type SeriesStyle, seriesStyle } from "./house_style.ts";
import { requireDrawable } from "./_options.ts";

/** A place of a series, with the edges of its band. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

/** A series of a `lineChart`, checked, with its style. */
export interface DrawnSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
  readonly hasBand: boolean;
  readonly mark: "line" | "dots" | "both";
  readonly style: SeriesStyle;
}

/** Checks the series, and gives those that are drawn as lines a style in order. */
export function drawnSeries(
  series: Readonly<Record<string, ChartSeries>>,
): DrawnSeries[] {
  const entries = Object.entries(series ?? {});
  if (entries.length === 0) {
    throw new TypeError(
      "Cannot draw a line chart as there must be a series at least: current value is none",
    );
  }
  let lines = 0;
  return entries.map(([name, one]) => {
    requireKnown(`column of ${name}`, one, ["x", "y", "low", "high", "mark"]);
    const { mark = "line", low, high } = one;
    requireOneOf(`mark of ${name}`, mark, ["line", "dots", "both"]);
    return {
      name,
      points: pointsOf(name, one),
      hasBand: low !== undefined || high !== undefined,
      mark,
      style: mark === "dots"
        ? { color: house.ink, symbol: "diamond" }
        : seriesStyle(lines++),
    };
  });
}

function pointsOf(name: string, series: ChartSeries): ChartPoint[] {
  const { y } = series;
  const length = y?.length ?? 0;
  if (length === 0) {
    throw new RangeError(
      `Cannot draw a line chart as y of ${name} must hold a number at least: it holds none`,
    );
  }
  const x = series.x ?? Array.from({ length }, (_, at) => at + 1);
  const { low = series.high === undefined ? y : [] } = series;
  const { high = series.low === undefined ? y : [] } = series;
  for (const [column, numbers] of Object.entries({ x, y, low, high })) {
    if (numbers.length !== length) {
      throw new RangeError(
        `Cannot draw a line chart as ${column} of ${name} must be as long as its y: current lengths are ${numbers.length} and ${length}`,
      );
    }
    for (let at = 0; at < length; at++) {
      requireDrawable(
        "a line chart",
        `${column} of ${name}, place ${at + 1},`,
        numbers[at],
      );
    }
  }
  return Array.from(x, (value, at) => ({
    x: value,
    y: y[at],
    low: low[at],
    high: high[at],
  }));
}
